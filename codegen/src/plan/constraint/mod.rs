//! `Constraint`: what the description demands of a value beyond its type; said in the docs, and checked where the settings want it.

pub mod docs;
pub(super) mod rule;

use serde_json::{Map, Number};

use crate::api::{self, ConstraintKind, pattern};
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::{Node, Origin, Value};

/// `runtime::Constraint::MaxLength(5)`: what is checked of a value before it is sent. Numbers and values are JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// `MinLength(1)` and its like.
    Count {
        /// The variant.
        variant: &'static str,
        /// The bound.
        bound: u64,
    },
    /// `Minimum("1")`, `Pattern("^a")` and their like.
    Text {
        /// The variant.
        variant: &'static str,
        /// The bound.
        bound: String,
    },
    /// `UniqueItems`.
    UniqueItems,
    /// `OneOf(&["1", "null"])`.
    OneOf(Vec<String>),
    /// `Items(&[..])`.
    Items(Constraints),
    /// `PrefixItems(&[&[..], &[..]])`.
    PrefixItems(Vec<Constraints>),
    /// `Values(&[..])`.
    Values(Constraints),
}

/// What is checked of a value before it is sent; nothing unless the settings want it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints(pub Vec<Constraint>);

/// A constraint that is not checked although the settings want it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unchecked {
    at: Origin,
    keyword: &'static str,
}

/// Reports the constraints that are not checked.
pub(super) fn report(mut unchecked: Vec<Unchecked>, diagnostics: &mut Diagnostics) {
    unchecked.sort();
    unchecked.dedup();
    for Unchecked { at, keyword } in unchecked {
        diagnostics.report(at, Problem::UncheckedConstraint { keyword: keyword.to_owned() });
    }
}

impl Constraints {
    /// Whether nothing is checked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a constraint restricts the value itself.
pub(super) fn is_checkable(kind: &ConstraintKind) -> bool {
    use ConstraintKind as Kind;
    !matches!(kind, Kind::Format(_) | Kind::ContentEncoding(_) | Kind::ContentMediaType(_))
}

pub(super) fn unchecked(constraint: &api::Constraint) -> Unchecked {
    Unchecked { at: constraint.at, keyword: constraint.kind.keyword() }
}

/// The check of a constraint; `None` if there is no check for it.
pub(super) fn checked(kind: &ConstraintKind) -> Option<Constraint> {
    use ConstraintKind as Kind;
    let count = |variant, bound: u128| Some(Constraint::Count { variant, bound: u64::try_from(bound).ok()? });
    let number = |variant, bound| Some(Constraint::Text { variant, bound: number(bound) });
    match kind {
        Kind::MinLength(bound) => count("MinLength", *bound),
        Kind::MaxLength(bound) => count("MaxLength", *bound),
        Kind::MinItems(bound) => count("MinItems", *bound),
        Kind::MaxItems(bound) => count("MaxItems", *bound),
        Kind::MinProperties(bound) => count("MinProperties", *bound),
        Kind::MaxProperties(bound) => count("MaxProperties", *bound),
        Kind::Minimum(bound) => number("Minimum", *bound),
        Kind::Maximum(bound) => number("Maximum", *bound),
        Kind::ExclusiveMinimum(bound) => number("ExclusiveMinimum", *bound),
        Kind::ExclusiveMaximum(bound) => number("ExclusiveMaximum", *bound),
        Kind::MultipleOf(bound) => number("MultipleOf", *bound),
        Kind::Pattern(pattern) => pattern::expression(pattern).map(|bound| Constraint::Text { variant: "Pattern", bound }),
        Kind::Enum(values) => Some(Constraint::OneOf(values.iter().map(json).collect())),
        Kind::UniqueItems => Some(Constraint::UniqueItems),
        Kind::PatternProperties(_) | Kind::Rule(..) | Kind::Format(_) | Kind::ContentEncoding(_) | Kind::ContentMediaType(_) => {
            None
        }
    }
}

/// A number as JSON.
pub(super) fn number(number: api::Number) -> String {
    match number {
        api::Number::Integer(value) => value.to_string(),
        api::Number::Float(float) => serde_json::Value::from(float).to_string(),
    }
}

/// An integer as JSON, or as text where that has no such number.
fn integer(integer: i128) -> serde_json::Value {
    Number::from_i128(integer).map_or_else(|| integer.to_string().into(), Into::into)
}

/// A value as JSON.
pub(super) fn json(node: &Node) -> String {
    match node.value {
        Value::Integer(value) => value.to_string(),
        _ => to_json(node).to_string(),
    }
}

fn to_json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Integer(value) => integer(*value),
        Value::Float(float) => (*float).into(),
        Value::String(text) => text.clone().into(),
        Value::Sequence(items) => items.iter().map(to_json).collect(),
        Value::Mapping(entries) => entries.iter().map(|(key, value)| (key.clone(), to_json(value))).collect::<Map<_, _>>().into(),
    }
}
