//! The model `Problem`.

use crate::runtime;

/// An error of the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// What went wrong.
    pub message: String,
}

impl runtime::Decode for Problem {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        Ok(Self { message: fields.required("message")? })
    }
}

impl runtime::Encode for Problem {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("message", &self.message);
        fields.end();
    }
}

impl serde::Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::serialize(self, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Problem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::deserialize(deserializer)
    }
}
