//! `allOf` as it was written: which members it has and which of them only describe it.

use super::demand;
use super::enumeration;
use super::keywords::{is_null, is_null_node, is_only_described};
use super::lowering::Lowering;
use crate::document::{Annotations, Reference, Schema, SchemaType};
use crate::node::Origin;

/// Where the members of an `allOf` that nobody wrote stand: by that it is known.
pub(super) fn parts(schema: &Schema) -> Option<Vec<Origin>> {
    let parts: Vec<Origin> = schema.all_of.iter().map(|member| member.at).collect();
    (parts.last() == Some(&schema.at)).then_some(parts)
}

/// A schema whose only alternative is no choice, but holds together with the rest, and whose alternatives that only demand
/// properties are a rule.
pub(super) fn without_choice(mut schema: Schema, lowering: &Lowering<'_>) -> Schema {
    for member in schema.one_of.iter_mut().chain(&mut schema.any_of) {
        if refers_to_null(member, lowering) {
            *member = Schema { types: vec![SchemaType::Null], ..Schema::empty(member.at) };
        }
    }
    demand::set_apart(&mut schema);
    let is_choice = |members: &[Schema]| members.iter().filter(|member| !is_null(member)).count() != 1;
    if schema.discriminator.is_some() {
        return schema;
    }
    schema.labels = enumeration::labels(&schema);
    for members in [&mut schema.one_of, &mut schema.any_of] {
        if !is_choice(members) {
            let nulls = members.len();
            members.retain(|member| !is_null(member));
            schema.nullable |= members.len() < nulls;
            schema.all_of.append(members);
        }
    }
    schema
}

/// Whether an alternative refers to a schema whose only value is null.
fn refers_to_null(member: &Schema, lowering: &Lowering<'_>) -> bool {
    let reference = member.reference.as_ref().filter(|_| is_only_described(member));
    let target = reference.and_then(|reference| lowering.resolver.reading.description.find(reference.at, &reference.target));
    target.is_some_and(is_null_node)
}

/// The one member of an `allOf` that does more than describe it.
pub(super) fn only_member(schema: &Schema) -> Option<&Schema> {
    let mut members = schema.all_of.iter().filter(|member| !says_only_words(member));
    let only = members.next()?;
    members.all(|member| refer_alike(only, member)).then_some(only)
}

/// The reference that is all that a schema consists of, but for words.
pub(super) fn only_reference(schema: &Schema) -> Option<&Reference> {
    match &schema.reference {
        _ if !is_only_described(schema) => None,
        Some(reference) => schema.all_of.is_empty().then_some(reference),
        None => only_reference(only_member(schema)?),
    }
}

/// A schema with the words and rules of those members that have nothing else.
pub(super) fn with_words(mut schema: Schema) -> Schema {
    for member in std::mem::take(&mut schema.all_of).into_iter().filter(says_only_words) {
        schema.annotations = schema.annotations.or(member.annotations);
        schema.nullable |= member.nullable;
        schema.rules.extend(member.rules);
    }
    schema
}

/// Whether a schema only describes what others say.
fn says_only_words(schema: &Schema) -> bool {
    is_only_described(schema) && schema.reference.is_none() && schema.all_of.is_empty()
}

/// Whether two schemas are the same reference.
fn refer_alike(one: &Schema, other: &Schema) -> bool {
    let target = |schema: &Schema| schema.reference.as_ref().map(|reference| reference.target.clone());
    target(one).is_some() && target(one) == target(other) && is_only_described(one) && is_only_described(other)
}

/// The annotations of a schema. Members of its `allOf` that were written in place also say which side sets the value.
pub(super) fn annotations(schema: &Schema) -> Annotations {
    let mut annotations = schema.annotations.clone();
    for member in &schema.all_of {
        let Annotations { read_only, write_only, .. } = self::annotations(member);
        annotations.read_only |= read_only;
        annotations.write_only |= write_only;
    }
    annotations
}
