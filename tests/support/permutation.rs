//! `reversed`: the same description in another order.

use serde_yaml::Value;

/// A description with the entries of every mapping, and the parameters, in the opposite order. Its meaning is the same.
pub fn reversed(value: &Value) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let entries = mapping.iter().collect::<Vec<_>>().into_iter().rev().map(|(key, value)| match (key.as_str(), value) {
                (Some("parameters"), Value::Sequence(items)) => (key.clone(), items.iter().rev().map(reversed).collect()),
                // The first media type of a body is a part of its key, and so may be the first key of an alternative.
                (Some("content" | "oneOf" | "anyOf"), _) => (key.clone(), value.clone()),
                _ => (key.clone(), reversed(value)),
            });
            Value::Mapping(entries.collect())
        }
        Value::Sequence(items) => items.iter().map(reversed).collect(),
        other => other.clone(),
    }
}
