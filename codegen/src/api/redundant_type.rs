//! `type` beside a `$ref` or `allOf` that says the same: `{type: object, $ref: "#/components/schemas/Pet"}`.

use super::composition::only_reference;
use super::lowering::Lowering;
use crate::document::{Schema, SchemaType};
use crate::node::Node;
use crate::source::Description;

/// How many references and combinations lead to the type of a target at most.
const DEEPEST: usize = 8;

/// The schema without its `type`, and without that of members of its `allOf` that have nothing else, if that is the type of
/// the only schema that it refers to anyway.
pub(super) fn removed(schema: Schema, lowering: &Lowering<'_>) -> Schema {
    let is_typed = |schema: &Schema| !schema.types.is_empty();
    if !has_reference(&schema) || !(is_typed(&schema) || schema.all_of.iter().any(is_typed)) {
        return schema;
    }
    let bare_members = schema.all_of.iter().map(|member| if has_reference(member) { member.clone() } else { untyped(member) });
    let bare = Schema { all_of: bare_members.collect(), ..untyped(&schema) };
    let Some(reference) = only_reference(&bare) else { return schema };
    let description = lowering.resolver.reading.description;
    let target = description.find(reference.at, &reference.target).and_then(|target| types(target, description, DEEPEST));
    let Some(target) = target else { return schema };
    let written = std::iter::once(&schema).chain(&schema.all_of).map(|schema| &schema.types);
    let is_redundant = |types: &Vec<SchemaType>| types.is_empty() || target.iter().all(|kind| types.contains(kind));
    if written.into_iter().all(is_redundant) { bare } else { schema }
}

fn untyped(schema: &Schema) -> Schema {
    Schema { types: Vec::new(), ..schema.clone() }
}

/// Whether a schema refers to others, or combines them.
pub(super) fn has_reference(schema: &Schema) -> bool {
    schema.reference.is_some() || !schema.all_of.is_empty()
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
