//! `Scalar`: a text, a number or a boolean.

use super::Json;
use super::number::{Integral, integral};
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
