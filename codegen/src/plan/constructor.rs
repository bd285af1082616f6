//! `Constructor`: what `new` asks for, in which order, and what it knows by itself.

use super::field::Field;
use super::inputs::PlanInputs;
use crate::api::SchemaId;
use crate::names::Name;
use crate::names::method_path::constructor_path;
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

impl Constructor {
    /// The constructor of a struct. Arguments keep the order that is recorded, and new ones come last.
    pub(super) fn of(id: SchemaId, fields: &[Field], inputs: &PlanInputs<'_>) -> Self {
        let names = &inputs.names.models[&id];
        if let Some(literal) = &names.required {
            return Self::Literal(literal.clone());
        }
        let mut arguments: Vec<usize> = (0..fields.len()).filter(|index| fields[*index].is_argument()).collect();
        if arguments.is_empty() {
            return Self::Empty;
        }
        let by_path = || inputs.record.at_path(&constructor_path(names.claim.name.as_str()), Kind::Constructor);
        let recorded = inputs.record.get(&names.key, Kind::Constructor).or_else(by_path);
        let order = recorded.map(|item| item.order.as_slice()).unwrap_or_default();
        let place = |field: &Field| order.iter().position(|earlier| *earlier == field.wire_name).unwrap_or(usize::MAX);
        arguments.sort_by_key(|index| place(&fields[*index]));
        Self::Arguments(arguments)
    }
}
