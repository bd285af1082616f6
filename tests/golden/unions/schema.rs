//! Schemas made at random: unions whose alternatives share the names of their properties.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::{Value, json};

/// The names of properties; few, so that alternatives share them.
const NAMES: [&str; 6] = ["a", "b", "c", "kind", "items", "detail"];

/// Constants, enums and labels of `kind`.
const LABELS: [&str; 5] = ["red", "green", "blue", "black", "white"];

/// A schema.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Schema {
    Boolean,
    Integer,
    Number,
    Text,
    Format(&'static str),
    /// One of these texts.
    Labels(Vec<&'static str>),
    /// This integer or boolean only.
    Constant(Value),
    Nullable(Box<Self>),
    List(Box<Self>),
    Map(Box<Self>),
    Object(Vec<Property>),
    Union {
        any_of: bool,
        alternatives: Vec<Self>,
    },
    /// The union of this name.
    Named(String),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Property {
    pub(super) name: &'static str,
    pub(super) is_required: bool,
    pub(super) schema: Schema,
}

/// Unions by name.
pub(super) struct Schemas(BTreeMap<String, Schema>);

impl Schemas {
    pub(super) fn random(count: usize, random: &mut Rng) -> Self {
        Self((0..count).map(|number| (format!("Union{number}"), union(number, random))).collect())
    }

    pub(super) fn unions(&self) -> impl Iterator<Item = (&String, &Schema)> {
        self.0.iter()
    }

    pub(super) fn get(&self, name: &str) -> &Schema {
        &self.0[name]
    }

    /// The schemas as a description has them.
    pub(super) fn described(&self) -> Value {
        self.0.iter().map(|(name, schema)| (name.clone(), described(schema))).collect::<serde_json::Map<_, _>>().into()
    }
}

/// Between two and four alternatives, of which most are objects.
fn union(number: usize, random: &mut Rng) -> Schema {
    let mut alternatives: Vec<Schema> = Vec::new();
    let count = random.usize(2..5);
    while alternatives.len() < count {
        let schema = match random.u8(0..10) {
            0 => scalar(random),
            1 => Schema::List(Box::new(if random.bool() { scalar(random) } else { object(number, random, 1) })),
            2 => Schema::Map(Box::new(scalar(random))),
            _ => object(number, random, 0),
        };
        if !alternatives.contains(&schema) {
            alternatives.push(schema);
        }
    }
    Schema::Union { any_of: random.bool(), alternatives }
}

fn object(number: usize, random: &mut Rng, depth: usize) -> Schema {
    let mut properties = Vec::new();
    for name in NAMES {
        if random.u8(0..5) < 2 {
            let schema = property(name, number, random, depth);
            properties.push(Property { name, is_required: random.bool(), schema });
        }
    }
    // A union within one is the same wherever it is, so that it need not tell anything apart.
    if depth == 0 && random.u8(0..4) == 0 {
        properties.push(Property { name: "inner", is_required: false, schema: Schema::Named(format!("Union{number}")) });
    }
    Schema::Object(properties)
}

fn property(name: &str, number: usize, random: &mut Rng, depth: usize) -> Schema {
    match name {
        "kind" => match random.u8(0..3) {
            0 => Schema::Labels(vec![LABELS[random.usize(0..LABELS.len())]]),
            1 => {
                let first = random.usize(0..LABELS.len() - 1);
                Schema::Labels(LABELS[first..first + 2].to_vec())
            }
            _ => Schema::Constant(if random.bool() { json!(random.i64(0..4)) } else { json!(random.bool()) }),
        },
        "items" => {
            Schema::List(Box::new(if depth < 2 && random.bool() { object(number, random, depth + 1) } else { scalar(random) }))
        }
        "detail" if depth < 2 => object(number, random, depth + 1),
        _ if random.u8(0..6) == 0 => Schema::Nullable(Box::new(scalar(random))),
        _ => scalar(random),
    }
}

fn scalar(random: &mut Rng) -> Schema {
    match random.u8(0..7) {
        0 => Schema::Boolean,
        1 => Schema::Integer,
        2 => Schema::Number,
        3 => Schema::Format("date-time"),
        4 => Schema::Format("uuid"),
        _ => Schema::Text,
    }
}

fn described(schema: &Schema) -> Value {
    match schema {
        Schema::Boolean => json!({"type": "boolean"}),
        Schema::Integer => json!({"type": "integer"}),
        Schema::Number => json!({"type": "number"}),
        Schema::Text => json!({"type": "string"}),
        Schema::Format(format) => json!({"type": "string", "format": format}),
        Schema::Labels(labels) => json!({"type": "string", "enum": labels}),
        Schema::Constant(value) => json!({"const": value}),
        Schema::Nullable(schema) => {
            let mut described = described(schema);
            described["type"] = json!([described["type"], "null"]);
            described
        }
        Schema::List(items) => json!({"type": "array", "items": described(items)}),
        Schema::Map(values) => json!({"type": "object", "additionalProperties": described(values)}),
        Schema::Object(properties) => {
            let required: Vec<&str> = properties.iter().filter(|one| one.is_required).map(|one| one.name).collect();
            let properties: serde_json::Map<String, Value> =
                properties.iter().map(|one| (one.name.to_owned(), described(&one.schema))).collect();
            json!({"type": "object", "required": required, "properties": properties})
        }
        Schema::Union { any_of, alternatives } => {
            let alternatives: Vec<Value> = alternatives.iter().map(described).collect();
            if *any_of { json!({"anyOf": alternatives}) } else { json!({"oneOf": alternatives}) }
        }
        Schema::Named(name) => json!({"$ref": format!("#/components/schemas/{name}")}),
    }
}
