//! `type` beside a `$ref` that says the same: `{type: object, $ref: "#/components/schemas/Pet"}`.

use super::keywords::is_only_described;
use super::lowering::Lowering;
use crate::document::{Schema, SchemaType};
use crate::node::Node;
use crate::source::Description;

/// How many references and combinations lead to the type of a target at most.
const DEEPEST: usize = 8;

/// The schema without its `type`, if that is the type of what it refers to anyway.
pub(super) fn removed(schema: Schema, lowering: &Lowering<'_>) -> Schema {
    let Some(reference) = schema.reference.as_ref().filter(|_| !schema.types.is_empty()) else { return schema };
    let description = lowering.resolver.reading.description;
    let types = description.find(reference.at, &reference.target).and_then(|target| types(target, description, DEEPEST));
    let is_redundant = types.is_some_and(|types| types.iter().all(|kind| schema.types.contains(kind)));
    let bare = || Schema { types: Vec::new(), ..schema.clone() };
    if is_redundant && is_only_described(&bare()) { bare() } else { schema }
}

/// The types that a schema allows, as far as it says so itself.
fn types(schema: &Node, description: &Description, deepest: usize) -> Option<Vec<SchemaType>> {
    let deepest = deepest.checked_sub(1)?;
    if let Some((at, target)) = schema.reference() {
        return types(description.find(at.at, target)?, description, deepest);
    }
    if let Some(kind) = schema.get("type") {
        let words = kind.as_sequence().unwrap_or(std::slice::from_ref(kind));
        return words.iter().map(|word| SchemaType::parse(word.as_str()?)).collect();
    }
    if schema.get("properties").is_some() || schema.get("additionalProperties").is_some() {
        return Some(vec![SchemaType::Object]);
    }
    let members = |key: &str| schema.get(key).and_then(Node::as_sequence).filter(|members| !members.is_empty());
    if let Some(members) = members("allOf") {
        return members.iter().find_map(|member| types(member, description, deepest));
    }
    let alternatives = members("oneOf").or_else(|| members("anyOf"))?;
    let all: Option<Vec<Vec<SchemaType>>> = alternatives.iter().map(|member| types(member, description, deepest)).collect();
    all.map(|all| all.concat())
}
