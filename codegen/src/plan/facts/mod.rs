//! Facts: what the description says of an item that the record keeps beside its key, path and type.

mod call;
mod header;
mod input;
mod model;
mod security_scheme;
mod value;

pub(super) use self::call::of_call;
pub(super) use self::header::of_header;
pub(super) use self::input::{of_body, of_parameter, of_part};
pub(super) use self::model::{of_model, of_property};
pub(super) use self::security_scheme::of_security_scheme;
pub(super) use self::value::of_value;

use crate::record::{Fact, FactName};
use crate::text::{escape, is_separator};

/// The fact, if it is one.
fn flag(name: FactName, is_fact: bool) -> Option<Fact> {
    is_fact.then(|| Fact::flag(name))
}

/// A list of alternatives; none if it is empty.
fn listed(name: FactName, alternatives: &[String]) -> Option<Fact> {
    (!alternatives.is_empty()).then(|| Fact::new(name, alternatives.join(" | ")))
}

/// A text of the description as one word of a value.
fn word(text: &str) -> String {
    escape(text, |character| is_separator(character) || matches!(character, '|' | '&' | '(' | ')' | ','))
}
