//! `Schema`: the shape of a value.
//!
//! Mirrors the [Schema Object](https://spec.openapis.org/oas/v3.1.1#schema-object): JSON Schema 2020-12, and 3.0's dialect of it.

use indexmap::IndexMap;

use super::annotations::Annotations;
use super::component::ComponentKind;
use super::constraint;
use super::discriminator::Discriminator;
use super::foreign;
use super::hint;
use super::keyword::{NARROWING, SILENT};
use super::object::{Object, Read, Text};
use super::parameter::word_or;
use super::reading::Reading;
use super::rule::{self, Rule};
use super::value_labels::ValueLabels;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin, Value};

/// The shape of a value, with every keyword that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Where it was written.
    pub at: Origin,
    /// `true` and `false` in place of an object: anything, or nothing.
    pub boolean: Option<bool>,
    /// `$ref`, which other keywords may stand beside.
    pub reference: Option<super::Reference>,
    /// `type`, as a list.
    pub types: Vec<SchemaType>,
    /// 3.0's `nullable`.
    pub nullable: bool,
    /// `format`.
    pub format: Option<String>,
    /// `contentEncoding`.
    pub content_encoding: Option<String>,
    /// `contentSchema`.
    pub content_schema: Option<Box<Schema>>,
    /// `enum`.
    pub values: Option<Vec<Node>>,
    /// What single values of `enum` are called, and what describes them.
    pub labels: ValueLabels,
    /// `const`.
    pub constant: Option<Node>,
    /// `properties`.
    pub properties: IndexMap<String, Schema>,
    /// `required`.
    pub required: Vec<Text>,
    /// `additionalProperties`.
    pub additional_properties: Option<Box<Schema>>,
    /// `patternProperties`.
    pub pattern_properties: IndexMap<String, Schema>,
    /// `items`.
    pub items: Option<Box<Schema>>,
    /// `prefixItems`.
    pub prefix_items: Vec<Schema>,
    /// `allOf`.
    pub all_of: Vec<Schema>,
    /// `oneOf`.
    pub one_of: Vec<Schema>,
    /// `anyOf`.
    pub any_of: Vec<Schema>,
    /// Further lists of alternatives, each of which holds as well: those of other members of an `allOf`.
    pub choices: Vec<Choice>,
    /// Restrictions beyond the shape: `not`, `if` and similar keywords.
    pub rules: Vec<Rule>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator>,
    /// `x-ms-discriminator-value`: the value by which the discriminator of a base class identifies the schema.
    pub discriminator_value: Option<Text>,
    /// What describes the schema.
    pub annotations: Annotations,
    /// Keywords that bound a value, in the order in which they were written.
    pub constraints: IndexMap<String, Node>,
}

/// A list of alternatives.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// `oneOf` or `anyOf`.
    pub keyword: &'static str,
    /// The alternatives.
    pub members: Vec<Schema>,
    /// The `discriminator` beside them.
    pub discriminator: Option<Discriminator>,
}

/// A JSON type: `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaType {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl Schema {
    /// Whether it demands a property of a name.
    pub fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|required| required.text == name)
    }

    /// Whether it allows no properties but those that it names.
    pub fn is_closed(&self) -> bool {
        self.additional_properties.as_ref().is_some_and(|additional| additional.boolean == Some(false))
    }

    /// Whether it has `oneOf` or `anyOf`, directly or through its `allOf`.
    pub fn has_alternatives(&self) -> bool {
        !(self.one_of.is_empty() && self.any_of.is_empty() && self.choices.is_empty())
    }

    /// How many schemas are in it, itself included.
    pub fn parts(&self) -> usize {
        let lists = [&self.prefix_items, &self.all_of, &self.one_of, &self.any_of];
        let mappings = [&self.properties, &self.pattern_properties];
        let single = [&self.additional_properties, &self.items, &self.content_schema];
        let lists = lists.into_iter().chain(self.choices.iter().map(|choice| &choice.members));
        let listed = lists.flatten().chain(mappings.into_iter().flat_map(IndexMap::values));
        let listed = listed.chain(self.rules.iter().flat_map(Rule::schemas));
        1 + listed.chain(single.into_iter().flatten().map(|schema| &**schema)).map(Self::parts).sum::<usize>()
    }
}

impl Read for Schema {
    const KIND: Option<ComponentKind> = Some(ComponentKind::Schema);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        if let Value::Bool(boolean) = node.value {
            return Some(Self { boolean: Some(boolean), ..Self::empty(node.at) });
        }
        let is_word = |text: &str| text.chars().all(|character| character.is_alphanumeric() || "-_".contains(character));
        let shorthand = |text: &str| if is_word(text) { format!("{{type: {text}}}") } else { String::new() };
        let mut object = Object::open_here_or(node, shorthand, reading)?;
        for key in SILENT {
            object.node(key);
        }
        for key in NARROWING {
            if let Some(node) = object.node(key) {
                reading.diagnostics.report_key(node.at, Problem::NotExpressed { keyword: key });
            }
        }
        let reference = reference(&mut object, reading);
        let schema = Self {
            at: node.at,
            boolean: None,
            reference,
            types: object.node("type").map(|node| types(node, reading)).unwrap_or_default(),
            nullable: foreign::nullable(&mut object, reading),
            format: foreign::format(&mut object, reading),
            content_encoding: object.field("contentEncoding", reading),
            content_schema: object.field("contentSchema", reading),
            values: object.field("enum", reading),
            labels: ValueLabels::read(&mut object, reading),
            constant: object.field("const", reading),
            properties: object.field_or_default("properties", reading),
            required: required(&mut object, reading),
            additional_properties: additional_properties(&mut object, reading),
            pattern_properties: object.field_or_default("patternProperties", reading),
            items: items(&mut object, reading),
            prefix_items: prefix_items(&mut object, reading),
            all_of: object.field_or_default("allOf", reading),
            one_of: object.field_or_default("oneOf", reading),
            any_of: object.field_or_default("anyOf", reading),
            choices: Vec::new(),
            rules: rule::read(&mut object, reading),
            discriminator: object.field("discriminator", reading),
            discriminator_value: foreign::discriminator_value(&mut object, reading),
            annotations: Annotations::read(&mut object, reading),
            constraints: constraint::read(&mut object, reading),
        };
        object.close(reading);
        Some(schema)
    }
}

impl Schema {
    /// A schema without keywords: anything.
    pub fn empty(at: Origin) -> Self {
        Self {
            at,
            boolean: None,
            reference: None,
            types: Vec::new(),
            nullable: false,
            format: None,
            content_encoding: None,
            content_schema: None,
            values: None,
            labels: ValueLabels::default(),
            constant: None,
            properties: IndexMap::new(),
            required: Vec::new(),
            additional_properties: None,
            pattern_properties: IndexMap::new(),
            items: None,
            prefix_items: Vec::new(),
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            choices: Vec::new(),
            rules: Vec::new(),
            discriminator: None,
            discriminator_value: None,
            annotations: Annotations::default(),
            constraints: IndexMap::new(),
        }
    }
}

/// Reads `$ref`, or else `$dynamicRef`: once the uses of a schema have copies of it, the two mean the same.
fn reference(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<super::Reference> {
    let target = object.node("$ref").or_else(|| object.node("$dynamicRef"))?;
    Some(super::Reference { at: target.at, target: String::read(target, reading)?, description: None })
}

/// Reads `additionalProperties`, or else `unevaluatedProperties`, which also knows the properties of what stands beside it: so
/// does every object once its parts are merged. That nothing is left open is noted, for what is unknown is ignored.
fn additional_properties(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<Box<Schema>> {
    const UNEVALUATED: &str = "unevaluatedProperties";
    let unevaluated: Option<Box<Schema>> = object.field(UNEVALUATED, reading);
    if let Some(schema) = unevaluated.as_ref().filter(|schema| schema.boolean == Some(false)) {
        reading.diagnostics.report_key(schema.at, Problem::NotExpressed { keyword: UNEVALUATED });
    }
    object.field("additionalProperties", reading).or(unevaluated.filter(|schema| schema.boolean.is_none()))
}

/// Reads `items`, or else its like beside a list of places: `unevaluatedItems`, or `additionalItems`, which was its name before.
fn items(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<Box<Schema>> {
    let unevaluated: Option<Box<Schema>> = object.field("unevaluatedItems", reading);
    let unevaluated = unevaluated.filter(|schema| schema.boolean != Some(true));
    match object.node("items") {
        Some(items) if is_tuple(items) => object.field("additionalItems", reading).or(unevaluated),
        Some(items) => Read::read(items, reading),
        None => unevaluated,
    }
}

/// Reads `required`, and which properties say of themselves that they are, as they did in drafts of JSON Schema long ago.
fn required(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Vec<Text> {
    let properties = object.node("properties").and_then(Node::as_mapping).into_iter().flatten();
    let of_themselves = properties.filter(|(_, schema)| schema.get("required").and_then(Node::as_bool) == Some(true));
    let of_themselves: Vec<Text> = of_themselves.map(|(name, schema)| Text { at: schema.at, text: name.clone() }).collect();
    let mut names = match object.node("required") {
        Some(node) if node.as_bool().is_some() => {
            reading.diagnostics.report_key(node.at, Problem::MisplacedRequired);
            Vec::new()
        }
        _ => object.field_or_default("required", reading),
    };
    names.extend(of_themselves);
    names
}

/// Reads `prefixItems`, or `items` as a list, which was its name before.
fn prefix_items(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Vec<Schema> {
    match object.node("items").filter(|items| is_tuple(items)) {
        Some(items) => {
            reading.diagnostics.report_key(items.at, Problem::ListOfItems);
            Vec::read(items, reading).unwrap_or_default()
        }
        None => object.field_or_default("prefixItems", reading),
    }
}

fn is_tuple(items: &Node) -> bool {
    items.as_sequence().is_some()
}

/// Reads `type`, a word or a list of words.
fn types(node: &Node, reading: &mut Reading<'_>) -> Vec<SchemaType> {
    if reading.is_3_0 && (node.as_sequence().is_some() || node.as_str() == Some("null")) {
        let in_swagger = reading.is_swagger.then_some("`x-nullable: true` allows null");
        reading.report(node.at, Problem::LaterVersion { what: "`null` or a list as `type`", since: "3.1", in_swagger });
    }
    match &node.value {
        Value::Sequence(items) => items.iter().filter_map(|item| SchemaType::read(item, reading)).collect(),
        _ => SchemaType::read(node, reading).into_iter().collect(),
    }
}

impl SchemaType {
    const WORDS: [(&'static str, Self); 7] = [
        ("null", Self::Null),
        ("boolean", Self::Boolean),
        ("integer", Self::Integer),
        ("number", Self::Number),
        ("string", Self::String),
        ("array", Self::Array),
        ("object", Self::Object),
    ];

    /// The type of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }
}

impl Read for SchemaType {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        // An unquoted `null` is what most authors write for the type of that name.
        if node.value == Value::Null {
            return Some(Self::Null);
        }
        let expected = &["null", "boolean", "integer", "number", "string", "array", "object"];
        word_or(node, &Self::WORDS, expected, hint::of_type, reading)
    }
}
