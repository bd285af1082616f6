//! The model `Shape`.

use crate::generated::models;
use crate::runtime;

/// A circle.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// The radius.
    pub radius: f64,
}

impl runtime::Decode for Circle {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { radius: fields.required("radius") };
        fields.finish(value)
    }
}

impl runtime::Encode for Circle {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        let mut fields = json.object();
        fields.required("radius", &self.radius);
        fields.required("kind", "circle");
        fields.end();
    }
}

runtime::model_traits!(Circle);

/// A shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// A circle.
    Circle(Box<models::Circle>),
    /// A shape in words.
    Text(String),
    /// A value that is none of the alternatives, and the reason.
    Unknown(runtime::Unrecognized),
}

impl runtime::Decode for Shape {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        runtime::read_union(json, Self::Unknown, |json| {
            if json.is_string() {
                return runtime::variant(json, Self::Text);
            }
            match json.tag("kind") {
                Some("circle") => runtime::variant(json, Self::Circle),
                _ => runtime::no_alternative(json),
            }
        })
    }
}

impl runtime::Encode for Shape {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        match self {
            Self::Circle(value) => runtime::Encode::encode(value, json),
            Self::Text(value) => runtime::Encode::encode(value, json),
            Self::Unknown(value) => runtime::Encode::encode(value, json),
        }
    }
}

runtime::serde_traits!(Shape);
