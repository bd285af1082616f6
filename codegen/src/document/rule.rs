//! `Rule`: keywords that restrict a value without describing its shape.

use super::object::{Object, Read, Text};
use super::reading::Reading;
use super::schema::Schema;
use crate::node::{Node, Origin};

/// A keyword that restricts a value without describing its shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where the keyword's value was written.
    pub at: Origin,
    /// The keyword.
    pub keyword: &'static str,
    /// The restriction.
    pub kind: RuleKind,
}

/// The restriction of a keyword.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleKind {
    /// `not`.
    Not(Box<Schema>),
    /// `if`, `then` and `else`.
    If {
        /// `if`; without one the others say nothing.
        condition: Option<Box<Schema>>,
        /// `then`.
        then: Option<Box<Schema>>,
        /// `else`.
        otherwise: Option<Box<Schema>>,
    },
    /// An entry of `dependentSchemas`, `dependentRequired` or `dependencies`.
    Dependent {
        /// The property that makes the schema apply.
        property: String,
        /// The schema that applies.
        schema: Box<Schema>,
    },
    /// Alternatives of `anyOf` or `oneOf` that say nothing of the shape.
    Choice(Vec<Schema>),
    /// What holds as well, where a keyword can be there only once.
    Also(Box<Schema>),
}

impl Rule {
    /// The schemas that hold under a condition.
    pub fn conditional(&self) -> impl Iterator<Item = &Schema> {
        let (then, otherwise) = match &self.kind {
            RuleKind::If { then, otherwise, .. } => (then.as_deref(), otherwise.as_deref()),
            RuleKind::Dependent { schema, .. } => (Some(&**schema), None),
            RuleKind::Not(_) | RuleKind::Choice(_) | RuleKind::Also(_) => (None, None),
        };
        then.into_iter().chain(otherwise)
    }

    /// Whether it describes properties that may be there.
    pub fn has_properties(&self) -> bool {
        self.conditional().any(|schema| !schema.properties.is_empty())
    }

    /// The schemas in it.
    pub(super) fn schemas(&self) -> Vec<&Schema> {
        match &self.kind {
            RuleKind::Not(schema) | RuleKind::Also(schema) | RuleKind::Dependent { schema, .. } => vec![schema],
            RuleKind::If { condition, then, otherwise } => {
                [condition, then, otherwise].into_iter().flatten().map(|schema| &**schema).collect()
            }
            RuleKind::Choice(members) => members.iter().collect(),
        }
    }
}

/// Reads the rules of a schema.
pub(super) fn read(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    if let Some(at) = object.node("not").map(|node| node.at) {
        rules.extend(object.field("not", reading).map(|schema| Rule { at, keyword: "not", kind: RuleKind::Not(schema) }));
    }
    let key = ["if", "then", "else"].into_iter().find_map(|key| Some((key, object.node(key)?.at)));
    if let Some((keyword, at)) = key {
        let [condition, then, otherwise] = ["if", "then", "else"].map(|key| object.field(key, reading));
        rules.push(Rule { at, keyword, kind: RuleKind::If { condition, then, otherwise } });
    }
    for keyword in ["dependentSchemas", "dependentRequired", "dependencies"] {
        let Some(entries) = object.node(keyword).and_then(|node| reading.behind(node)) else { continue };
        if entries.as_mapping().is_none() {
            reading.wrong_type(entries, "a mapping");
        }
        for (property, node) in entries.as_mapping().into_iter().flatten() {
            let kind = dependent(node, reading).map(|schema| RuleKind::Dependent { property: property.clone(), schema });
            rules.extend(kind.map(|kind| Rule { at: node.at, keyword, kind }));
        }
    }
    rules
}

/// Reads what holds with a property: a schema, or the names of further properties.
fn dependent(node: &Node, reading: &mut Reading<'_>) -> Option<Box<Schema>> {
    match node.as_sequence() {
        Some(_) => Some(Box::new(Schema { required: Vec::<Text>::read(node, reading)?, ..Schema::empty(node.at) })),
        None => Read::read(node, reading),
    }
}
