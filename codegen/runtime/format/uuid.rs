//! `uuid`: 128 bits that identify something.

pub use ::uuid;
use uuid::Uuid;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Reads RFC 9562, and with a deviation what has no hyphens, has braces, or is a URN.
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
