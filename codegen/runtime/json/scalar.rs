//! `Scalar`: a text, a number or a boolean.

use std::fmt;

use super::Json;
use super::number::{Integral, integral};
use super::path::quoted;
use super::tape::Kind;

/// A text, a number or a boolean, compared by value: `1`, `1.0` and `1e0` are the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// `true` or `false`.
    Boolean(bool),
    /// A number without a fraction, of at most 128 bits.
    Integer(i128),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(&'a str),
}

impl<'a> Scalar<'a> {
    /// A value, unless it is null, an array or an object.
    pub(super) fn of(json: Json<'a>) -> Option<Self> {
        match json.token().kind {
            Kind::True => Some(Self::Boolean(true)),
            Kind::False => Some(Self::Boolean(false)),
            Kind::Plain | Kind::Unescaped => json.as_str().map(Self::Text),
            Kind::Number => match integral(json.number_text()?) {
                Integral::Value(value) => Some(Self::Integer(value)),
                Integral::TooLarge | Integral::Fractional => json.float().ok().map(Self::Number),
            },
            Kind::Null | Kind::Array | Kind::Object => None,
        }
    }
}

/// The value as an error message shows it.
impl fmt::Display for Scalar<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(formatter),
            Self::Integer(value) => value.fmt(formatter),
            Self::Number(value) => value.fmt(formatter),
            Self::Text(text) => quoted(text).fmt(formatter),
        }
    }
}

impl From<bool> for Scalar<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for Scalar<'_> {
    fn from(value: i64) -> Self {
        Self::Integer(value.into())
    }
}

impl From<i128> for Scalar<'_> {
    fn from(value: i128) -> Self {
        Self::Integer(value)
    }
}

/// A number without a fraction becomes an integer, as when it is read.
impl From<f64> for Scalar<'_> {
    fn from(value: f64) -> Self {
        let is_integer = value.fract() == 0.0 && value.abs() < 2_f64.powi(127);
        if is_integer { Self::Integer(value as i128) } else { Self::Number(value) }
    }
}

impl<'a> From<&'a str> for Scalar<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}
