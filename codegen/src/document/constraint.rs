//! Constraints: keywords that bound a value or say how it is written.

use indexmap::IndexMap;

use super::object::{Object, Read, Text};
use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Value};

/// What a keyword takes.
#[derive(Clone, Copy)]
enum Takes {
    Text,
    Switch,
    Count,
    Number,
    /// In 3.0 `true` or `false`.
    NumberOrSwitch,
}

/// The keywords in the order in which they are told.
const CONSTRAINTS: [(&str, Takes); 15] = [
    ("minLength", Takes::Count),
    ("maxLength", Takes::Count),
    ("pattern", Takes::Text),
    ("minimum", Takes::Number),
    ("exclusiveMinimum", Takes::NumberOrSwitch),
    ("maximum", Takes::Number),
    ("exclusiveMaximum", Takes::NumberOrSwitch),
    ("multipleOf", Takes::Number),
    ("minItems", Takes::Count),
    ("maxItems", Takes::Count),
    ("uniqueItems", Takes::Switch),
    ("minProperties", Takes::Count),
    ("maxProperties", Takes::Count),
    ("contentEncoding", Takes::Text),
    ("contentMediaType", Takes::Text),
];

/// The constraints of a schema. 3.0 says with `true` beside a bound that the bound itself is excluded; here as later the
/// keyword has the bound.
pub(super) fn read(object: &mut Object<'_>, reading: &mut Reading<'_>) -> IndexMap<String, Node> {
    let constraint = |(key, takes)| Some((String::from(key), field(key, takes, object, reading)?));
    let mut constraints: IndexMap<String, Node> = CONSTRAINTS.into_iter().filter_map(constraint).collect();
    for (inclusive, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        if let Some(Value::Bool(is_excluded)) = constraints.get(exclusive).map(|node| &node.value) {
            let bound = if *is_excluded { constraints.shift_remove(inclusive) } else { None };
            match bound {
                Some(bound) => constraints.insert(exclusive.to_owned(), bound),
                None => constraints.shift_remove(exclusive),
            };
        }
    }
    constraints
}

fn field(key: &'static str, takes: Takes, object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<Node> {
    let at = object.node(key)?.at;
    match takes {
        Takes::Text => object.field(key, reading).map(|Text { text, .. }| Node::text(at, text)),
        Takes::Switch => object.field(key, reading).map(|value| Node::boolean(at, value)),
        Takes::NumberOrSwitch if object.node(key)?.as_bool().is_some() => object.node(key).cloned(),
        Takes::Number | Takes::NumberOrSwitch => object.field(key, reading).map(|Number(value)| Node { at, value }),
        Takes::Count => object.field(key, reading).map(|Count(value)| Node { at, value }),
    }
}

/// A number: an integer, or a fraction that is finite.
struct Number(Value);

impl Read for Number {
    // `null` is no bound, as if nothing were said.
    const TAKES_NULL: bool = true;

    /// Takes a text in which a number stands, too.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        const EXPECTED: &str = "a number";
        let node = reading.behind(node)?;
        let text = match &node.value {
            Value::Integer(_) | Value::Float(_) => return Some(Self(node.value.clone())),
            Value::String(text) => text,
            Value::Null => return None,
            _ => {
                reading.wrong_type(node, EXPECTED);
                return None;
            }
        };
        let (problem, meant) = match (text.parse(), text.parse::<f64>()) {
            (Ok(integer), _) => (Problem::LooseType { expected: EXPECTED, found: node.kind() }, Some(Value::Integer(integer))),
            (_, Ok(number)) if number.is_finite() => {
                (Problem::LooseType { expected: EXPECTED, found: node.kind() }, Some(Value::Float(number)))
            }
            (_, Ok(_)) => (Problem::NonFiniteNumber, None),
            _ => (Problem::wrong_type(EXPECTED, node), None),
        };
        reading.report(node.at, problem);
        meant.map(Self)
    }
}

/// How many there are of something.
struct Count(Value);

impl Read for Count {
    const TAKES_NULL: bool = true;

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        const EXPECTED: &str = "a whole number";
        match Number::read(node, reading)?.0 {
            Value::Integer(count) if count >= 0 => Some(Self(Value::Integer(count))),
            // `1.0` is as whole as `1`.
            Value::Float(count) if count >= 0.0 && count.fract() == 0.0 => Some(Self(Value::Integer(count as i128))),
            Value::Integer(_) => {
                reading.report(node.at, Problem::WrongType { expected: EXPECTED, found: "a negative number", hint: None });
                None
            }
            _ => {
                reading.wrong_type(node, EXPECTED);
                None
            }
        }
    }
}
