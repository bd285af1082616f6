//! `Form`: how the values of one alternative of a union differ from those of the others.

use crate::api::format::{Integer, TextFormat};
use crate::api::scalar::Scalar;
use crate::api::schema::{Shape, Tags, Union, Values};

/// How the values of one alternative of a union differ from those of the others.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Any value.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number that an integer type writes in the same way: not `2.0`.
    ExactInteger(Integer),
    /// A number.
    Number,
    /// A text.
    Text,
    /// One of these values.
    Listed(Vec<Scalar>),
    /// A text in a format.
    Format(TextFormat),
    /// A list.
    List,
    /// A list of such items.
    Items(Box<Self>),
    /// A list whose first items have these forms each, and whether it has no others.
    Places(Vec<Self>, bool),
    /// An object.
    Object,
    /// An object whose properties all have such values.
    Values(Box<Self>),
    /// An object with certain properties.
    Keys(Keys),
    /// One of several forms.
    Either(Vec<Self>),
}

/// The properties by which an object differs from others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keys {
    /// Those that it must have.
    pub required: Vec<String>,
    /// Those that it can have.
    pub optional: Vec<String>,
    /// The forms of properties, where they are present.
    pub forms: Vec<(String, Form)>,
}

/// A JSON type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Any,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    /// The JSON type of a shape that is not an untagged union.
    pub(super) fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Any | Shape::Reference(_) | Shape::Union(Union { tags: None, .. }) => Self::Any,
            Shape::Null => Self::Null,
            Shape::Boolean => Self::Boolean,
            Shape::Integer(_) | Shape::Number(_) | Shape::Numeric(_) | Shape::Enumeration(Values::Integers(_)) => Self::Number,
            Shape::String(_) | Shape::IntOrString | Shape::Enumeration(Values::Strings(_)) => Self::Text,
            Shape::Array(_) | Shape::Tuple(_) => Self::List,
            Shape::Map(_) | Shape::Object(_) | Shape::Union(_) => Self::Object,
        }
    }
}

impl Form {
    /// The form of a value that may be of several JSON types, of the forms that it has in each.
    pub(super) fn either(forms: Vec<Self>) -> Self {
        let mut distinct: Vec<Self> = Vec::new();
        for form in forms {
            if form == Self::Any {
                return form;
            }
            if !distinct.contains(&form) {
                distinct.push(form);
            }
        }
        match distinct.len() {
            0 => Self::Any,
            1 => distinct.remove(0),
            _ => Self::Either(distinct),
        }
    }

    /// The form of a text.
    pub(super) fn text(shape: &Shape) -> Self {
        match shape {
            // Almost any text can be read as Base64.
            Shape::String(format) => match TextFormat::of(format.as_deref()) {
                None | Some(TextFormat::Byte) => Self::Text,
                Some(format) => Self::Format(format),
            },
            _ => Self::Text,
        }
    }

    /// The form of an object whose schema is named by a property.
    pub(super) fn tagged(tags: &Tags) -> Self {
        if tags.default.is_some() {
            return Self::Object;
        }
        let forms = vec![(tags.property.clone(), Self::Listed(tags.values.concat()))];
        Self::Keys(Keys { required: vec![tags.property.clone()], optional: Vec::new(), forms })
    }

    /// Whether some of its values are objects, or lists of certain items.
    pub(super) fn is_composed(&self) -> bool {
        match self {
            Self::Items(_) | Self::Places(..) | Self::Values(_) | Self::Keys(_) | Self::Object => true,
            Self::Either(forms) => forms.iter().any(Self::is_composed),
            _ => false,
        }
    }

    /// Whether all its values are objects.
    pub(super) fn is_object(&self) -> bool {
        match self {
            Self::Values(_) | Self::Keys(_) | Self::Object => true,
            Self::Either(forms) => forms.iter().all(Self::is_object),
            _ => false,
        }
    }

    /// The number of parts of which it requires a listed value, a format or an exact integer.
    pub(super) fn specificity(&self) -> usize {
        match self {
            Self::Listed(_) | Self::Format(_) | Self::ExactInteger(_) => 1,
            Self::Items(form) | Self::Values(form) => form.specificity(),
            Self::Places(forms, is_whole) => {
                forms.iter().map(|form| 1 + form.specificity()).sum::<usize>() + usize::from(*is_whole)
            }
            Self::Keys(keys) => keys.forms.iter().map(|(_, form)| form.specificity()).sum(),
            Self::Either(forms) => forms.iter().map(Self::specificity).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// A rank by how many values have the form: the narrowest forms have the lowest.
    pub(super) fn breadth(&self) -> u8 {
        match self {
            Self::Listed(_) | Self::Null => 0,
            Self::Format(_) | Self::ExactInteger(_) => 1,
            Self::Integer => 2,
            Self::Either(forms) => forms.iter().map(Self::breadth).max().unwrap_or(3),
            Self::Object | Self::Any => 5,
            _ => 3,
        }
    }
}
