//! `serialize`: the bridge from [`Encode`](super::Encode) to serde.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::number::{self, Integral};
use super::{Encode, Json, Tape, to_json};

/// Hands a value to any serde serializer.
///
/// # Errors
///
/// If something in it has no form in JSON, or the serializer fails.
pub fn serialize<S: Serializer>(value: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let bytes = to_json(value).map_err(S::Error::custom)?;
    let tape = Tape::parse(&bytes).map_err(S::Error::custom)?;
    tape.root().serialize(serializer)
}

/// Numbers go over as 64-bit integers where they are, else as `f64`, never in a form of serde_json's own, so that every
/// serializer understands them.
impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(text) = self.as_str() {
            serializer.serialize_str(text)
        } else if let Some(text) = self.number_text() {
            serialize_number(*self, text, serializer)
        } else if let Ok(value) = self.boolean() {
            serializer.serialize_bool(value)
        } else if let Ok(elements) = self.elements() {
            let mut sequence = serializer.serialize_seq(Some(elements.length()))?;
            for element in elements {
                sequence.serialize_element(&element)?;
            }
            sequence.end()
        } else if let Ok(entries) = self.entries() {
            let mut map = serializer.serialize_map(Some(entries.clone().count()))?;
            for (key, value) in entries {
                map.serialize_entry(key, &value)?;
            }
            map.end()
        } else {
            serializer.serialize_unit()
        }
    }
}

fn serialize_number<S: Serializer>(json: Json<'_>, text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if !text.contains(['.', 'e', 'E'])
        && let Integral::Value(value) = number::integral(text)
    {
        if let Ok(value) = i64::try_from(value) {
            return serializer.serialize_i64(value);
        }
        if let Ok(value) = u64::try_from(value) {
            return serializer.serialize_u64(value);
        }
    }
    serializer.serialize_f64(json.float().map_err(S::Error::custom)?)
}
