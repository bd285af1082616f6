//! `IntOrString`: a value that is an integer or a text.

use std::fmt;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// An integer or a text, such as the port `8080` or `"http"`: the `int-or-string` of Kubernetes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntOrString {
    /// An integer.
    Int(i64),
    /// A text.
    String(String),
}

/// Zero.
impl Default for IntOrString {
    fn default() -> Self {
        Self::Int(0)
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for IntOrString {
            fn from(integer: $integer) -> Self {
                Self::Int(integer.into())
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 u8 u16 u32);

impl From<&str> for IntOrString {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for IntOrString {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl fmt::Display for IntOrString {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(integer) => integer.fmt(formatter),
            Self::String(text) => text.fmt(formatter),
        }
    }
}

impl Decode for IntOrString {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        match json.as_str() {
            Some(text) => Ok(text.into()),
            None if json.is_number() => json.integer().map(Self::Int),
            None => Err(DecodeError::expected("an integer or a string", json)),
        }
    }
}

impl Encode for IntOrString {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Self::Int(integer) => json.integer(*integer),
            Self::String(text) => json.string(text),
        }
    }
}
