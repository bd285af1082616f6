//! `Quoted` and `Numeric`: numbers that JSON holds as text, always or sometimes.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::str::FromStr;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter, from_json};

/// A type that is used like the number in it.
macro_rules! number {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<T>(pub T);

        impl<T> Deref for $name<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> DerefMut for $name<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }

        impl<T> From<T> for $name<T> {
            fn from(number: T) -> Self {
                Self(number)
            }
        }

        impl<T: FromStr> FromStr for $name<T> {
            type Err = T::Err;

            fn from_str(text: &str) -> Result<Self, T::Err> {
                text.parse().map(Self)
            }
        }

        impl<T: PartialEq> PartialEq<T> for $name<T> {
            fn eq(&self, other: &T) -> bool {
                self.0 == *other
            }
        }

        impl<T: fmt::Display> fmt::Display for $name<T> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl<T: fmt::Debug> fmt::Debug for $name<T> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

number! {
    /// An integer that JSON holds as text, `"12"`, as the
    /// [JSON of protobuf](https://protobuf.dev/programming-guides/json/) has those of 64 bits.
    ///
    /// It is used like the integer in it: reading and writing takes care of the text. A number without quotation marks is read
    /// as well, with a deviation.
    Quoted
}

number! {
    /// A number that may arrive as text, `12` or `"12"`. It is written as a number.
    Numeric
}

impl<T: Decode> Decode for Quoted<T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.as_str();
        match text.map_or_else(|| T::decode(json).ok(), number) {
            Some(integer) if text.is_some_and(is_plain) => Ok(Self(integer)),
            integer => {
                let expected = format_args!("the text of an integer that fits {}", std::any::type_name::<T>());
                json.deviating(expected, integer.map(Self))
            }
        }
    }
}

impl<T: fmt::Display> Encode for Quoted<T> {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.0.to_string());
    }
}

impl<T: Decode> Decode for Numeric<T> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let Some(text) = json.as_str() else { return T::decode(json).map(Self) };
        let expected = || format_args!("the text of a number that fits {}", std::any::type_name::<T>()).to_string();
        number(text).map(Self).ok_or_else(|| DecodeError::expected(expected(), json))
    }
}

impl<T: Encode> Encode for Numeric<T> {
    fn encode(&self, json: &mut JsonWriter) {
        self.0.encode(json);
    }
}

/// The number that a text has, in the form of JSON or with a plus sign or zeros in front.
fn number<T: Decode>(text: &str) -> Option<T> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let is_zero = |at: usize| digits.as_bytes()[at] == b'0' && digits.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
    let first = (0..digits.len()).find(|at| !is_zero(*at))?;
    from_json(format!("{sign}{}", &digits[first..]).as_bytes()).ok()
}

/// Whether a text is an integer's own: without a plus sign, zeros in front, a fraction or an exponent.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_short = text == "0" || !digits.starts_with('0');
    is_short && digits.bytes().all(|digit| digit.is_ascii_digit())
}
