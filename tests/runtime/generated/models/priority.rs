//! The model `Priority`.

use crate::runtime;

/// How urgent a job is.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// `1`
    Low,
    /// `2`
    High,
    /// A value that the description does not list.
    Unknown(runtime::UnknownInteger),
}

impl Priority {
    /// The value as it stands on the wire.
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::Low => 1,
            Self::High => 2,
            Self::Unknown(value) => value.as_i64(),
        }
    }
}

impl From<i64> for Priority {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Low,
            2 => Self::High,
            _ => Self::Unknown(runtime::UnknownInteger::new(value)),
        }
    }
}

impl runtime::Decode for Priority {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        Ok(Self::from(json.integer::<i64>()?))
    }
}

impl runtime::Encode for Priority {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        json.integer(self.as_i64());
    }
}

runtime::model_traits!(Priority);
