//! The model `CloudFunction`.

use crate::generated::models;
use crate::runtime;

/// A cloud function.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CloudFunction {
    /// Number of the function.
    pub id: i64,
    /// Name of the function.
    pub name: String,
    /// Free text.
    pub remark: Option<String>,
    /// State of its last job.
    pub status: Option<models::JobStatus>,
}

impl CloudFunction {
    /// A value with the required properties; the others start absent.
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), remark: None, status: None }
    }

    /// Sets `remark`.
    #[must_use]
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = Some(remark.into());
        self
    }
}

impl runtime::Decode for CloudFunction {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self {
            id: fields.required("id"),
            name: fields.required("name"),
            remark: fields.optional("remark"),
            status: fields.optional("status"),
        };
        fields.finish(value)
    }
}

impl runtime::Encode for CloudFunction {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("id", &self.id);
        fields.required("name", &self.name);
        fields.optional("remark", &self.remark);
        fields.optional("status", &self.status);
        fields.end();
    }
}

runtime::model_traits!(CloudFunction);
