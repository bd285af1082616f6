//! `Facts`: the tables that both readers fill, and how they differ.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

/// Rows by what they describe: "call `pets.list`", "query `limit`".
pub(crate) type Table<Row> = BTreeMap<String, Row>;

/// Adds a row. A second row of the same key gets a key that the other side does not have.
pub(crate) fn add<Row>(table: &mut Table<Row>, key: impl Into<String>, row: Row) {
    let mut key = key.into();
    while table.contains_key(&key) {
        key += " (again)";
    }
    table.insert(key, row);
}

/// All tables of a client.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Facts {
    #[serde(flatten)]
    pub(crate) about: Table<Docs>,
    #[serde(flatten)]
    pub(crate) servers: Table<Server>,
    #[serde(flatten)]
    pub(crate) groups: Table<Group>,
    #[serde(flatten)]
    pub(crate) calls: Table<Call>,
    #[serde(flatten)]
    pub(crate) models: Table<Model>,
    /// Public types, and under which condition they are exported.
    #[serde(flatten)]
    pub(crate) types: Table<String>,
    /// Lists whose order counts, and constants of the whole client.
    #[serde(flatten)]
    pub(crate) lists: Table<Vec<String>>,
    /// What a reader does not know. Each is a difference.
    #[serde(skip)]
    pub(crate) unread: Vec<String>,
}

/// Docs: the words, and the line that names where the item comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Docs {
    pub(crate) words: String,
    pub(crate) origin: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) docs: Docs,
}

/// The calls of one tag.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Group {
    pub(crate) declared: String,
    /// The method of the client and the type that it gives; a group without a tag has none.
    pub(crate) handle: Option<(String, String)>,
    /// By place: module, handle, method.
    pub(crate) docs: Table<Docs>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Call {
    pub(crate) handle: String,
    pub(crate) request_type: String,
    pub(crate) error_type: String,
    pub(crate) deprecated: bool,
    pub(crate) method: String,
    pub(crate) template: String,
    /// The path as it is written piece by piece.
    pub(crate) path: String,
    /// `timeout`, `server`, `security`.
    pub(crate) endpoint: Table<Vec<String>>,
    #[serde(rename = "arguments in order")]
    pub(crate) arguments: Vec<String>,
    #[serde(rename = "parameters in order")]
    pub(crate) sent: Vec<String>,
    /// Parameters, properties of a body, and the body: "query `limit`".
    #[serde(flatten)]
    pub(crate) inputs: Table<Input>,
    /// What is always the same: "property `sync`".
    #[serde(rename = "fixed value")]
    pub(crate) fixed: Table<String>,
    #[serde(rename = "media type")]
    pub(crate) media_type: Option<String>,
    pub(crate) accepts: Vec<String>,
    pub(crate) gives: String,
    #[serde(rename = "gives when awaited")]
    pub(crate) awaited: String,
    /// "status `404`", "any other status".
    #[serde(flatten)]
    pub(crate) statuses: Table<String>,
    /// "error `NotFound`".
    #[serde(flatten)]
    pub(crate) errors: Table<Variant>,
    pub(crate) pages: Option<Pages>,
    #[serde(rename = "ways to send")]
    pub(crate) sends: Vec<String>,
    pub(crate) implements: Vec<String>,
    /// By place: request, method, errors.
    pub(crate) docs: Table<Docs>,
}

/// What a call takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Input {
    pub(crate) field: String,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    /// "argument", "setter", and the type that it takes.
    pub(crate) given: String,
    /// The setter that sets it to null.
    pub(crate) null: Option<String>,
    /// The style of a parameter, or whether a property is required.
    pub(crate) sent: String,
    pub(crate) deprecated: bool,
    pub(crate) docs: Docs,
}

/// A variant of an enum of errors or of a union.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Variant {
    pub(crate) holds: Option<String>,
    pub(crate) docs: Docs,
}

/// How a call asks for the next page. Paths go from the page inwards, by fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Pages {
    pub(crate) style: String,
    /// The field that the next request changes.
    pub(crate) parameter: Option<String>,
    /// What the next page is computed from, in order.
    pub(crate) from: Vec<String>,
    pub(crate) items: String,
    pub(crate) item: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Model {
    /// "struct", "open enum of text", "union", "alias of `X`".
    pub(crate) kind: String,
    pub(crate) deprecated: bool,
    pub(crate) docs: Docs,
    pub(crate) implements: Vec<String>,
    pub(crate) constructor: Option<String>,
    /// By place: "fields in order", "read in order", "written in order", "values in order", "evidence in order".
    #[serde(flatten)]
    pub(crate) orders: Table<Vec<String>>,
    /// "property `name`".
    #[serde(flatten)]
    pub(crate) properties: Table<Property>,
    /// "value `on`".
    #[serde(flatten)]
    pub(crate) values: Table<Named>,
    /// "alternative `Cat`".
    #[serde(flatten)]
    pub(crate) alternatives: Table<Variant>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Property {
    pub(crate) field: String,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    /// How it is read and into which field, how it is written and from which field.
    pub(crate) read: String,
    pub(crate) written: String,
    pub(crate) given: String,
    pub(crate) null: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) docs: Docs,
    /// The docs in the struct of what is required.
    pub(crate) required_docs: Option<Docs>,
}

/// The variant that a value has in docs, where it is written, and where it is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Named {
    pub(crate) variant: String,
    pub(crate) written: String,
    pub(crate) read: String,
}

impl Facts {
    /// Adds the tables of another part of the client.
    pub(crate) fn extend(&mut self, other: Self) {
        fn merge<Row>(table: &mut Table<Row>, other: Table<Row>) {
            other.into_iter().for_each(|(key, row)| add(table, key, row));
        }
        merge(&mut self.about, other.about);
        merge(&mut self.servers, other.servers);
        for (key, group) in other.groups {
            let own = self.groups.entry(key).or_default();
            own.declared += &group.declared;
            own.handle = own.handle.take().or(group.handle);
            merge(&mut own.docs, group.docs);
        }
        merge(&mut self.calls, other.calls);
        merge(&mut self.models, other.models);
        merge(&mut self.types, other.types);
        merge(&mut self.lists, other.lists);
        self.unread.extend(other.unread);
    }

    fn to_json(&self) -> Value {
        serde_json::to_value(self).expect("tables have texts as keys")
    }

    /// How many columns of all rows say something.
    pub(crate) fn len(&self) -> usize {
        fn count(value: &Value) -> usize {
            match value {
                Value::Object(entries) => entries.values().map(count).sum(),
                Value::Null => 0,
                _ => 1,
            }
        }
        count(&self.to_json())
    }

    /// Whether there is no difference.
    pub(crate) fn agrees(&self, client: &Self) -> bool {
        self == client && self.unread.is_empty()
    }

    /// Where the description, whose facts these are, and the client do not say the same.
    pub(crate) fn differences(&self, client: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        compare("", &self.to_json(), &client.to_json(), &mut differences);
        differences.extend(self.unread.iter().map(|unread| format!("{unread}, in the description")));
        differences.extend(client.unread.iter().map(|unread| format!("{unread}, in the client")));
        differences
    }
}

fn compare(at: &str, described: &Value, client: &Value, differences: &mut Vec<String>) {
    let (one, other) = match (described, client) {
        (Value::Object(one), Value::Object(other)) => (one, other),
        _ if described == client => return,
        (Value::Object(_), Value::Null) => return differences.push(format!("{at}: only the description has it")),
        (Value::Null, Value::Object(_)) => return differences.push(format!("{at}: only the client has it")),
        _ => {
            let (described, client) = (spell(described), spell(client));
            return differences.push(format!("{at}: the description says {described}, the client {client}"));
        }
    };
    let mut keys: Vec<&String> = one.keys().chain(other.keys().filter(|key| !one.contains_key(*key))).collect();
    keys.sort_unstable();
    let of = |side: &Map<String, Value>, key: &str| side.get(key).cloned().unwrap_or_default();
    for key in keys {
        // The name of a column, not what somebody else calls something.
        let spelled = if key.contains('`') { key.clone() } else { key.replace('_', " ") };
        let at = if at.is_empty() { spelled } else { format!("{at}: {spelled}") };
        compare(&at, &of(one, key), &of(other, key), differences);
    }
}

fn spell(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => format!("`{text}`"),
        Value::Array(items) => items.iter().map(spell).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
