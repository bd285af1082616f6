//! `uuid`: 128 bits that identify something.

pub use ::uuid;
use uuid::Uuid;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Reads the form of RFC 9562. UUIDs without hyphens, in braces or as a URN are read with a deviation.
impl Decode for Uuid {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        const HYPHENATED: usize = uuid::fmt::Hyphenated::LENGTH;
        let text = json.string()?;
        match (Uuid::try_parse(&text), text.len()) {
            (Ok(id), HYPHENATED) => Ok(id),
            (id, _) => json.deviating("a UUID", id.ok()),
        }
    }
}

impl Encode for Uuid {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.as_hyphenated().to_string());
    }
}
