//! Base classes: a named schema with a discriminator and no alternatives of its own stands for the schemas that extend it.

use std::collections::BTreeSet;

use super::lowering::{Child, Children, Lowering};
use super::schema::{SchemaId, Shape, Union};
use super::union;
use crate::document::object::Read;
use crate::document::{Reference, Schema};
use crate::node::Origin;

/// Notes what a named schema extends, or the schema that it is a name for.
pub(super) fn note(name: &str, schema: &Schema, lowering: &mut Lowering<'_>) {
    let named = schema.reference.as_ref().and_then(|reference| lowering.resolver.end(reference));
    let named: Option<Schema> = named.and_then(|node| Read::read(node, &mut lowering.resolver.reading));
    let members = schema.all_of.iter().chain(named.iter().flat_map(|named| &named.all_of));
    for reference in members.filter_map(|member| member.reference.as_ref()) {
        if let Some(target) = lowering.resolver.end(reference) {
            lowering.children.entry(target.at).or_default().push(Child { at: schema.at, name: name.to_owned() });
        }
    }
}

/// The shape of a base class: one of its children.
pub(super) fn lower(schema: &Schema, lowering: &mut Lowering<'_>) -> Option<Shape> {
    let discriminator = schema.discriminator.as_ref()?;
    if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
        return None;
    }
    let children = descendants(schema.at, &lowering.children);
    if children.is_empty() || !lowering.spend(children.len(), schema.at) {
        return None;
    }
    let mut variants: Vec<SchemaId> = Vec::new();
    let mut references = Vec::new();
    for child in children {
        let reference = Reference { at: schema.at, target: format!("#/components/schemas/{}", child.name), description: None };
        variants.push(lowering.at(child.at)?);
        references.push(Some(reference));
    }
    let tags = union::tags(discriminator, &references, &variants, lowering);
    Some(Shape::Union(Union { variants, tags: Some(tags) }))
}

/// The children, their children and so on, each once, in the description's order.
fn descendants(base: Origin, children: &Children) -> Vec<Child> {
    let mut found: Vec<Child> = Vec::new();
    let mut known = BTreeSet::from([base]);
    let mut open = vec![base];
    while let Some(parent) = open.pop() {
        for child in children.get(&parent).into_iter().flatten() {
            if known.insert(child.at) {
                found.push(child.clone());
                open.push(child.at);
            }
        }
    }
    found.sort_by_key(|child| child.at);
    found
}
