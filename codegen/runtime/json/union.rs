//! Reading of unions: one alternative is chosen, and read once.

use serde_json::Value;

use super::{Decode, DecodeError, Encode, Json, JsonWriter};

/// A value that is none of the alternatives of a union, with the reason.
///
/// It is the payload of a union's `Unknown` variant. It can be built from any JSON value, and is written as that value.
#[derive(Clone, Debug)]
pub struct Unrecognized {
    value: Value,
    reason: Option<DecodeError>,
}

impl Unrecognized {
    /// The value as it arrived.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Returns the value as it arrived.
    pub fn into_value(self) -> Value {
        self.value
    }

    /// The reason why no alternative could be read; `None` for a value that did not arrive in a response.
    pub fn reason(&self) -> Option<&DecodeError> {
        self.reason.as_ref()
    }
}

impl From<Value> for Unrecognized {
    fn from(value: Value) -> Self {
        Self { value, reason: None }
    }
}

/// Compares the values only.
impl PartialEq for Unrecognized {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq<Value> for Unrecognized {
    fn eq(&self, other: &Value) -> bool {
        self.value == *other
    }
}

impl Encode for Unrecognized {
    fn encode(&self, json: &mut JsonWriter) {
        self.value.encode(json);
    }
}

/// Reads a union as the alternative that `choose` reads. A value that it cannot read is kept unchanged, with a deviation.
///
/// # Errors
///
/// The error of `choose`, if reading is strict.
#[inline]
pub fn read_union<U>(
    json: Json<'_>,
    unknown: fn(Unrecognized) -> U,
    choose: impl FnOnce(Json<'_>) -> Result<U, DecodeError>,
) -> Result<U, DecodeError> {
    json.attempt(choose).or_else(|reason| unrecognized(json, reason).map(unknown))
}

/// Reads a union as the alternative that `choose` reads, or else as the one that `rest` reads, which allows any other value.
///
/// # Errors
///
/// The error of `rest`.
#[inline]
pub fn read_or<U>(
    json: Json<'_>,
    rest: impl FnOnce(Json<'_>) -> Result<U, DecodeError>,
    choose: impl FnOnce(Json<'_>) -> Result<U, DecodeError>,
) -> Result<U, DecodeError> {
    json.attempt(choose).or_else(|_| rest(json))
}

/// The error of a union whose alternatives all look different from the value.
///
/// # Errors
///
/// Always.
#[cold]
pub fn no_alternative<U>(json: Json<'_>) -> Result<U, DecodeError> {
    Err(DecodeError::expected("one of the alternatives that the description lists", json))
}

#[cold]
fn unrecognized(json: Json<'_>, reason: DecodeError) -> Result<Unrecognized, DecodeError> {
    json.tolerate(reason.clone())?;
    Ok(Unrecognized { value: Value::decode(json)?, reason: Some(reason) })
}
