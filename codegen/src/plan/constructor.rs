//! `Constructor`: what `new` asks for, in which order, and what it knows by itself.

use super::{Context, Field, Ty};
use crate::api::{OnlyValue, SchemaId};
use crate::names::Name;
use crate::record::Kind;

/// How `new` takes the required fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Constructor {
    /// `new()`, and `Default` with it: nothing is asked for.
    Empty,
    /// `new(name: impl Into<String>, age: i64)`: up to four fields, by their places in the struct.
    Arguments(Vec<usize>),
    /// `new(required: PetRequired)`, with that struct beside the model.
    Literal(Name),
}

/// The only value of a required field, which `new` does not ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Preset {
    /// `"circle".to_owned()`.
    Text(String),
    /// `models::ShapeKind::Circle`.
    Variant {
        /// The enum.
        model: Name,
        /// Its variant.
        variant: Name,
    },
    /// `true`.
    Boolean(bool),
    /// `1.5`.
    Number(f64),
}

impl Constructor {
    /// The constructor of a struct. Arguments keep the order that is recorded, and new ones come last.
    pub(super) fn of(id: SchemaId, fields: &[Field], context: &Context<'_>) -> Self {
        let names = &context.names.models[&id];
        if let Some(literal) = &names.required {
            return Self::Literal(literal.clone());
        }
        let mut arguments: Vec<usize> = (0..fields.len()).filter(|index| fields[*index].is_argument()).collect();
        if arguments.is_empty() {
            return Self::Empty;
        }
        let recorded = context.record.at_path(&format!("models::{}::new", names.claim.name), Kind::Constructor);
        let order = recorded.map(|item| item.order.as_slice()).unwrap_or_default();
        let place = |field: &Field| order.iter().position(|earlier| *earlier == field.wire_name).unwrap_or(usize::MAX);
        arguments.sort_by_key(|index| place(&fields[*index]));
        Self::Arguments(arguments)
    }
}

impl Preset {
    /// The value in Rust; `None` if the field does not hold it as such.
    pub(super) fn of(value: &OnlyValue, ty: &Ty, context: &Context<'_>) -> Option<Self> {
        match value {
            OnlyValue::Text(text) => Some(Self::Text(text.clone())),
            OnlyValue::Listed { enumeration, index } => {
                let model = ty.model().filter(|model| model.id == *enumeration)?.name.clone();
                let variant = context.names.value(*enumeration, *index)?.clone();
                Some(Self::Variant { model, variant })
            }
            OnlyValue::Boolean(value) => Some(Self::Boolean(*value)),
            OnlyValue::Number(value) => Some(Self::Number(*value)),
        }
    }
}
