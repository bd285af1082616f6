//! Alternatives that are no shapes: they only demand, forbid or bound what the schema around them describes.

use indexmap::IndexMap;

use super::all_of;
use super::keywords::{is_empty, is_null};
use super::lowering::Lowering;
use super::undescribed;
use crate::document::{Choice, Rule, RuleKind, Schema, SchemaType};
use crate::node::Origin;

/// Makes a rule of each list of alternatives that demand or forbid properties and say nothing else, also in the members of an `allOf`.
pub(super) fn set_apart(schema: &mut Schema) {
    schema.all_of.iter_mut().for_each(set_apart);
    take(schema, |members| members.iter().filter(|member| !is_null(member)).all(only_demands));
}

/// Makes a rule of each list of alternatives that say nothing of the shape that the rest of the schema does not say.
pub(super) fn set_apart_beside(schema: &mut Schema, lowering: &mut Lowering<'_>) {
    let lists = [&schema.one_of, &schema.any_of].into_iter().filter(|members| !members.is_empty()).count() + schema.choices.len();
    let says_more = !schema.properties.is_empty() || !schema.types.is_empty();
    if lists == 0 || !says_more && lists == 1 {
        return;
    }
    let whole = Schema { properties: schema.properties.clone(), types: schema.types.clone(), ..Schema::empty(schema.at) };
    // Where the lists are all that there is, some of them have to say what a value is.
    let names_nothing = |member: &Schema| member.properties.is_empty() && member.types.is_empty();
    take(schema, |members| {
        let mut members = members.iter().filter(|member| !is_null(member));
        members.all(|member| (says_more || names_nothing(member)) && only_bounds(member, &whole, lowering))
    });
}

/// Takes the lists that are rules out of a schema. One with a discriminator never is.
fn take(schema: &mut Schema, mut is_rule: impl FnMut(&[Schema]) -> bool) {
    let mut found: Vec<Choice> = Vec::new();
    if schema.discriminator.is_none() {
        for (members, keyword) in [(&mut schema.one_of, "oneOf"), (&mut schema.any_of, "anyOf")] {
            if members.len() > 1 && is_rule(members) {
                found.push(Choice { keyword, members: std::mem::take(members), discriminator: None });
            }
        }
    }
    for choice in std::mem::take(&mut schema.choices) {
        let is_rule = choice.discriminator.is_none() && is_rule(&choice.members);
        if is_rule { &mut found } else { &mut schema.choices }.push(choice);
    }
    for Choice { keyword, mut members, .. } in found {
        let at = members.first().map_or(schema.at, |member| member.at);
        let count = members.len();
        members.retain(|member| !is_null(member));
        schema.nullable |= members.len() < count;
        schema.rules.push(Rule { at, keyword, kind: RuleKind::Choice(members) });
    }
}

/// Whether an alternative says nothing but which properties an object must or must not have.
fn only_demands(member: &Schema) -> bool {
    let Schema { all_of, one_of, any_of, properties, .. } = member;
    let nested = || all_of.iter().chain(one_of).chain(any_of);
    let demands = !member.required.is_empty() || !member.rules.is_empty() || nested().next().is_some();
    (demands || member.types == [SchemaType::Object])
        && has_no_shape(member)
        && member.types.iter().all(|kind| *kind == SchemaType::Object)
        && member.values.is_none()
        && member.constant.is_none()
        && member.format.is_none()
        && member.constraints.keys().all(|keyword| matches!(keyword.as_str(), "minProperties" | "maxProperties"))
        && properties.values().all(says_nothing)
        && nested().all(only_demands)
        && !member.rules.iter().any(Rule::has_properties)
}

/// Whether an alternative says nothing of the shape that the schema around it does not say: a `required`, a `pattern`.
fn only_bounds(member: &Schema, whole: &Schema, lowering: &mut Lowering<'_>) -> bool {
    let has_type = |kind| whole.types.contains(kind) || (*kind == SchemaType::Object && whole.types.is_empty());
    let names_one_of_several = !member.types.is_empty() && member.types.len() != whole.types.len() && whole.types.len() > 1;
    let nested = member.all_of.iter().chain(&member.one_of).chain(&member.any_of);
    let conditional = member.rules.iter().flat_map(Rule::conditional);
    has_no_shape(member)
        && member.values.is_none()
        && member.constant.is_none()
        && member.types.iter().all(has_type)
        && !names_one_of_several
        && properties_only_bound(&member.properties, &whole.properties, lowering)
        && nested.chain(conditional).all(|nested| only_bounds(nested, whole, lowering))
}

/// Whether what an alternative says of properties is said of them elsewhere, but for values and bounds.
fn properties_only_bound(
    properties: &IndexMap<String, Schema>,
    whole: &IndexMap<String, Schema>,
    lowering: &mut Lowering<'_>,
) -> bool {
    properties.iter().all(|(name, said)| match whole.get(name) {
        _ if says_nothing(said) => true,
        Some(property) if !is_empty(property) => {
            let property = all_of::merge(property.clone(), lowering);
            let said = Schema { values: None, constant: None, ..said.clone() };
            only_bounds(&said, &property, lowering)
        }
        _ => false,
    })
}

/// Whether a schema has none of the keywords that describe other schemas' values.
pub(super) fn has_no_shape(schema: &Schema) -> bool {
    schema.boolean != Some(false)
        && schema.reference.is_none()
        && schema.discriminator.is_none()
        && schema.items.is_none()
        && schema.prefix_items.is_empty()
        && schema.pattern_properties.is_empty()
        && schema.content_schema.is_none()
        && schema.additional_properties.as_ref().is_none_or(|additional| additional.boolean.is_some())
}

/// Whether a property may or may not be there, and nothing else is said of it.
fn says_nothing(property: &Schema) -> bool {
    property.boolean.is_some() || is_empty(property)
}

/// Adds the properties that rules demand and nothing describes by name, so that they can be sent, if they are there.
pub(super) fn add_properties(schema: &mut Schema, demanded: Vec<(String, Origin)>, lowering: &mut Lowering<'_>) {
    // The keys of any object are the caller's already.
    if schema.is_closed() || schema.has_alternatives() || schema.properties.is_empty() {
        return;
    }
    for (name, at) in demanded {
        let mut conditional = schema.rules.iter().flat_map(Rule::conditional);
        if schema.requires(&name)
            || schema.properties.contains_key(&name)
            || conditional.any(|member| member.properties.contains_key(&name))
        {
            continue;
        }
        let value = undescribed::value(&name, schema).unwrap_or_else(|| {
            lowering.untyped(at, "a rule demands it, but nothing describes it");
            Schema::empty(at)
        });
        schema.properties.insert(name, value);
    }
}
