//! `RequestBody`: the body of a request, and where its parts come from.

use super::Name;

/// The request's body.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestBody {
    /// A JSON value held by one field of the request.
    Json {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The field; `Option<..>` when the body is optional.
        name: Name,
    },
    /// A JSON object whose properties are fields of the request: the body of a variant.
    JsonObject {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The properties in the description's order.
        fields: Vec<BodyField>,
    },
}

/// A property of a [`RequestBody::JsonObject`].
#[derive(Clone, Debug, PartialEq)]
pub enum BodyField {
    /// The value that decides the variant.
    Fixed {
        /// Name of the property.
        wire_name: String,
        /// Its value.
        value: FixedValue,
    },
    /// `fields.required("data", &self.data)`.
    Required {
        /// Name of the property.
        wire_name: String,
        /// The field that holds the value.
        name: Name,
    },
    /// `fields.optional("note", &self.note)`.
    Optional {
        /// Name of the property.
        wire_name: String,
        /// The field that holds the value.
        name: Name,
    },
}

/// A value that is the same in every request of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixedValue {
    /// `&true`.
    Bool(bool),
    /// `&1i64`.
    Integer(i64),
    /// `&"a"`.
    String(String),
}
