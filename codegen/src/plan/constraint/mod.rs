//! `Constraint`: what the description demands of a value beyond its type; said in the docs, and checked where the settings want it.

pub mod docs;
mod pattern;

use serde_json::{Map, Number};

use super::Types;
use super::ty::DEEPEST;
use crate::api::{SchemaId, Shape};
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
    keyword: String,
}

/// Reports the constraints that are not checked.
pub(super) fn report(mut unchecked: Vec<Unchecked>, diagnostics: &mut Diagnostics) {
    unchecked.sort();
    unchecked.dedup();
    for Unchecked { at, keyword } in unchecked {
        diagnostics.report(at, Problem::UncheckedConstraint { keyword });
    }
}

impl Constraints {
    /// Whether nothing is checked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Types<'_> {
    /// What is checked of values of a schema.
    pub fn constraints(&self, id: SchemaId) -> Constraints {
        if self.checks_constraints { Constraints(self.constraints_below(id, &mut Vec::new())) } else { Constraints::default() }
    }

    /// Notes that values of a schema, and what is in them, are sent in a way in which they are not checked.
    pub fn leave_unchecked(&self, id: SchemaId) {
        let mut open = if self.checks_constraints { vec![id] } else { Vec::new() };
        while let Some(id) = open.pop() {
            let target = self.schemas.target(id).0;
            if !self.left_unchecked.borrow_mut().insert(target) {
                continue;
            }
            let schema = &self.schemas[target];
            let constraints = schema.constraints.iter().filter(|(keyword, _)| is_checkable(keyword));
            self.unchecked.borrow_mut().extend(constraints.map(|(keyword, bound)| unchecked(keyword, bound)));
            match &schema.shape {
                Shape::Array(inner) | Shape::Map(Some(inner)) => open.push(*inner),
                Shape::Object(object) => {
                    open.extend(object.properties.iter().map(|property| property.schema).chain(object.additional));
                }
                Shape::Union(union) => open.extend(&union.variants),
                _ => {}
            }
        }
    }

    fn constraints_below(&self, id: SchemaId, passed: &mut Vec<SchemaId>) -> Vec<Constraint> {
        let (target, _) = self.schemas.target(id);
        if passed.len() == DEEPEST || passed.contains(&target) {
            return Vec::new();
        }
        let schema = &self.schemas[target];
        let mut constraints: Vec<Constraint> = Vec::new();
        for (keyword, bound) in &schema.constraints {
            match constraint(keyword, bound) {
                Ok(constraint) => constraints.extend(constraint),
                Err(unchecked) => self.unchecked.borrow_mut().push(unchecked),
            }
        }
        passed.push(target);
        let (inner, wrap): (_, fn(Constraints) -> Constraint) = match schema.shape {
            Shape::Array(items) => (self.constraints_below(items, passed), Constraint::Items),
            Shape::Map(Some(values)) => (self.constraints_below(values, passed), Constraint::Values),
            _ => (Vec::new(), Constraint::Values),
        };
        passed.pop();
        if !inner.is_empty() {
            constraints.push(wrap(Constraints(inner)));
        }
        constraints
    }
}

/// Whether a keyword demands something of the value itself.
fn is_checkable(keyword: &str) -> bool {
    !matches!(keyword, "format" | "contentEncoding" | "contentMediaType")
}

fn unchecked(keyword: &str, bound: &Node) -> Unchecked {
    Unchecked { at: bound.at, keyword: keyword.to_owned() }
}

/// What is checked for a keyword, if that takes a check.
fn constraint(keyword: &str, bound: &Node) -> Result<Option<Constraint>, Unchecked> {
    let checked = match keyword {
        "minLength" => count("MinLength", bound),
        "maxLength" => count("MaxLength", bound),
        "minItems" => count("MinItems", bound),
        "maxItems" => count("MaxItems", bound),
        "minProperties" => count("MinProperties", bound),
        "maxProperties" => count("MaxProperties", bound),
        "minimum" => number("Minimum", bound),
        "maximum" => number("Maximum", bound),
        "exclusiveMinimum" => number("ExclusiveMinimum", bound),
        "exclusiveMaximum" => number("ExclusiveMaximum", bound),
        "multipleOf" => number("MultipleOf", bound),
        "pattern" => {
            let expression = bound.as_str().and_then(pattern::expression);
            expression.map(|bound| Constraint::Text { variant: "Pattern", bound })
        }
        "enum" => bound.as_sequence().map(|values| Constraint::OneOf(values.iter().map(json).collect())),
        "uniqueItems" => return Ok((bound.value == Value::Bool(true)).then_some(Constraint::UniqueItems)),
        keyword if !is_checkable(keyword) => return Ok(None),
        _ => None,
    };
    checked.map(Some).ok_or_else(|| unchecked(keyword, bound))
}

fn count(variant: &'static str, bound: &Node) -> Option<Constraint> {
    let Value::Integer(count) = bound.value else { return None };
    Some(Constraint::Count { variant, bound: u64::try_from(count).ok()? })
}

fn number(variant: &'static str, bound: &Node) -> Option<Constraint> {
    matches!(bound.value, Value::Integer(_) | Value::Float(_)).then(|| Constraint::Text { variant, bound: json(bound) })
}

/// A value as JSON.
fn json(node: &Node) -> String {
    to_json(node).to_string()
}

fn to_json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Integer(integer) => Number::from_i128(*integer).map_or_else(|| integer.to_string().into(), Into::into),
        Value::Float(float) => (*float).into(),
        Value::String(text) => text.clone().into(),
        Value::Sequence(items) => items.iter().map(to_json).collect(),
        Value::Mapping(entries) => entries.iter().map(|(key, value)| (key.clone(), to_json(value))).collect::<Map<_, _>>().into(),
    }
}
