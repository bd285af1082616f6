//! Facts of values: defaults, and what the description demands beyond the type.

use super::flag;
use crate::api::{ConstraintKind, SchemaId, Schemas, Shape, TextFormat};
use crate::document::Annotations;
use crate::plan::constraint::{json, number, rule};
use crate::record::{Fact, FactName};

/// Facts of the values of a schema at one of their places, where annotations may be said beside it. What is said of a model as a whole
/// is a fact of the model.
pub(in crate::plan) fn of_value(id: SchemaId, beside: Option<&Annotations>, schemas: &Schemas) -> Vec<Fact> {
    let default = beside.and_then(|beside| beside.default.as_ref());
    let default = default.or_else(|| said(id, schemas).find_map(|id| schemas[id].annotations.default.as_ref()));
    let nullable = flag(FactName::Nullable, schemas.target(id).1);
    let default = default.map(|default| Fact::new(FactName::Default, json(default)));
    nullable.into_iter().chain(default).chain(demands(id, schemas, &mut Vec::new())).collect()
}

/// Facts of what a schema itself demands.
pub(super) fn own_demands(id: SchemaId, schemas: &Schemas) -> impl Iterator<Item = Fact> {
    schemas[id].constraints.iter().map(|constraint| of_constraint(&constraint.kind))
}

/// The schemas that say something of the values at a place: a schema and what it refers to, but for a model.
fn said(id: SchemaId, schemas: &Schemas) -> impl Iterator<Item = SchemaId> {
    /// More references than this are a ring, which is reported elsewhere.
    const LONGEST: usize = 32;
    let next = |id: &SchemaId| match schemas[*id].shape {
        Shape::Reference(target) => Some(target),
        _ => None,
    };
    let chain = std::iter::successors(Some(id), next).take(LONGEST);
    chain.filter(move |step| *step == id && schemas[*step].component.is_none() || !schemas.is_model(*step))
}

/// Facts of what the values of a schema must be like beyond their type, and of the values inside of lists and maps.
fn demands(id: SchemaId, schemas: &Schemas, passed: &mut Vec<SchemaId>) -> Vec<Fact> {
    let target = schemas.target(id).0;
    if schemas.is_too_deep(passed) || passed.contains(&target) {
        return Vec::new();
    }
    let mut facts: Vec<Fact> = Vec::new();
    for fact in said(id, schemas).filter(|id| !schemas.is_model(*id)).flat_map(|id| own_demands(id, schemas)) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts.extend(format(&schemas[target].shape).map(|format| Fact::new(FactName::Format, format)));
    passed.push(target);
    let mut inside = |id| demands(id, schemas, passed).into_iter();
    match &schemas[target].shape {
        Shape::Array(items) => facts.extend(inside(*items).map(|fact| Fact::new(FactName::Items, fact.to_string()))),
        Shape::Map(Some(values)) => facts.extend(inside(*values).map(|fact| Fact::new(FactName::Values, fact.to_string()))),
        Shape::Tuple(tuple) => {
            for (place, item) in tuple.items.iter().enumerate() {
                facts.extend(inside(*item).map(|fact| Fact::new(FactName::Item, format!("{place} {fact}"))));
            }
        }
        _ => {}
    }
    passed.pop();
    facts
}

/// The format of a text that its type does not show.
fn format(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::String(Some(format)) if TextFormat::of(Some(format)).is_none() => Some(format),
        _ => None,
    }
}

fn of_constraint(kind: &ConstraintKind) -> Fact {
    use ConstraintKind as Kind;
    let count = |name, bound: &u128| Fact::new(name, bound.to_string());
    let listed = |name, values: Vec<String>| Fact::new(name, values.join(" | "));
    match kind {
        Kind::MinLength(bound) => count(FactName::MinLength, bound),
        Kind::MaxLength(bound) => count(FactName::MaxLength, bound),
        Kind::MinItems(bound) => count(FactName::MinItems, bound),
        Kind::MaxItems(bound) => count(FactName::MaxItems, bound),
        Kind::MinProperties(bound) => count(FactName::MinProperties, bound),
        Kind::MaxProperties(bound) => count(FactName::MaxProperties, bound),
        Kind::Minimum(bound) => Fact::new(FactName::Minimum, number(*bound)),
        Kind::ExclusiveMinimum(bound) => Fact::new(FactName::ExclusiveMinimum, number(*bound)),
        Kind::Maximum(bound) => Fact::new(FactName::Maximum, number(*bound)),
        Kind::ExclusiveMaximum(bound) => Fact::new(FactName::ExclusiveMaximum, number(*bound)),
        Kind::MultipleOf(bound) => Fact::new(FactName::MultipleOf, number(*bound)),
        Kind::UniqueItems => Fact::flag(FactName::UniqueItems),
        Kind::Pattern(pattern) => Fact::new(FactName::Pattern, pattern.as_str()),
        Kind::ContentEncoding(encoding) => Fact::new(FactName::ContentEncoding, encoding.as_str()),
        Kind::ContentMediaType(media_type) => Fact::new(FactName::ContentMediaType, media_type.as_str()),
        Kind::Format(format) => Fact::new(FactName::Format, format.as_str()),
        Kind::Enum(values) => listed(FactName::Enum, values.iter().map(json).collect()),
        Kind::PatternProperties(patterns) => {
            let mut patterns = patterns.clone();
            patterns.sort();
            listed(FactName::PatternProperties, patterns)
        }
        Kind::Rule(keyword, rule) => Fact::new(FactName::Rule, format!("{keyword}: {}", rule::said(rule))),
    }
}
