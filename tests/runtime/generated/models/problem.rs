//! The model `Problem`.

use crate::runtime;

/// An error of the API.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// What went wrong.
    pub message: String,
}

impl runtime::Decode for Problem {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { message: fields.required("message") };
        fields.finish(value)
    }
}

impl runtime::Encode for Problem {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("message", &self.message);
        fields.end();
    }
}

runtime::model_traits!(Problem);
