//! `Json`: a value on a tape.

use std::borrow::Cow;
use std::fmt;

use super::number::{self, Integral};
use super::path::{quoted, shortened};
use super::scalar::Scalar;
use super::tape::{Kind, Tape, Token};
use super::{Decode, DecodeError, Elements, Encode, Entries, Fields, Reading, string, to_json};

/// A value on a [`Tape`]; as cheap to copy as a reference.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    tape: &'a Tape<'a>,
    index: u32,
}

impl<'a> Json<'a> {
    pub(super) fn new(tape: &'a Tape<'a>, index: u32) -> Self {
        Self { tape, index }
    }

    #[inline]
    pub(super) fn token(self) -> &'a Token {
        self.tape.token(self.index)
    }

    /// The properties of an object, to be taken by name.
    pub fn fields(self) -> Result<Fields<'a>, DecodeError> {
        Ok(Fields::new(self.entries()?))
    }

    /// The properties of an object in the order of the text; of a repeated key the last one.
    pub fn entries(self) -> Result<Entries<'a>, DecodeError> {
        let token = self.token();
        match token.kind {
            Kind::Object => Ok(Entries::new(self.tape, token, self.index + 1)),
            _ => Err(DecodeError::expected("an object", self)),
        }
    }

    /// The items of an array.
    pub fn elements(self) -> Result<Elements<'a>, DecodeError> {
        let token = self.token();
        match token.kind {
            Kind::Array => Ok(Elements::new(self.tape, token, self.index + 1)),
            _ => Err(DecodeError::expected("an array", self)),
        }
    }

    /// The text of a string.
    pub fn string(self) -> Result<Cow<'a, str>, DecodeError> {
        match self.as_str() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(DecodeError::expected("a string", self)),
        }
    }

    /// `true` or `false`.
    pub fn boolean(self) -> Result<bool, DecodeError> {
        match self.token().kind {
            Kind::True => Ok(true),
            Kind::False => Ok(false),
            _ => Err(DecodeError::expected("true or false", self)),
        }
    }

    /// An integer, exactly. `3.0` and `3e2` are integers too; `3.5` and what `T` cannot hold are errors.
    pub fn integer<T: TryFrom<i128>>(self) -> Result<T, DecodeError> {
        if let Some(value) = self.number_text().and_then(number::short_integer)
            && let Ok(value) = T::try_from(value.into())
        {
            return Ok(value);
        }
        self.wide_integer()?
            .and_then(|value| T::try_from(value).ok())
            .ok_or_else(|| DecodeError::expected(format_args!("an integer that fits {}", std::any::type_name::<T>()), self))
    }

    /// An integer, or `None` if it does not even fit 128 bits.
    fn wide_integer(self) -> Result<Option<i128>, DecodeError> {
        match self.number_text().map(number::integral) {
            Some(Integral::Value(value)) => Ok(Some(value)),
            Some(Integral::TooLarge) => Ok(None),
            Some(Integral::Fractional) | None => Err(DecodeError::expected("an integer", self)),
        }
    }

    /// A floating-point number. What lies beyond the range of `T` is an error, not infinity.
    pub fn float<T: std::str::FromStr + Into<f64> + Copy>(self) -> Result<T, DecodeError> {
        let text = self.number_text().ok_or_else(|| DecodeError::expected("a number", self))?;
        text.parse::<T>()
            .ok()
            .filter(|&value| value.into().is_finite())
            .ok_or_else(|| DecodeError::expected(format_args!("a number that fits {}", std::any::type_name::<T>()), self))
    }

    /// A number's text, if this is a number.
    pub fn number_text(self) -> Option<&'a str> {
        self.tape.number(self.token())
    }

    /// A string's text, if this is a string.
    pub fn as_str(self) -> Option<&'a str> {
        self.tape.string(self.token())
    }

    /// The property of this name, if this is an object that has it.
    pub fn get(self, name: &str) -> Option<Json<'a>> {
        if !self.is_object() {
            return None;
        }
        let mut entries = self.entries().ok()?;
        if entries.surely_lacks(name) {
            return None;
        }
        loop {
            let found = entries.next_if(name);
            if found.is_some() || !entries.pass() {
                return found;
            }
        }
    }

    /// The text of the property that identifies the variants of a union.
    pub fn tag(self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }

    /// Whether this is an object with all these properties.
    pub fn has_keys(self, names: &[&str]) -> bool {
        self.is_object() && names.iter().all(|name| self.get(name).is_some())
    }

    /// Whether this is an object whose property of this name is one of these strings.
    pub fn has_tag(self, name: &str, values: &[&str]) -> bool {
        self.tag(name).is_some_and(|tag| values.contains(&tag))
    }

    /// The text, number or boolean of the property that identifies the variants of a union.
    pub fn scalar_tag(self, name: &str) -> Option<Scalar<'a>> {
        Scalar::of(self.get(name)?)
    }

    /// Whether this is an object whose property of this name is one of these values.
    pub fn has_scalar_tag(self, name: &str, values: &[Scalar<'_>]) -> bool {
        self.scalar_tag(name).is_some_and(|tag| values.contains(&tag))
    }

    /// Whether this is a text or number of a type, in exactly the form in which that type writes it: `2` is an `i64`, but `2.0` is
    /// not, and a UUID has its hyphens.
    pub fn is<T: Decode + Encode>(self) -> bool {
        let mut own = Vec::new();
        match (self.as_str(), self.number_text()) {
            (Some(text), _) => string::write(text, &mut own),
            (None, Some(number)) => own.extend_from_slice(number.as_bytes()),
            (None, None) => return false,
        }
        let value = self.tape.tolerance.strictly(|| T::decode(self));
        value.is_ok_and(|value| to_json(&value).is_ok_and(|written| written == own))
    }

    /// Whether this can be read as a type without a deviation, whatever form that type writes.
    pub fn fits<T: Decode>(self) -> bool {
        self.tape.tolerance.strictly(|| T::decode(self).is_ok())
    }

    /// A value that was read from another form than the one expected here, with a deviation.
    ///
    /// # Errors
    ///
    /// If there is no value, or reading is strict.
    pub fn deviating<T>(self, expected: impl fmt::Display, value: Option<T>) -> Result<T, DecodeError> {
        let error = DecodeError::expected(expected, self);
        match value {
            Some(value) => self.tolerate(error).map(|()| value),
            None => Err(error),
        }
    }

    /// Reads this, and forgets the deviations that were noted in it if that fails.
    pub fn attempt<T>(self, read: impl FnOnce(Self) -> Result<T, DecodeError>) -> Result<T, DecodeError> {
        self.tape.tolerance.attempt(|| read(self))
    }

    /// Reads this as an alternative of a union, which does not fit if a property with only one value has another one.
    pub(super) fn as_alternative<T>(self, read: impl FnOnce(Self) -> T) -> T {
        self.tape.tolerance.as_alternative(self.index, || read(self))
    }

    /// Whether this is read as an alternative of a union.
    pub(super) fn is_alternative(self) -> bool {
        self.tape.tolerance.is_alternative(self.index)
    }

    /// Notes an error at this value as a deviation, so that reading can go on.
    ///
    /// # Errors
    ///
    /// The same error, if reading is strict.
    pub fn tolerate(self, error: DecodeError) -> Result<(), DecodeError> {
        self.tape.tolerance.note(self.index, error)
    }

    /// How far a document may differ from its description.
    pub(super) fn reading(self) -> Reading {
        self.tape.tolerance.reading()
    }

    pub(super) fn index(self) -> u32 {
        self.index
    }

    /// Whether this is one of these strings.
    pub fn is_one_of(self, values: &[&str]) -> bool {
        self.as_str().is_some_and(|text| values.contains(&text))
    }

    /// Whether this is `null`.
    pub fn is_null(self) -> bool {
        self.token().kind == Kind::Null
    }

    /// Whether this is `true` or `false`.
    pub fn is_boolean(self) -> bool {
        matches!(self.token().kind, Kind::True | Kind::False)
    }

    /// Whether this is a number.
    pub fn is_number(self) -> bool {
        self.token().kind == Kind::Number
    }

    /// Whether this is a number without a fraction.
    pub fn is_integer(self) -> bool {
        self.number_text().is_some_and(|text| number::integral(text) != Integral::Fractional)
    }

    /// Whether this is a string.
    pub fn is_string(self) -> bool {
        matches!(self.token().kind, Kind::Plain | Kind::Unescaped)
    }

    /// Whether this is an array.
    pub fn is_array(self) -> bool {
        self.token().kind == Kind::Array
    }

    /// Whether this is an object.
    pub fn is_object(self) -> bool {
        self.token().kind == Kind::Object
    }

    /// The index after this value.
    #[inline]
    pub(super) fn after(self) -> u32 {
        self.token().after(self.index)
    }

    /// What an error message says was found.
    pub(super) fn describe(self) -> String {
        match self.token().kind {
            Kind::Null => "null".to_owned(),
            Kind::True => "true".to_owned(),
            Kind::False => "false".to_owned(),
            Kind::Array => "an array".to_owned(),
            Kind::Object => "an object".to_owned(),
            Kind::Number => shortened(self.number_text().unwrap_or_default()),
            Kind::Plain | Kind::Unescaped => quoted(self.as_str().unwrap_or_default()),
        }
    }
}
