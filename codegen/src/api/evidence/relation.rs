//! How the forms of two alternatives relate: whether a value can have both, and whether one knows more properties.

use super::form::{Form, Keys, Kind};
use crate::api::scalar::Scalar;

impl Form {
    /// Whether no value has both forms, which are those of two alternatives or of the same property in both.
    pub fn excludes(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Either(forms), other) | (other, Self::Either(forms)) => forms.iter().all(|form| form.excludes(other)),
            (Self::Listed(values), Self::Listed(others)) => !values.iter().any(|value| others.contains(value)),
            (Self::Any, _) | (_, Self::Any) => false,
            (Self::Keys(keys), Self::Keys(others)) => {
                let is_excluded = |(name, form): &(String, Self)| {
                    others.forms.iter().any(|(known, other)| known == name && form.excludes(other))
                };
                keys.forms.iter().any(is_excluded)
            }
            (one, other) => one.json_type() != other.json_type(),
        }
    }

    /// Whether its values can have a property, at the top or further down, that those of the other form cannot have.
    pub fn has_more_than(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Either(forms), other) => forms.iter().any(|form| form.has_more_than(other)),
            (one, Self::Either(others)) => {
                let mut composed = others.iter().filter(|other| other.json_type() == one.json_type()).peekable();
                composed.peek().is_some() && composed.all(|other| one.has_more_than(other))
            }
            (Self::Items(form), Self::Items(other)) | (Self::Values(form), Self::Values(other)) => form.has_more_than(other),
            (Self::Keys(keys), Self::Object) => keys.names().next().is_some(),
            (Self::Keys(keys), Self::Keys(others)) => {
                let is_known = |name: &String| others.names().any(|known| known == name);
                let has_more = |(name, form): &(String, Self)| {
                    others.forms.iter().any(|(known, other)| known == name && form.has_more_than(other))
                };
                !keys.names().all(is_known) || keys.forms.iter().any(has_more)
            }
            _ => false,
        }
    }

    /// The JSON type of its values; `None` where they have several.
    fn json_type(&self) -> Option<Kind> {
        Some(match self {
            Self::Null => Kind::Null,
            Self::Boolean => Kind::Boolean,
            Self::Integer | Self::ExactInteger(_) | Self::Number => Kind::Number,
            Self::Text | Self::Format(_) => Kind::Text,
            Self::List | Self::Items(_) | Self::Places(..) => Kind::List,
            Self::Object | Self::Values(_) | Self::Keys(_) => Kind::Object,
            Self::Listed(values) => match values.first()? {
                Scalar::Boolean(_) => Kind::Boolean,
                Scalar::Integer(_) | Scalar::Number(_) => Kind::Number,
                Scalar::Text(_) => Kind::Text,
            },
            Self::Any | Self::Either(_) => return None,
        })
    }
}

impl Keys {
    /// The properties that not all have, or not in the same way.
    fn names(&self) -> impl Iterator<Item = &String> {
        self.required.iter().chain(&self.optional)
    }
}
