//! `Encode`: how a value writes itself as JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{EncodeError, JsonWriter};

/// A value that writes itself as JSON.
pub trait Encode {
    /// Writes the value. What has no form in JSON is recorded with [`JsonWriter::fail`].
    fn encode(&self, json: &mut JsonWriter);

    /// Whether an optional property of this value is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value as JSON text.
///
/// # Errors
///
/// If something in it has no form in JSON.
pub fn to_json(value: &dyn Encode) -> Result<Vec<u8>, EncodeError> {
    let mut json = JsonWriter::new();
    value.encode(&mut json);
    json.finish()
}

/// A value as JSON text that is to be sent.
///
/// # Errors
///
/// If something in it has no form in JSON, or breaks a constraint.
pub(in crate::runtime) fn to_request_json(value: &dyn Encode) -> Result<Vec<u8>, EncodeError> {
    let mut json = JsonWriter::of_request();
    value.encode(&mut json);
    json.finish()
}

impl Encode for bool {
    fn encode(&self, json: &mut JsonWriter) {
        json.boolean(*self);
    }
}

macro_rules! encode_integers {
    ($($integer:ty)*) => {$(
        impl Encode for $integer {
            fn encode(&self, json: &mut JsonWriter) {
                json.integer(*self as i128);
            }
        }
    )*};
}

encode_integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize);

impl Encode for f32 {
    fn encode(&self, json: &mut JsonWriter) {
        json.single_float(*self);
    }
}

impl Encode for f64 {
    fn encode(&self, json: &mut JsonWriter) {
        json.float(*self);
    }
}

impl Encode for str {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(self);
    }
}

impl Encode for String {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(self);
    }
}

/// Writes null.
impl Encode for () {
    fn encode(&self, json: &mut JsonWriter) {
        json.null();
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self, json: &mut JsonWriter) {
        (**self).encode(json);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, json: &mut JsonWriter) {
        (**self).encode(json);
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

/// `None` is null, or absent where a property can be.
impl<T: Encode> Encode for Option<T> {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Some(value) => value.encode(json),
            None => json.null(),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, json: &mut JsonWriter) {
        let mut array = json.array();
        for item in self {
            array.item(item);
        }
        array.end();
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, json: &mut JsonWriter) {
        self.as_slice().encode(json);
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, json: &mut JsonWriter) {
        let mut object = json.object();
        for (key, value) in self {
            object.entry(key, value);
        }
        object.end();
    }
}

impl Encode for serde_json::Map<String, Value> {
    fn encode(&self, json: &mut JsonWriter) {
        let mut object = json.object();
        for (key, value) in self {
            object.entry(key, value);
        }
        object.end();
    }
}

impl Encode for Value {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Self::Null => json.null(),
            Self::Bool(value) => json.boolean(*value),
            Self::Number(number) => json.number(number),
            Self::String(text) => json.string(text),
            Self::Array(items) => items.encode(json),
            Self::Object(map) => map.encode(json),
        }
    }
}
