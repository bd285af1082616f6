//! `ValueLabels`: names and descriptions of the values of an `enum`, for which other tools have keys.

use std::collections::BTreeMap;

use super::Annotations;
use super::object::Object;
use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Value};

/// The names and descriptions of the values of an `enum`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueLabels {
    /// What the values are called together: `name` of `x-ms-enum`.
    pub type_name: Option<String>,
    /// The label of each value that has one, by the value's text.
    pub values: BTreeMap<String, ValueLabel>,
}

/// The name and the description of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueLabel {
    /// What the value is called.
    pub name: Option<String>,
    /// What describes it.
    pub annotations: Annotations,
    /// Whether the description no longer lists the value, which an earlier client had.
    pub is_dropped: bool,
}

/// The keys that are read, in the order in which they are: of several names or descriptions of a value the first holds. Swagger 2.0
/// has these keys in parameters as well.
pub(in crate::document) const KEYS: [&str; 6] =
    ["x-enum-varnames", "x-enumNames", "x-ms-enum", "x-enum-descriptions", "x-enumDescriptions", "x-enum-comments"];

impl ValueLabels {
    /// Reads the labels of the values that a schema lists. A key with another shape than the usual one is noted and left alone.
    pub(super) fn read(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Self {
        let mut labels = Self::default();
        if KEYS.iter().all(|key| object.node(key).is_none()) {
            return labels;
        }
        let values = values(object, reading);
        for key in KEYS {
            let Some(node) = object.node(key) else { continue };
            let texts = || list(node, &values).or_else(|| labels.mapping(node, &values));
            let (read, expected) = match key {
                "x-ms-enum" => {
                    (labels.add_microsoft(node, &values), "`name`, and `values` of which each has a `value` that is in `enum`")
                }
                "x-enum-varnames" | "x-enumNames" => {
                    (texts().map(|names| labels.add_names(names)), "a list with a name for each text or integer in `enum`")
                }
                _ => (
                    texts().map(|descriptions| labels.add_descriptions(descriptions)),
                    "a list with a description for each text or integer in `enum`, or a mapping from values to descriptions",
                ),
            };
            if read.is_none() {
                reading.diagnostics.report_key(node.at, Problem::UnreadExtension { key, expected });
            }
        }
        labels
    }

    /// These labels, completed by further ones.
    #[must_use]
    pub fn or(mut self, further: Self) -> Self {
        self.type_name = self.type_name.or(further.type_name);
        for (value, label) in further.values {
            let known = self.values.entry(value).or_default();
            known.name = known.name.take().or(label.name);
            known.annotations = std::mem::take(&mut known.annotations).or(label.annotations);
        }
        self
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.type_name.is_none() && self.values.is_empty()
    }

    fn add_names(&mut self, names: Vec<(String, String)>) {
        for (value, name) in names {
            self.values.entry(value).or_default().name.get_or_insert(name);
        }
    }

    fn add_descriptions(&mut self, descriptions: Vec<(String, String)>) {
        for (value, description) in descriptions {
            self.values.entry(value).or_default().annotations.description.get_or_insert(description);
        }
    }

    /// Adds what `x-ms-enum` says; `None` if it does not have its usual shape.
    fn add_microsoft(&mut self, node: &Node, values: &[Option<String>]) -> Option<()> {
        let entries = node.as_mapping()?;
        let type_name = entries.get("name").map(|name| name.as_str().ok_or(())).transpose().ok()?;
        let described = entries.get("values").map_or(Some(&[][..]), Node::as_sequence)?;
        let (mut names, mut descriptions) = (Vec::new(), Vec::new());
        for entry in described {
            let value = text(entry.get("value")?)?;
            if !values.contains(&Some(value.clone())) {
                return None;
            }
            let said = |key| entry.get(key).and_then(Node::as_str).filter(|text| !text.trim().is_empty()).map(str::to_owned);
            names.extend(said("name").map(|name| (value.clone(), name)));
            descriptions.extend(said("description").map(|description| (value.clone(), description)));
        }
        self.type_name = type_name.map(str::to_owned);
        self.add_names(names);
        self.add_descriptions(descriptions);
        Some(())
    }

    /// The texts of a mapping from values, or from their names; `None` if it is another mapping.
    fn mapping(&self, node: &Node, values: &[Option<String>]) -> Option<Vec<(String, String)>> {
        let named = |key: &String| self.values.iter().find(|(_, label)| label.name.as_ref() == Some(key)).map(|(value, _)| value);
        let pair = |(key, node): (&String, &Node)| {
            let value = values.iter().flatten().find(|value| *value == key).or_else(|| named(key))?;
            Some((value.clone(), node.as_str()?.to_owned()))
        };
        node.as_mapping()?.iter().map(pair).collect()
    }
}

/// The texts of the values that a schema lists, `None` for null; nothing if one of them is neither a text nor an integer, so that
/// values have no names in Rust.
fn values(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Vec<Option<String>> {
    let listed = object.node("enum").and_then(|node| reading.behind(node)?.as_sequence());
    let listed = listed.or_else(|| object.node("const").map(std::slice::from_ref)).unwrap_or_default();
    let is_text = object.node("type").and_then(Node::as_str) == Some("string");
    let value = |node: &Node| match &node.value {
        Value::Null => Some(None),
        // An unquoted value of a string schema is taken literally.
        Value::Integer(_) | Value::Float(_) | Value::Bool(_) if is_text => {
            Some(reading.sources.scalar_text(node.at).map(str::to_owned))
        }
        Value::String(_) | Value::Integer(_) => Some(text(node)),
        _ => None,
    };
    listed.iter().map(value).collect::<Option<_>>().unwrap_or_default()
}

/// The text of a scalar but null.
pub(super) fn text(node: &Node) -> Option<String> {
    match &node.value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(integer) => Some(integer.to_string()),
        Value::Float(float) => Some(float.to_string()),
        Value::Bool(boolean) => Some(boolean.to_string()),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) => None,
    }
}

/// The texts of a list with one for each value, or for each value except null; `None` for any other node.
fn list(node: &Node, values: &[Option<String>]) -> Option<Vec<(String, String)>> {
    let texts = node.as_sequence()?;
    let is_text = |node: &Node| node.as_str().is_some() || node.value == Value::Null;
    let not_null = || values.iter().filter(|value| value.is_some()).count();
    let of_values: Vec<&Option<String>> = match texts.len() {
        count if count == values.len() => values.iter().collect(),
        count if count == not_null() => values.iter().filter(|value| value.is_some()).collect(),
        _ => return None,
    };
    let pair = |(value, node): (&Option<String>, &Node)| Some((value.clone()?, node.as_str()?.trim().to_owned()));
    let pairs = of_values.into_iter().zip(texts).filter_map(pair).filter(|(_, text)| !text.is_empty()).collect();
    (!values.is_empty() && texts.iter().all(is_text)).then_some(pairs)
}
