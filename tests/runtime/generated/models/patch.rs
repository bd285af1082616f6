//! The model `Patch`.

use crate::runtime;

/// A change: what is absent stays as it is, what is null is cleared.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Patch {
    /// Free text.
    pub remark: Option<Option<String>>,
    /// Share of the traffic.
    pub weight: Option<f64>,
}

impl Patch {
    /// A value with the required properties; the others start absent.
    pub fn new() -> Self {
        Self { remark: None, weight: None }
    }

    /// Sets `remark`.
    #[must_use]
    pub fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = Some(Some(remark.into()));
        self
    }

    /// Sets `remark` to null.
    #[must_use]
    pub fn remark_null(mut self) -> Self {
        self.remark = Some(None);
        self
    }

    /// Sets `weight`.
    #[must_use]
    pub fn weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }
}

impl Default for Patch {
    fn default() -> Self {
        Self::new()
    }
}

impl runtime::Decode for Patch {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { remark: fields.optional_nullable("remark"), weight: fields.optional("weight") };
        fields.finish(value)
    }
}

impl runtime::Encode for Patch {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.optional("remark", &self.remark);
        fields.optional("weight", &self.weight);
        fields.end();
    }
}

runtime::model_traits!(Patch);
