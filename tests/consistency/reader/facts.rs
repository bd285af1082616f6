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

/// Declares rows. In a difference, the underscores of a column's name become spaces.
macro_rules! rows {
    ($($(#[$of_row:meta])* $row:ident { $($(#[$of_column:meta])* $column:ident: $ty:ty,)* })*) => {$(
        $(#[$of_row])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub(crate) struct $row {
            $($(#[$of_column])* pub(crate) $column: $ty,)*
        }
    )*};
}

rows! {
    /// All tables of a client.
    Facts {
        #[serde(flatten)] about: Table<Docs>,
        #[serde(flatten)] servers: Table<Server>,
        #[serde(flatten)] groups: Table<Group>,
        #[serde(flatten)] calls: Table<Call>,
        #[serde(flatten)] models: Table<Model>,
        /// Public types, and under which condition they are exported.
        #[serde(flatten)] types: Table<String>,
        /// Lists whose order counts.
        #[serde(flatten)] lists: Table<Vec<String>>,
        /// What a reader does not know. Each is a difference.
        #[serde(skip)] unread: Vec<String>,
    }

    /// Docs: the words, and the line that names where the item comes from.
    Docs { words: String, origin: String, }

    Server { url: String, docs: Docs, }

    /// The calls of one tag.
    Group {
        declared: String,
        /// The method of the client and the type that it gives; a group without a tag has none.
        handle: Option<(String, String)>,
        /// By place: module, handle, method.
        docs: Table<Docs>,
    }

    Call {
        handle: String,
        request_type: String,
        /// What else rustdoc's search finds it by.
        aliases: Vec<String>,
        error_type: String,
        deprecated: bool,
        method: String,
        template: String,
        /// The path as it is written piece by piece.
        path: String,
        /// `timeout`, `server`, `security`.
        endpoint: Table<Vec<String>>,
        arguments_in_order: Vec<String>,
        parameters_in_order: Vec<String>,
        /// Parameters, properties of a body, and the body: "query `limit`".
        #[serde(flatten)] inputs: Table<Input>,
        /// What is always the same, by the property of the body.
        fixed_value: Table<String>,
        media_type: Option<String>,
        accepts: Vec<String>,
        gives: String,
        gives_when_awaited: String,
        /// "status `404`", "any other status".
        #[serde(flatten)] statuses: Table<String>,
        /// Exact statuses go before ranges.
        statuses_in_order: Vec<String>,
        /// "error `NotFound`".
        #[serde(flatten)] errors: Table<Variant>,
        pages: Option<Pages>,
        ways_to_send: Vec<String>,
        implements: Vec<String>,
        /// By place: request, method, errors.
        docs: Table<Docs>,
    }

    /// What a call takes.
    Input {
        field: String,
        #[serde(rename = "type")] ty: String,
        /// "argument" or "setter", and the type that it takes.
        given: String,
        /// The setter that sets it to null.
        null: Option<String>,
        /// The style of a parameter, or whether a property is required.
        sent: String,
        deprecated: bool,
        docs: Docs,
    }

    /// A variant of an enum of errors or of a union.
    Variant { holds: Option<String>, docs: Docs, }

    /// How a call asks for the next page. Ways go from the page or the request inwards, by fields.
    Pages {
        style: String,
        /// The field that the next request changes.
        parameter: Option<String>,
        /// What the next page is computed from, in order.
        from: Vec<String>,
        items: String,
        item: String,
    }

    Model {
        /// "struct", "open enum of string", "union", "alias of `X`".
        kind: String,
        deprecated: bool,
        docs: Docs,
        implements: Vec<String>,
        constructor: Option<String>,
        /// "new", "Required", "Default": what is there only with the feature for tests.
        in_tests: Vec<String>,
        /// "constants in order", "fields in order", "read in order", "written in order", "values in order", "evidence in order".
        #[serde(flatten)] orders: Table<Vec<String>>,
        /// "property `name`".
        #[serde(flatten)] properties: Table<Property>,
        /// "value `on`".
        #[serde(flatten)] values: Table<Named>,
        /// "alternative `Cat`".
        #[serde(flatten)] alternatives: Table<Variant>,
    }

    Property {
        field: String,
        #[serde(rename = "type")] ty: String,
        /// How it is read and into which field or constant, how it is written and from which one.
        read: String,
        written: String,
        /// "argument", "setter" or "field of type", and the type that it takes; or "constant", and the value.
        given: String,
        null: Option<String>,
        deprecated: bool,
        docs: Docs,
        /// The docs in the struct of what is required.
        required_docs: Option<Docs>,
    }

    /// The variant that a value has in docs, where it is written, and where it is read.
    Named { variant: String, written: String, read: String, }
}

impl Call {
    /// Adds what a status gives.
    pub(crate) fn add_status(&mut self, status: String, outcome: String) {
        self.statuses_in_order.push(status.clone());
        add(&mut self.statuses, status, outcome);
    }
}

/// The names of models, by the places that they come from.
pub(crate) type ModelNames = BTreeMap<String, String>;

impl Facts {
    /// The names of models, by the places that their docs name. Which name a model gets is not for this reader to decide.
    pub(crate) fn model_names(&self) -> ModelNames {
        let name = |key: &str| key.split('`').nth(1).unwrap_or_default().to_owned();
        let places = |(key, model): (&String, &Model)| {
            let places = model.docs.origin.split("Schema: `").skip(1).filter_map(|rest| rest.split('`').next());
            places.map(|place| (place.to_owned(), name(key))).collect::<Vec<_>>()
        };
        self.models.iter().flat_map(places).collect()
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
