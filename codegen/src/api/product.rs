//! Several lists of alternatives that hold at once: each alternative of one together with each of the others.

use super::all_of;
use super::keywords::is_null;
use super::lowering::Lowering;
use super::scalar::Scalar;
use super::schema::SchemaId;
use super::union;
use crate::diagnostic::Problem;
use crate::document::object::Text;
use crate::document::{Choice, Discriminator, Reference, Schema, SchemaType};
use crate::node::{Node, Origin, Value};

/// How many combinations there may be.
const MOST: usize = 30;

/// Alternatives that hold together, and each of them merged with its `$ref` and `allOf`.
#[derive(Clone, Default)]
struct Combination {
    members: Vec<Schema>,
    merged: Vec<Schema>,
}

/// The alternatives of several lists together, where they can hold together, as alternatives of one list.
pub(super) fn of(lists: Vec<Choice>, at: Origin, lowering: &mut Lowering<'_>) -> Vec<Schema> {
    let allows_null = lists.iter().all(|list| list.members.iter().any(is_null));
    let mut combinations = vec![Combination::default()];
    for Choice { mut members, discriminator, keyword } in lists {
        members.retain(|member| !is_null(member));
        if combinations.len() * members.len() > MOST {
            let what = "a choice of more than 30 combinations of `oneOf` and `anyOf`";
            lowering.resolver.report(at, Problem::Unsupported { what, instead: "only the first of these lists are read" });
            break;
        }
        let first = members.first().map_or(at, |member| member.at);
        let mut list = merged(members, lowering);
        if let Some(discriminator) = discriminator {
            identify(&mut list, &discriminator, lowering);
        }
        let together = combined(&combinations, &list, lowering);
        if together.is_empty() {
            lowering
                .resolver
                .report(at, Problem::ExcludedAlternatives { keyword, first, instead: "these alternatives are left out" });
        } else {
            combinations = together;
        }
    }
    let whole = |Combination { members, .. }: Combination| match <[Schema; 1]>::try_from(members) {
        Ok([only]) => Some(only),
        Err(all_of) => Some(Schema { at: all_of.last()?.at, all_of, ..Schema::empty(at) }),
    };
    let null = allows_null.then(|| Schema { types: vec![SchemaType::Null], ..Schema::empty(at) });
    combinations.into_iter().filter_map(whole).chain(null).collect()
}

/// Alternatives, and each of them merged with its `$ref` and `allOf`.
pub(super) fn merged(members: Vec<Schema>, lowering: &mut Lowering<'_>) -> Vec<(Schema, Schema)> {
    let mut list = Vec::new();
    for member in members {
        let merged = all_of::merge(member.clone(), lowering);
        list.push((member, merged));
    }
    list
}

/// Each combination with each alternative of a further list that can hold together with it.
fn combined(combinations: &[Combination], list: &[(Schema, Schema)], lowering: &mut Lowering<'_>) -> Vec<Combination> {
    let mut found = Vec::new();
    for known in combinations {
        for (member, merged) in list {
            if known.merged.iter().all(|other| can_hold_together(other, merged, lowering)) {
                let mut combination = known.clone();
                combination.members.push(member.clone());
                combination.merged.push(merged.clone());
                found.push(combination);
            }
        }
    }
    found
}

/// Whether a value can be of both schemas, as far as its type and the constants among its properties decide that.
fn can_hold_together(one: &Schema, other: &Schema, lowering: &mut Lowering<'_>) -> bool {
    if !all_of::have_common_types(&one.types, &other.types) {
        return false;
    }
    for (name, property) in &one.properties {
        let is_required = one.requires(name) || other.requires(name);
        let Some(theirs) = other.properties.get(name).filter(|_| is_required) else { continue };
        if let (Some(ours), Some(theirs)) = (listed(property, lowering), listed(theirs, lowering))
            && !ours.iter().any(|value| theirs.iter().any(|other| value.same_value(other)))
        {
            return false;
        }
    }
    true
}

/// The values that a property lists.
pub(super) fn listed(property: &Schema, lowering: &mut Lowering<'_>) -> Option<Vec<Node>> {
    let merged = all_of::merge(property.clone(), lowering);
    merged.constant.map(|constant| vec![constant]).or(merged.values)
}

/// Lists the values of a discriminator at the alternatives that they identify, which many combinations have in common.
pub(super) fn identify(list: &mut [(Schema, Schema)], discriminator: &Discriminator, lowering: &mut Lowering<'_>) {
    let references: Vec<Option<Reference>> = list.iter().map(|(member, _)| member.reference.clone()).collect();
    let mut ids: Vec<SchemaId> = Vec::new();
    for (member, _) in list.iter() {
        ids.push(match &member.reference {
            Some(reference) => lowering.target(reference, member.at),
            None => lowering.any(member.at),
        });
    }
    let tags = union::tags(discriminator, &references, &ids, lowering);
    let names = tags.names.iter().zip(&references).map(|(name, reference)| {
        let (text, reference) = (name.clone()?, reference.as_ref()?);
        Some(Text { at: reference.at, text })
    });
    let values = tags
        .mapped
        .into_iter()
        .zip(names)
        .map(|(mapped, name)| if mapped.is_empty() { name.into_iter().collect() } else { mapped });
    for ((member, merged), values) in list.iter_mut().zip(values) {
        let property = merged.properties.get(&tags.property).map(|property| all_of::merge(property.clone(), lowering));
        let is_listed = property.as_ref().is_some_and(|property| property.values.is_some() || property.constant.is_some());
        if values.is_empty() || is_listed {
            continue;
        }
        let types = property.map(|property| property.types).unwrap_or_default();
        let property = Schema { at: values[0].at, values: Some(nodes(&values, &types)), ..Schema::empty(member.at) };
        for schema in [member, merged] {
            let own = schema.properties.shift_remove(&tags.property);
            let both = own.map_or_else(|| property.clone(), |own| all_of::both(own, property.clone()));
            schema.properties.insert(tags.property.clone(), both);
        }
    }
}

/// What texts mean for a property of these types.
fn nodes(values: &[Text], types: &[SchemaType]) -> Vec<Node> {
    let is_text = types.is_empty() || types.contains(&SchemaType::String);
    let node = |Text { at, text }: &Text| match Scalar::written(text).filter(|_| !is_text) {
        Some(Scalar::Boolean(value)) => Node::boolean(*at, value),
        Some(Scalar::Integer(value)) => Node { at: *at, value: Value::Integer(value) },
        Some(Scalar::Number(value)) => Node { at: *at, value: Value::Float(value.0) },
        Some(Scalar::Text(_)) | None => Node::text(*at, text.as_str()),
    };
    values.iter().map(node).collect()
}
