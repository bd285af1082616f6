//! The model `Meta`.

use crate::runtime;

/// Where a page stands.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Meta {
    /// Address of the next page, null on the last one.
    pub next: Option<String>,
    /// Anything else.
    pub additional: std::collections::BTreeMap<String, i64>,
}

impl runtime::Decode for Meta {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { next: fields.required("next"), additional: fields.additional() };
        fields.finish(value)
    }
}

impl runtime::Encode for Meta {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("next", &self.next);
        fields.additional(&self.additional);
        fields.end();
    }
}

runtime::model_traits!(Meta);
