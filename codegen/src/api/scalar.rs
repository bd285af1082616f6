//! `Scalar`: a text, a number or a boolean of JSON, which may identify an alternative.

use std::cmp::Ordering;
use std::fmt::{self, Display};

use crate::node::{Node, Value};

/// A text, a number or a boolean of JSON.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean(bool),
    /// A number without a fraction, however it is written.
    Integer(i128),
    /// Any other number.
    Number(Fraction),
    /// A text.
    Text(String),
}

/// A finite number with a fraction, or beyond 128 bits.
#[derive(Clone, Copy, Debug)]
pub struct Fraction(pub f64);

impl Scalar {
    /// The value that was written; `None` for null, a list or a mapping.
    pub fn of(node: &Node) -> Option<Self> {
        Some(match &node.value {
            Value::Bool(value) => Self::Boolean(*value),
            Value::Integer(value) => Self::Integer(*value),
            Value::Float(value) => Self::number(*value),
            Value::String(text) => Self::Text(text.clone()),
            Value::Null | Value::Sequence(_) | Value::Mapping(_) => return None,
        })
    }

    /// The number or boolean that is written like this in JSON.
    pub fn written(text: &str) -> Option<Self> {
        match text {
            "true" => Some(Self::Boolean(true)),
            "false" => Some(Self::Boolean(false)),
            _ if !text.starts_with(|first: char| first.is_ascii_digit() || first == '-') => None,
            _ => text.parse().map(Self::Integer).ok().or_else(|| {
                let number: f64 = text.parse().ok()?;
                number.is_finite().then(|| Self::number(number))
            }),
        }
    }

    fn number(value: f64) -> Self {
        let is_integer = value.fract() == 0.0 && value.abs() < 2_f64.powi(127);
        if is_integer { Self::Integer(value as i128) } else { Self::Number(Fraction(value)) }
    }
}

impl Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(Fraction(value)) => value.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
