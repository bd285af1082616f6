//! Compares the JSON of Rust types: which of two allows more values.

use super::change::{Change, Difference};
use super::subject::Subject;
use crate::record::recorded_type::RecordedType;
use crate::record::{Kind, Record, Step};

/// How the JSON values of a type changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// The new type allows all old values and others.
    Widened,
    /// The new type allows some of the old values only.
    Narrowed,
    /// Neither type allows all values of the other.
    Replaced,
}

/// The JSON values that a Rust type holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum JsonType<'r> {
    Any,
    Boolean,
    Number,
    Integer,
    String,
    /// A string of a format.
    Format(&'r str),
    /// A string or integer of a list.
    Enumeration(Box<JsonType<'r>>),
    /// An array, with its items if they are all of one type.
    Array(Option<Box<JsonType<'r>>>),
    /// An object, with its values if they are all of one type.
    Object(Option<Box<JsonType<'r>>>),
}

impl Change<'_, '_> {
    /// Returns the difference if the JSON of a value in a body shifted in one way.
    pub(super) fn json_shifted(&self, way: Shift) -> Vec<Difference> {
        /// The values that are written as JSON; parameters are written as text.
        const IN_BODIES: [Subject; 4] = [Subject::Property, Subject::Output, Subject::Status, Subject::Event];
        let Some((before, after)) = self.types().filter(|_| IN_BODIES.contains(&self.subject())) else { return Vec::new() };
        // The old type has the model names of the new record where they have one.
        let of_old = |ty| JsonType::of(RecordedType::new(ty), self.pairs.before);
        let of_new = |ty| JsonType::of(RecordedType::new(ty), self.pairs.after);
        match (of_new(&before).or_else(|| of_old(&before)), of_new(&after)) {
            (Some(old), Some(new)) if shift(&old, &new) == Some(way) => self.differs(old.name(), new.name()),
            _ => Vec::new(),
        }
    }
}

/// Returns how the values changed, if they did.
fn shift(old: &JsonType<'_>, new: &JsonType<'_>) -> Option<Shift> {
    match (new.allows(old), old.allows(new)) {
        (true, true) => None,
        (true, false) => Some(Shift::Widened),
        (false, true) => Some(Shift::Narrowed),
        (false, false) => Some(Shift::Replaced),
    }
}

impl<'r> JsonType<'r> {
    /// Returns the JSON values of a type, if they are known.
    fn of(ty: RecordedType<'r>, record: &'r Record) -> Option<Self> {
        let (_, ty) = ty.options();
        let inside = |name| ty.inside(name).map(|inside| Self::of(inside, record).map(Box::new));
        if let Some(items) = inside("Vec") {
            return Some(Self::Array(items));
        }
        if let Some(values) = inside("std::collections::BTreeMap") {
            return Some(Self::Object(values));
        }
        match ty.as_str() {
            "runtime::Value" => Some(Self::Any),
            "runtime::JsonObject" => Some(Self::Object(Some(Box::new(Self::Any)))),
            "bool" => Some(Self::Boolean),
            "f32" | "f64" => Some(Self::Number),
            "i8" | "i16" | "i32" | "i64" | "i128" | "u8" | "u16" | "u32" | "u64" | "u128" => Some(Self::Integer),
            "String" => Some(Self::String),
            model if ty.is_model() => Self::of_model(model, record),
            format if format.starts_with("chrono::") || format == "uuid::Uuid" => Some(Self::Format(format)),
            tuple if tuple.starts_with('(') => Some(Self::Array(None)),
            _ => None,
        }
    }

    fn of_model(path: &str, record: &'r Record) -> Option<Self> {
        let model = record.model_at(path)?;
        if model.kind == Kind::Struct {
            return Some(Self::Object(None));
        }
        let unknown = record.get(&model.key.then(Step::Own("unknown")), Kind::Variant)?;
        let of_values = match unknown.ty.as_str() {
            "runtime::UnknownValue" => Self::String,
            "runtime::UnknownInteger" => Self::Integer,
            _ => return None,
        };
        Some(Self::Enumeration(Box::new(of_values)))
    }

    /// Returns whether a reader of this type accepts all values of another one.
    fn allows(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) | (Self::Number, Self::Integer) | (Self::String, Self::Format(_)) => true,
            (this, Self::Enumeration(values)) if !matches!(this, Self::Enumeration(_)) => this.allows(values),
            // Values that are not listed are read as well.
            (Self::Enumeration(one), Self::Enumeration(other)) => one == other,
            (Self::Array(one), Self::Array(other)) | (Self::Object(one), Self::Object(other)) => match (one, other) {
                (Some(one), Some(other)) => one.allows(other),
                _ => true,
            },
            _ => self == other,
        }
    }

    /// Returns the name of the type in a message.
    fn name(&self) -> String {
        match self {
            Self::Any => "any JSON".to_owned(),
            Self::Boolean => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Integer => "an integer".to_owned(),
            Self::String => "a string".to_owned(),
            Self::Format(format) => format!("a string for `{format}`"),
            Self::Enumeration(values) => format!("{} of a list", values.name()),
            Self::Array(Some(items)) if **items != Self::Any => format!("an array, each item {}", items.name()),
            Self::Array(_) => "an array".to_owned(),
            Self::Object(Some(values)) if **values != Self::Any => format!("an object, each value {}", values.name()),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}
