//! `Action`: what an overlay does, and its YAML.

use serde_json::{Map, Value as Json};

use crate::node::{Node, Value};

/// What an overlay does to the values that a path selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The JSONPath expression that selects the values.
    pub target: String,
    /// How the values change.
    pub change: Change,
}

/// How an action changes the values it selects (Overlay Specification, Action Object).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The values are removed.
    Remove,
    /// They are merged with this value.
    Update(Json),
    /// They are merged with what this path selects.
    Copy(String),
}

impl Action {
    pub(super) fn new(target: &str, change: Change) -> Self {
        Self { target: target.to_owned(), change }
    }

    /// Writes the action as an item of a YAML list; `reason` becomes its description.
    pub(super) fn yaml(&self, reason: &str, indent: &str) -> String {
        let mut text = format!("{indent}- target: {}\n{indent}  description: {}\n", scalar(&self.target), scalar(reason));
        match &self.change {
            Change::Remove => text.push_str(&format!("{indent}  remove: true\n")),
            Change::Copy(source) => text.push_str(&format!("{indent}  copy: {}\n", scalar(source))),
            Change::Update(update) => {
                text.push_str(&format!("{indent}  update:"));
                add_block(update, &format!("{indent}    "), &mut text);
            }
        }
        text
    }

    /// Whether a node of an overlay says the same.
    pub(super) fn is_said(&self, node: &Node) -> bool {
        let text = |key: &str| node.get(key).and_then(Node::as_str);
        let is_removed = node.get("remove").and_then(Node::as_bool) == Some(true);
        text("target") == Some(&self.target)
            && match &self.change {
                Change::Remove => is_removed,
                Change::Copy(source) => !is_removed && text("copy") == Some(source),
                Change::Update(update) => !is_removed && node.get("update").is_some_and(|node| is_same(node, update)),
            }
    }
}

fn is_same(node: &Node, json: &Json) -> bool {
    match (&node.value, json) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(one), Json::Bool(other)) => one == other,
        (Value::String(one), Json::String(other)) => one == other,
        (Value::Sequence(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(one, other)| is_same(one, other))
        }
        (Value::Mapping(ours), Json::Object(theirs)) => {
            ours.len() == theirs.len() && ours.iter().all(|(key, one)| theirs.get(key).is_some_and(|other| is_same(one, other)))
        }
        _ => false,
    }
}

/// Adds a value after its key: entries on lines, everything else beside it.
fn add_block(value: &Json, indent: &str, text: &mut String) {
    match value.as_object().filter(|entries| !entries.is_empty()) {
        Some(entries) => {
            text.push('\n');
            for (key, value) in ordered(entries) {
                text.push_str(&format!("{indent}{}:", scalar(key)));
                add_block(value, &format!("{indent}  "), text);
            }
        }
        None => text.push_str(&format!(" {}\n", flow(value))),
    }
}

/// Entries as people write them: the type first.
fn ordered(entries: &Map<String, Json>) -> impl Iterator<Item = (&String, &Json)> {
    let types = entries.iter().filter(|(key, _)| *key == "type");
    types.chain(entries.iter().filter(|(key, _)| *key != "type"))
}

/// A value on one line.
fn flow(value: &Json) -> String {
    match value {
        Json::Array(elements) => format!("[{}]", elements.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Json::Object(entries) => {
            let entries: Vec<String> = ordered(entries).map(|(key, value)| format!("{}: {}", word(key), flow(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Json::String(text) => word(text),
        other => other.to_string(),
    }
}

/// A text where it ends with the line.
fn scalar(text: &str) -> String {
    let starts_plain = text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '$' | '/'));
    let is_plain =
        !text.contains(": ") && !text.contains(" #") && !text.ends_with([':', ' ']) && !text.chars().any(char::is_control);
    if starts_plain && is_plain && !is_reserved(text) { text.to_owned() } else { Json::from(text).to_string() }
}

/// A text anywhere.
fn word(text: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "_-/+.".contains(character);
    let starts_plain = text.starts_with(|first: char| first.is_ascii_alphabetic());
    if starts_plain && text.chars().all(is_plain) && !is_reserved(text) { text.to_owned() } else { Json::from(text).to_string() }
}

/// Whether YAML takes a word for something else than text.
fn is_reserved(text: &str) -> bool {
    let reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    reserved.iter().any(|word| text.eq_ignore_ascii_case(word))
}
