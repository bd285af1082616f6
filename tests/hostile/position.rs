//! `Position`: where a text stands in a description.

use std::fmt;

use clientsmith::node::{self, Node};
use serde_json::{Map, Number, Value};

/// Where a text stands.
#[derive(Clone, Debug)]
pub(crate) struct Position {
    /// The places of entries and elements that lead to it.
    steps: Vec<usize>,
    /// Their names, as far as they have some.
    names: Vec<String>,
    /// Whether it is the last step's key that is meant.
    is_key: bool,
}

/// Keys of texts for people, which leave no trace but in docs. A name of a property may be one of these, too.
const PROSE: [&str; 3] = ["description", "summary", "example"];

impl Position {
    /// Every text of a description.
    pub(crate) fn all(description: &Value) -> Vec<Self> {
        let mut found = Vec::new();
        let start = Self { steps: Vec::new(), names: Vec::new(), is_key: false };
        start.add(description, &mut found);
        found
    }

    /// Whether the text only says something to people.
    pub(crate) fn is_prose(&self) -> bool {
        let mut around = self.names.iter().rev().skip(1).map(String::as_str);
        // Servers are called after their descriptions.
        let around = around.find(|name| name.parse::<usize>().is_err()).unwrap_or_default();
        let is_data = ["properties", "schemas", "servers", "mapping", "variables", "headers", "scopes"].contains(&around);
        !self.is_key && !is_data && self.names.last().is_some_and(|name| PROSE.contains(&name.as_str()))
    }

    /// The description with another text in this position.
    pub(crate) fn replaced(&self, description: &Value, text: &str) -> Value {
        replaced(description, &self.steps, self.is_key, text)
    }

    fn add(&self, value: &Value, found: &mut Vec<Self>) {
        match value {
            Value::String(_) => found.push(self.clone()),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| self.step(index, &index.to_string()).add(item, found));
            }
            Value::Object(entries) => {
                for (index, (key, entry)) in entries.iter().enumerate() {
                    let step = self.step(index, key);
                    found.push(Self { is_key: true, ..step.clone() });
                    step.add(entry, found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn step(&self, index: usize, name: &str) -> Self {
        let mut step = self.clone();
        step.steps.push(index);
        step.names.push(name.to_owned());
        step
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} /{}", if self.is_key { "key" } else { "value" }, self.names.join("/"))
    }
}

fn replaced(value: &Value, steps: &[usize], is_key: bool, text: &str) -> Value {
    let Some((step, rest)) = steps.split_first() else { return Value::String(text.to_owned()) };
    let is_last_key = is_key && rest.is_empty();
    match value {
        Value::Array(items) => {
            let changed = |(index, item)| if index == *step { replaced(item, rest, is_key, text) } else { item.clone() };
            items.iter().enumerate().map(changed).collect()
        }
        Value::Object(entries) => {
            let changed = |(index, (key, entry)): (usize, (&String, &Value))| match index == *step {
                true if is_last_key => (text.to_owned(), entry.clone()),
                true => (key.clone(), replaced(entry, rest, is_key, text)),
                false => (key.clone(), entry.clone()),
            };
            Value::Object(entries.iter().enumerate().map(changed).collect::<Map<_, _>>())
        }
        scalar => scalar.clone(),
    }
}

/// A description as JSON, whose texts can be written without thought of YAML's rules.
pub(crate) fn to_json(node: &Node) -> Value {
    match &node.value {
        node::Value::Null => Value::Null,
        node::Value::Bool(value) => Value::Bool(*value),
        node::Value::Integer(integer) => Number::from_i128(*integer).map_or_else(|| Value::from(*integer as f64), Value::Number),
        node::Value::Float(float) => Value::from(*float),
        node::Value::String(text) => Value::from(text.as_str()),
        node::Value::Sequence(items) => items.iter().map(to_json).collect(),
        node::Value::Mapping(entries) => {
            Value::Object(entries.iter().map(|(key, entry)| (key.clone(), to_json(entry))).collect())
        }
    }
}
