//! `deserialize`: the bridge from serde to [`Decode`](super::Decode).

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Decode, JsonWriter, Tape, from_json};

/// Takes a value from any serde deserializer that says what it holds.
///
/// # Errors
///
/// If the deserializer fails, or holds something else than `T` says.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let bytes = to_text(deserializer)?;
    from_json(&bytes).map_err(D::Error::custom)
}

fn to_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let mut json = JsonWriter::new();
    Transcribe::first(&mut json).deserialize(deserializer)?;
    json.finish().map_err(D::Error::custom)
}

/// Writes whatever a deserializer holds.
struct Transcribe<'w> {
    json: &'w mut JsonWriter,
    /// Whether a comma goes in front: whether there is a value shows only when the deserializer comes up with it.
    is_first: bool,
}

impl<'w> Transcribe<'w> {
    fn first(json: &'w mut JsonWriter) -> Self {
        Self { json, is_first: true }
    }
}

impl<'de> DeserializeSeed<'de> for Transcribe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if !self.is_first {
            self.json.raw(",");
        }
        deserializer.deserialize_any(Transcribe::first(self.json))
    }
}

impl<'de> Visitor<'de> for Transcribe<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that JSON can hold")
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.json.boolean(value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.json.integer(value);
        Ok(())
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.json.integer(value);
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.json.integer(value);
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.json.float(value);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        self.json.string(value);
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.json.null();
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.json.null();
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        self.json.raw("[");
        let mut is_first = true;
        while sequence.next_element_seed(Transcribe { json: self.json, is_first })?.is_some() {
            is_first = false;
        }
        self.json.raw("]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut next = map.next_key::<String>()?;
        if next.as_deref() == Some(EXACT_NUMBER) {
            return exact_number(self.json, &map.next_value::<String>()?);
        }
        self.json.raw("{");
        while let Some(key) = next {
            self.json.string(&key);
            self.json.raw(":");
            map.next_value_seed(Transcribe::first(self.json))?;
            next = map.next_key()?;
            if next.is_some() {
                self.json.raw(",");
            }
        }
        self.json.raw("}");
        Ok(())
    }
}

/// With its feature `arbitrary_precision`, which any crate of a build can switch on, serde_json hands numbers over as maps
/// with this one key.
const EXACT_NUMBER: &str = "$serde_json::private::Number";

fn exact_number<E: Error>(json: &mut JsonWriter, text: &str) -> Result<(), E> {
    let tape = Tape::parse(text.as_bytes()).map_err(E::custom)?;
    let number = tape.root().number_text().ok_or_else(|| E::custom("expected the text of a number"))?;
    json.raw(number);
    Ok(())
}
