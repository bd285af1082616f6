//! `uuid`: 128 bits that identify something.

pub use ::uuid;
use uuid::Uuid;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

impl Decode for Uuid {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.string()?.parse().map_err(|_| DecodeError::expected("a UUID", json))
    }
}

impl Encode for Uuid {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.as_hyphenated().to_string());
    }
}
