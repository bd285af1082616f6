//! What can be compared of a recorded model and a new one: the kind of type, the members, and the words of the name.

use std::collections::BTreeSet;

use crate::api::{Schema, Shape as SchemaShape, Values};
use crate::record::{Item, Key, Kind, Record, Step};

/// What can be compared of a recorded model and a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    form: Form,
    /// The steps to the properties, values or alternatives.
    members: BTreeSet<String>,
}

/// The kind of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Object,
    Values,
    Union,
}

impl Shape {
    /// The shape of a recorded model.
    pub(super) fn recorded(model: &Item, record: &Record) -> Option<Self> {
        let steps = |kind| record.parts(&model.key, kind).map(|item| last_step(&item.key).to_owned());
        if model.kind == Kind::Struct {
            let members = steps(Kind::Field).chain(steps(Kind::Constant)).collect();
            return Some(Self { form: Form::Object, members });
        }
        let members: BTreeSet<String> = steps(Kind::Variant).collect();
        let form = match members.first()?.chars().next() {
            Some('=') => Form::Values,
            _ => Form::Union,
        };
        (model.kind == Kind::Enum).then_some(Self { form, members })
    }

    /// The shape of a schema, if it is a model.
    pub(super) fn of(schema: &Schema, alternatives: impl Iterator<Item = String>) -> Option<Self> {
        let value = |value: &dyn ToString| Step::Value(&value.to_string()).to_string();
        Some(match &schema.shape {
            SchemaShape::Object(object) => {
                let properties = object.properties.iter().map(|property| Step::Property(&property.name).to_string());
                let additional = object.additional.map(|_| Step::Values.to_string());
                Self { form: Form::Object, members: properties.chain(additional).collect() }
            }
            SchemaShape::Enumeration(Values::Strings(values)) => {
                Self { form: Form::Values, members: values.iter().map(|one| value(one)).collect() }
            }
            SchemaShape::Enumeration(Values::Integers(values)) => {
                Self { form: Form::Values, members: values.iter().map(|one| value(one)).collect() }
            }
            SchemaShape::Union(_) => Self { form: Form::Union, members: alternatives.collect() },
            _ => return None,
        })
    }

    /// How many of all members are in both, in thousandths; none if they are of different forms.
    pub(super) fn likeness(&self, other: &Self) -> Option<usize> {
        (self.form == other.form).then(|| likeness(&self.members, &other.members))
    }

    /// Whether this has at least half of the members of a recorded model. What identifies the alternatives of a union may change.
    pub(super) fn holds_most(&self, recorded: &Self) -> bool {
        let common = self.members.intersection(&recorded.members).count();
        self.form == recorded.form && (self.form == Form::Union || 2 * common >= recorded.members.len())
    }

    /// Whether both have the same members, and some.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self == other && !self.members.is_empty()
    }

    pub(super) fn has_one_member(&self) -> bool {
        self.members.len() == 1
    }
}

/// How many of all words are in both, in thousandths.
pub(super) fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    1000 * one.intersection(other).count() / one.union(other).count().max(1)
}

fn last_step(key: &Key) -> &str {
    key.as_str().rsplit(' ').next().unwrap_or_default()
}

/// The letters and digits of a text, without case.
pub(super) fn squashed(text: &str) -> String {
    text.replace(|character: char| !character.is_alphanumeric(), "").to_lowercase()
}

/// The words of a text in any case, in lower case.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for character in text.chars() {
        if !character.is_alphanumeric() || was_lower && character.is_uppercase() {
            words.push(String::new());
        }
        was_lower = character.is_lowercase() || character.is_numeric();
        if let (true, Some(word)) = (character.is_alphanumeric(), words.last_mut()) {
            word.extend(character.to_lowercase());
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}
