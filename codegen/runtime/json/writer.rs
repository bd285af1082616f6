//! `JsonWriter`: writes JSON text, and remembers the first thing that could not be written.

use std::collections::BTreeMap;

use super::path::quoted;
use super::{Encode, EncodeError, number, string};

/// Writes JSON text, and remembers the first thing that could not be written.
#[derive(Debug)]
pub struct JsonWriter {
    bytes: Vec<u8>,
    error: Option<EncodeError>,
    /// The names of the properties written so far, of all open objects.
    names: Vec<&'static str>,
    purpose: Purpose,
}

/// What a text is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Whatever the caller does with it.
    Any,
    /// To be sent: values have to keep to their constraints, and what only the server sets is left out.
    Request,
    /// To be shown to people: secrets are left out.
    Display,
}

impl JsonWriter {
    /// A writer without text.
    pub fn new() -> Self {
        Self { bytes: Vec::with_capacity(64), error: None, names: Vec::new(), purpose: Purpose::Any }
    }

    /// A writer of what is to be sent: values have to keep to their constraints.
    pub(in crate::runtime) fn of_request() -> Self {
        Self { purpose: Purpose::Request, ..Self::new() }
    }

    /// A writer of what is to be shown: secrets are left out.
    pub(super) fn of_display() -> Self {
        Self { purpose: Purpose::Display, ..Self::new() }
    }

    /// Whether secrets are to be left out.
    pub fn is_display(&self) -> bool {
        self.purpose == Purpose::Display
    }

    /// The text.
    ///
    /// # Errors
    ///
    /// If a value had no form in JSON.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        match self.error {
            None => Ok(self.bytes),
            Some(error) => Err(error),
        }
    }

    /// Records that a value has no form in JSON, and writes null in its place.
    pub fn fail(&mut self, problem: impl Into<String>) {
        self.error.get_or_insert_with(|| EncodeError::new(problem.into()));
        self.null();
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.bytes.extend_from_slice(if value { b"true" } else { b"false" });
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: impl Into<i128>) {
        let value = value.into();
        match i64::try_from(value) {
            Ok(value) => number::write(value, &mut self.bytes),
            Err(_) => self.raw(&value.to_string()),
        }
    }

    /// Writes a floating-point number; fails for NaN and infinity.
    pub fn float(&mut self, value: f64) {
        if is_plain(value) { self.number(&value) } else { self.rare_float(value, &value) }
    }

    /// Writes a floating-point number of single precision, with no more digits than it has.
    pub(super) fn single_float(&mut self, value: f32) {
        self.rare_float(value.into(), &value);
    }

    #[cold]
    fn rare_float(&mut self, value: f64, text: &dyn std::fmt::Debug) {
        if value.is_finite() { self.raw(&format!("{text:?}")) } else { self.fail_float(value) }
    }

    /// Writes a number in the form of serde_json, which takes a third of the time of the standard library.
    pub(super) fn number(&mut self, value: &impl serde::Serialize) {
        serde_json::to_writer(&mut self.bytes, value).expect("a number is JSON, and writing to a vector cannot fail");
    }

    fn fail_float(&mut self, value: f64) {
        self.fail(format!("{value} is not a number in JSON"));
    }

    /// Writes a piece of JSON text as it stands.
    pub(super) fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Writes a value. If it is to be sent and nothing has failed, its text is checked, and an error of it recorded.
    pub fn constrained(&mut self, value: &dyn Encode, check: impl FnOnce(&[u8]) -> Result<(), EncodeError>) {
        let start = self.bytes.len();
        value.encode(self);
        if self.purpose == Purpose::Request && self.error.is_none() {
            self.error = check(&self.bytes[start..]).err();
        }
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        string::write(text, &mut self.bytes);
    }

    /// Starts an array.
    pub fn array(&mut self) -> ArrayWriter<'_> {
        self.bytes.push(b'[');
        ArrayWriter { json: self, length: 0 }
    }

    /// Starts an object.
    pub fn object(&mut self) -> ObjectWriter<'_> {
        if self.names.capacity() == 0 {
            // Enough for most bodies; a number or text alone needs neither.
            self.names.reserve(32);
            self.bytes.reserve(1024);
        }
        self.bytes.push(b'{');
        let first_name = self.names.len();
        ObjectWriter { json: self, is_empty: true, first_name }
    }

    /// Writes a value inside of something; an error learns where it is.
    fn nested(&mut self, value: &(impl Encode + ?Sized), enter: impl FnOnce(&mut EncodeError)) {
        let failed_before = self.error.is_some();
        value.encode(self);
        if let Some(error) = &mut self.error
            && !failed_before
        {
            enter(error);
        }
    }
}

impl Default for JsonWriter {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether serde_json and the standard library agree on the form of a floating-point number: both write it without an exponent.
fn is_plain(value: f64) -> bool {
    value == 0.0 || (1e-4..1e16).contains(&value.abs())
}

/// Writes the items of an array.
#[derive(Debug)]
#[must_use = "the array is not closed until `end`"]
pub struct ArrayWriter<'w> {
    json: &'w mut JsonWriter,
    length: usize,
}

impl ArrayWriter<'_> {
    /// Writes an item.
    pub fn item<T: Encode + ?Sized>(&mut self, value: &T) {
        let index = self.length;
        if index > 0 {
            self.json.bytes.push(b',');
        }
        self.length += 1;
        self.json.nested(value, |error| error.enter_item(index));
    }

    /// Ends the array.
    pub fn end(self) {
        self.json.bytes.push(b']');
    }
}

/// Writes the properties of an object.
#[derive(Debug)]
#[must_use = "the object is not closed until `end`"]
pub struct ObjectWriter<'w> {
    json: &'w mut JsonWriter,
    is_empty: bool,
    /// Where in the writer's names this object's own begin.
    first_name: usize,
}

impl ObjectWriter<'_> {
    /// Writes a property.
    pub fn required<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.json.names.push(name);
        self.entry(name, value);
    }

    /// Writes a property that only the server sets, unless the text is to be sent.
    pub fn read_only<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        match self.json.purpose {
            Purpose::Request => self.json.names.push(name),
            Purpose::Any | Purpose::Display => self.required(name, value),
        }
    }

    /// Writes a property, unless it is absent: `None`, and for an optional and nullable one the outer `None`.
    pub fn optional<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        if value.is_absent() {
            self.json.names.push(name);
        } else {
            self.required(name, value);
        }
    }

    /// Writes the properties of a map beside those written so far; fails for a name that already belongs to one of those.
    pub fn additional<T: Encode>(&mut self, map: &BTreeMap<String, T>) {
        for (key, value) in map {
            if self.json.names[self.first_name..].contains(&key.as_str()) {
                let problem = format!("the property {} is described by name", quoted(key));
                self.json.error.get_or_insert_with(|| EncodeError::new(problem));
            }
            self.entry(key, value);
        }
    }

    /// Writes a property of any name.
    pub fn entry<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        if !self.is_empty {
            self.json.bytes.push(b',');
        }
        self.is_empty = false;
        self.json.string(name);
        self.json.bytes.push(b':');
        self.json.nested(value, |error| error.enter_property(name));
    }

    /// Ends the object.
    pub fn end(self) {
        self.json.names.truncate(self.first_name);
        self.json.bytes.push(b'}');
    }
}
