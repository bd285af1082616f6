//! `JsonObject`: an object of any properties.

use serde_json::{Map, Value};

use super::path::quoted;
use super::{Decode, DecodeError, Encode, Json, JsonWriter};
use crate::runtime::model_traits;

/// An object of any properties.
///
/// It is made from `json!({...})`, a map, or an iterator of entries. A value that is no object can be handed in as well, since
/// its type does not tell; the call that sends it then fails with an error that says what it was.
#[derive(Clone, Default, PartialEq)]
pub struct JsonObject {
    map: Map<String, Value>,
    /// What was handed in instead of an object.
    instead: Option<Box<Value>>,
}

impl JsonObject {
    /// An object without properties.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of a property.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.map.get(name)
    }

    /// Sets a property, and returns the value it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.map.insert(name.into(), value.into())
    }

    /// The properties.
    pub fn iter(&self) -> serde_json::map::Iter<'_> {
        self.map.iter()
    }

    /// How many properties there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are no properties.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// The properties as a map.
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.map
    }

    /// The properties as a map.
    pub fn into_map(self) -> Map<String, Value> {
        self.map
    }
}

/// Takes an object; anything else is an error of the call that sends it.
impl From<Value> for JsonObject {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(map) => map.into(),
            other => Self { map: Map::new(), instead: Some(Box::new(other)) },
        }
    }
}

impl From<Map<String, Value>> for JsonObject {
    fn from(map: Map<String, Value>) -> Self {
        Self { map, instead: None }
    }
}

impl From<JsonObject> for Value {
    fn from(object: JsonObject) -> Self {
        object.instead.map_or(Self::Object(object.map), |value| *value)
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for JsonObject {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect::<Map<_, _>>().into()
    }
}

impl IntoIterator for JsonObject {
    type Item = (String, Value);
    type IntoIter = serde_json::map::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

impl<'a> IntoIterator for &'a JsonObject {
    type Item = (&'a String, &'a Value);
    type IntoIter = serde_json::map::Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Decode for JsonObject {
    fn when_missing() -> Option<Self> {
        Some(Self::new())
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        Map::decode(json).map(Self::from)
    }
}

impl Encode for JsonObject {
    fn encode(&self, json: &mut JsonWriter) {
        match &self.instead {
            None => self.map.encode(json),
            Some(value) => json.fail(format!("expected an object, found {}", describe(value))),
        }
    }
}

fn describe(value: &Value) -> String {
    match value {
        Value::Array(_) => "an array".to_owned(),
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}

model_traits!(JsonObject);
