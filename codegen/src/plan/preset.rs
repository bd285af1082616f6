//! `Preset`: the value that a constructor gives a field by itself.

use super::inputs::PlanInputs;
use super::ty::Ty;
use crate::api::OnlyValue;
use crate::names::Name;

/// The only value of a required field, which `new` does not ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Preset {
    /// `runtime::Value::Null`.
    Null,
    /// `"circle".to_owned()`.
    Text(String),
    /// `models::ShapeKind::Circle`.
    Variant {
        /// The enum.
        model: Name,
        /// Its variant.
        variant: Name,
    },
    /// `1`.
    Integer(i128),
    /// `true`.
    Boolean(bool),
    /// `1.5`.
    Number(f64),
}

impl Preset {
    /// The value in Rust; `None` if the field does not hold it as such.
    pub(super) fn of(value: &OnlyValue, ty: &Ty, inputs: &PlanInputs<'_>) -> Option<Self> {
        match value {
            OnlyValue::Null => Some(Self::Null),
            OnlyValue::Text(text) => Some(Self::Text(text.clone())),
            OnlyValue::Listed { enumeration, index } => {
                let model = ty.model().filter(|model| model.id == *enumeration)?.name.clone();
                let variant = inputs.names.value(*enumeration, *index)?.clone();
                Some(Self::Variant { model, variant })
            }
            OnlyValue::Integer(value) => Some(Self::Integer(*value)),
            OnlyValue::Boolean(value) => Some(Self::Boolean(*value)),
            OnlyValue::Number(value) => Some(Self::Number(*value)),
        }
    }
}
