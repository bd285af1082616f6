//! `Json`: a value on a tape.

use std::borrow::Cow;

use super::number::{self, Integral};
use super::path::{quoted, shortened};
use super::tape::{Extent, Tape, Token};
use super::{Decode, DecodeError, Fields};

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

    pub(super) fn token(self) -> Token {
        self.tape.token(self.index)
    }

    /// The properties of an object, to be taken by name.
    pub fn fields(self) -> Result<Fields<'a>, DecodeError> {
        Ok(Fields::new(self.entries()?))
    }

    /// The properties of an object in the order of the text; of a repeated key the last one.
    pub fn entries(self) -> Result<Entries<'a>, DecodeError> {
        match self.token() {
            Token::Object(extent) => Ok(Entries::new(self.tape, self.index + 1, extent)),
            _ => Err(DecodeError::expected("an object", self)),
        }
    }

    /// The items of an array.
    pub fn elements(self) -> Result<Elements<'a>, DecodeError> {
        match self.token() {
            Token::Array(extent) => Ok(Elements { tape: self.tape, next: self.index + 1, extent }),
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
        match self.token() {
            Token::True => Ok(true),
            Token::False => Ok(false),
            _ => Err(DecodeError::expected("true or false", self)),
        }
    }

    /// An integer, exactly. `3.0` and `3e2` are integers too; `3.5` and what `T` cannot hold are errors.
    pub fn integer<T: TryFrom<i128>>(self) -> Result<T, DecodeError> {
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
        self.entries().ok()?.find_map(|(key, value)| (key == name).then_some(value))
    }

    /// The text of the property that tells the variants of a union apart.
    pub fn tag(self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }

    /// Whether this is an object with all these properties.
    pub fn has_keys(self, names: &[&str]) -> bool {
        self.is_object() && names.iter().all(|name| self.get(name).is_some())
    }

    /// Whether this is an object with one of these properties.
    pub fn has_any_key(self, names: &[&str]) -> bool {
        self.entries().is_ok_and(|mut entries| entries.any(|(key, _)| names.contains(&key)))
    }

    /// Whether this is an object whose property of this name is one of these strings.
    pub fn has_tag(self, name: &str, values: &[&str]) -> bool {
        self.tag(name).is_some_and(|tag| values.contains(&tag))
    }

    /// Whether this is an object whose property of this name is one of these integers.
    pub fn has_integer_tag(self, name: &str, values: &[i64]) -> bool {
        self.get(name).is_some_and(|tag| tag.is_one_of_integers(values))
    }

    /// Whether this is an array of which every item passes a test.
    pub fn all_items(self, test: fn(Json<'a>) -> bool) -> bool {
        self.elements().is_ok_and(|mut elements| elements.all(test))
    }

    /// Whether this can be read as a type.
    pub fn is<T: Decode>(self) -> bool {
        T::decode(self).is_ok()
    }

    /// Whether this is one of these strings.
    pub fn is_one_of(self, values: &[&str]) -> bool {
        self.as_str().is_some_and(|text| values.contains(&text))
    }

    /// Whether this is one of these integers.
    pub fn is_one_of_integers(self, values: &[i64]) -> bool {
        self.integer().is_ok_and(|integer| values.contains(&integer))
    }

    /// Whether this is `null`.
    pub fn is_null(self) -> bool {
        matches!(self.token(), Token::Null)
    }

    /// Whether this is `true` or `false`.
    pub fn is_boolean(self) -> bool {
        matches!(self.token(), Token::True | Token::False)
    }

    /// Whether this is a number.
    pub fn is_number(self) -> bool {
        matches!(self.token(), Token::Number(_))
    }

    /// Whether this is a number without a fraction.
    pub fn is_integer(self) -> bool {
        self.number_text().is_some_and(|text| number::integral(text) != Integral::Fractional)
    }

    /// Whether this is a string.
    pub fn is_string(self) -> bool {
        matches!(self.token(), Token::Plain(_) | Token::Unescaped(_))
    }

    /// Whether this is an array.
    pub fn is_array(self) -> bool {
        matches!(self.token(), Token::Array(_))
    }

    /// Whether this is an object.
    pub fn is_object(self) -> bool {
        matches!(self.token(), Token::Object(_))
    }

    /// What an error message says was found.
    pub(super) fn describe(self) -> String {
        match self.token() {
            Token::Null => "null".to_owned(),
            Token::True => "true".to_owned(),
            Token::False => "false".to_owned(),
            Token::Array(_) => "an array".to_owned(),
            Token::Object(_) => "an object".to_owned(),
            Token::Number(_) => shortened(self.number_text().unwrap_or_default()),
            Token::Plain(_) | Token::Unescaped(_) | Token::Superseded => quoted(self.as_str().unwrap_or_default()),
        }
    }
}

/// The items of an array.
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    tape: &'a Tape<'a>,
    next: u32,
    extent: Extent,
}

impl Elements<'_> {
    /// How many items the whole array has.
    pub(super) fn length(&self) -> usize {
        self.extent.length as usize
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        let value = (self.next < self.extent.end).then(|| Json::new(self.tape, self.next))?;
        self.next = self.tape.after(self.next);
        Some(value)
    }
}

/// The properties of an object in the order of the text; of a repeated key the last one.
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    tape: &'a Tape<'a>,
    next: u32,
    extent: Extent,
}

impl<'a> Entries<'a> {
    fn new(tape: &'a Tape<'a>, first: u32, extent: Extent) -> Self {
        Self { tape, next: first, extent }
    }

    /// How many properties the whole object has, counting repeated ones.
    pub(super) fn length(&self) -> usize {
        self.extent.length as usize
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, Json<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.next < self.extent.end {
            let key = self.tape.string(self.tape.token(self.next));
            let value = Json::new(self.tape, self.next + 1);
            self.next = self.tape.after(self.next + 1);
            if let Some(key) = key {
                return Some((key, value));
            }
        }
        None
    }
}
