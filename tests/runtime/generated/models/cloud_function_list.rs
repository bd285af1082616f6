//! The model `CloudFunctionList`.

use crate::generated::models;
use crate::runtime;

/// A page of cloud functions.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CloudFunctionList {
    /// Where the page stands.
    pub meta: models::Meta,
    /// The functions.
    pub objects: Vec<models::CloudFunction>,
}

impl runtime::Decode for CloudFunctionList {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { meta: fields.try_required("meta")?, objects: fields.present("objects")? };
        fields.finish(value)
    }
}

impl runtime::Encode for CloudFunctionList {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("meta", &self.meta);
        fields.required("objects", &self.objects);
        fields.end();
    }
}

runtime::model_traits!(CloudFunctionList);
