//! `Decode`: how a type reads itself from JSON.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

use super::{DecodeError, Deviations, Json, Reading, Tape, number};

/// A type that reads itself from JSON.
pub trait Decode: Sized {
    /// Whether null is one of the type's own values, and so tells an optional property that is null from one that is missing.
    const HOLDS_NULL: bool = false;

    /// The value of a required property that is null or missing; only lists and maps have one, and what holds them.
    fn when_missing() -> Option<Self> {
        None
    }

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// If the JSON is not what the type says; the error tells where and how.
    fn decode(json: Json<'_>) -> Result<Self, DecodeError>;
}

/// Reads a whole document.
///
/// # Errors
///
/// If the bytes are not JSON, or not what `T` says.
pub fn from_json<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    T::decode(Tape::parse(bytes)?.root())
}

/// Reads a whole document, and lists where it differs from what `T` says. Null for a list or map is an empty one.
pub(in crate::runtime) fn read_json<T: Decode>(bytes: &[u8], reading: Reading) -> Result<(T, Deviations), DecodeError> {
    let tape = Tape::parse(bytes)?.reading(reading);
    let root = tape.root();
    let value = T::decode(root).or_else(|error| match T::when_missing().filter(|_| root.is_null()) {
        Some(empty) => root.tolerate(error).map(|()| empty),
        None => Err(error),
    })?;
    Ok((value, tape.deviations()))
}

/// Reads the payload of a union's variant; an error names the payload's type. A property that has another value than its only one
/// is an error.
///
/// # Errors
///
/// If the JSON is not what `T` says.
pub fn variant<T: Decode, U>(json: Json<'_>, variant: fn(T) -> U) -> Result<U, DecodeError> {
    match json.as_alternative(T::decode) {
        Ok(payload) => Ok(variant(payload)),
        Err(error) => Err(error.in_variant(short_type_name(std::any::type_name::<T>()))),
    }
}

/// `alloc::boxed::Box<client::models::circle::Circle>` is `Circle`.
fn short_type_name(name: &str) -> String {
    let name = name.strip_prefix("alloc::boxed::Box<").and_then(|name| name.strip_suffix('>')).unwrap_or(name);
    let mut short = String::new();
    for part in name.split_inclusive(['<', '>', ',', ' ', '(', ')', '[', ']']) {
        short.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    short
}

impl Decode for bool {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.boolean()
    }
}

macro_rules! decode_integers {
    ($($integer:ty)*) => {$(
        impl Decode for $integer {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                json.integer()
            }
        }
    )*};
}

decode_integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize);

impl Decode for f32 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.float()
    }
}

impl Decode for f64 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        json.float()
    }
}

impl Decode for String {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        match json.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(DecodeError::expected("a string", json)),
        }
    }
}

/// Reads nothing, whatever is there.
impl Decode for () {
    fn decode(_: Json<'_>) -> Result<Self, DecodeError> {
        Ok(())
    }
}

impl<T: Decode> Decode for Box<T> {
    fn when_missing() -> Option<Self> {
        T::when_missing().map(Self::new)
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        T::decode(json).map(Self::new)
    }
}

/// Null is `None`, and so is a list or map that is missing.
impl<T: Decode> Decode for Option<T> {
    const HOLDS_NULL: bool = true;

    fn when_missing() -> Option<Self> {
        T::when_missing().map(|_| None)
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        if json.is_null() { Ok(None) } else { T::decode(json).map(Some) }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn when_missing() -> Option<Self> {
        Some(Self::new())
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let elements = json.elements()?;
        let length = elements.length();
        // Not more room at once than what was read justifies: one byte of text could ask for a large `T`.
        let mut items = Self::with_capacity(length.min(1024));
        for (index, element) in elements.enumerate() {
            if items.len() == items.capacity() {
                items.reserve_exact(items.len().min(length - index));
            }
            items.push(T::decode(element).map_err(|error| error.in_item(index))?);
        }
        Ok(items)
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn when_missing() -> Option<Self> {
        Some(Self::new())
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut map = Self::new();
        for (key, value) in json.entries()? {
            let value = T::decode(value).map_err(|error| error.in_property(key.to_owned()))?;
            map.insert(key.to_owned(), value);
        }
        Ok(map)
    }
}

impl Decode for serde_json::Map<String, Value> {
    fn when_missing() -> Option<Self> {
        Some(Self::new())
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut map = Self::new();
        for (key, value) in json.entries()? {
            let value = Value::decode(value).map_err(|error| error.in_property(key.to_owned()))?;
            map.insert(key.to_owned(), value);
        }
        Ok(map)
    }
}

impl Decode for Value {
    const HOLDS_NULL: bool = true;

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        if json.is_null() {
            Ok(Self::Null)
        } else if let Some(text) = json.as_str() {
            Ok(Self::String(text.to_owned()))
        } else if let Some(text) = json.number_text() {
            decode_number(text, json).map(Self::Number)
        } else if json.is_array() {
            Vec::decode(json).map(Self::Array)
        } else if json.is_object() {
            serde_json::Map::decode(json).map(Self::Object)
        } else {
            json.boolean().map(Self::Bool)
        }
    }
}

/// Keeps the number as exact as a [`Value`] can.
fn decode_number(text: &str, json: Json<'_>) -> Result<Number, DecodeError> {
    if let Some(integer) = number::short_integer(text) {
        return Ok(integer.into());
    }
    let number: Number = text.parse().map_err(|_| DecodeError::expected("a number that fits f64", json))?;
    // Without its feature `float_roundtrip`, serde_json's own reading can be off by a bit.
    let exact = text.parse::<f64>().ok();
    if number.is_f64() && number.as_f64() != exact {
        return Ok(exact.and_then(Number::from_f64).unwrap_or(number));
    }
    Ok(number)
}
