//! Merges what the description says of one model at several places.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Annotations, Constraint, Object, Property, Schema, SchemaId, Schemas, Shape, Values};
use crate::document::{ValueLabel, ValueLabels};
use crate::node::Node;
use crate::source::Sources;

/// How many texts on one property are kept.
const MOST_TEXTS: usize = 3;

/// The schema of a model that is at several places: the shape of the first, with what only others have, and with the docs that are
/// common to all.
pub(super) fn merged(places: &[SchemaId], schemas: &Schemas, sources: &Sources) -> Schema {
    let members: Vec<&Schema> = places.iter().map(|id| &schemas[*id]).collect();
    let first = members[0];
    Schema {
        nullable: false,
        annotations: common(&members.iter().map(|member| &member.annotations).collect::<Vec<_>>()),
        labels: ValueLabels { type_name: first.labels.type_name.clone(), values: of_labels(&members) },
        constraints: first.constraints.iter().filter(|one| members.iter().all(|member| has(member, one))).cloned().collect(),
        shape: match &first.shape {
            Shape::Object(object) => Shape::Object(of_objects(object, &members, schemas, sources)),
            Shape::Enumeration(values) => Shape::Enumeration(of_values(values, &members)),
            shape => shape.clone(),
        },
        ..first.clone()
    }
}

/// The labels of the values that at least one labels.
fn of_labels(members: &[&Schema]) -> BTreeMap<String, ValueLabel> {
    let mut labels: BTreeMap<&str, Vec<&ValueLabel>> = BTreeMap::new();
    for (value, label) in members.iter().flat_map(|member| &member.labels.values) {
        labels.entry(value).or_default().push(label);
    }
    let merged = |(value, labels): (&str, Vec<&ValueLabel>)| {
        let said: Vec<&Annotations> = labels.iter().map(|label| &label.annotations).collect();
        let is_dropped = labels.iter().all(|label| label.is_dropped);
        (value.to_owned(), ValueLabel { name: labels[0].name.clone(), annotations: common(&said), is_dropped })
    };
    labels.into_iter().map(merged).collect()
}

fn has(schema: &Schema, constraint: &Constraint) -> bool {
    schema.constraints.iter().any(|other| other.kind == constraint.kind)
}

fn of_objects<'a>(first: &Object, members: &[&'a Schema], schemas: &Schemas, sources: &Sources) -> Object {
    let object = |member: &&'a Schema| match &member.shape {
        Shape::Object(object) => Some((*member, object)),
        _ => None,
    };
    let objects: Vec<(&Schema, &Object)> = members.iter().filter_map(object).collect();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let properties = objects.iter().flat_map(|(_, object)| &object.properties);
    let properties = properties.filter(|property| known.insert(&property.name)).map(|property| {
        let found: Vec<(&Schema, &Property)> =
            objects.iter().filter_map(|(member, object)| Some((*member, object.property(&property.name)?))).collect();
        let said: Vec<&Annotations> = found.iter().map(|(_, property)| &property.annotations).collect();
        let description = texts(&said);
        let is_everywhere = found.len() == members.len();
        let nullable = found.iter().find(|(_, property)| schemas.target(property.schema).1);
        Property {
            schema: nullable.map_or(property.schema, |(_, nullable)| nullable.schema),
            required: is_everywhere && found.iter().all(|(_, property)| property.required),
            annotations: Annotations {
                description: if is_everywhere { description } else { Some(only_there(description, &found, sources)) },
                ..common(&said)
            },
            ..property.clone()
        }
    });
    let is_closed = objects.iter().all(|(_, object)| object.is_closed);
    Object { properties: properties.collect(), is_closed, ..first.clone() }
}

/// A description with the places where alone a property is.
fn only_there(description: Option<String>, found: &[(&Schema, &Property)], sources: &Sources) -> String {
    let mut places: Vec<String> =
        found.iter().take(MOST_TEXTS).map(|(member, _)| format!("`{}`", sources.address(member.at))).collect();
    let more = found.len() - places.len();
    places.extend((more > 0).then(|| format!("{more} more places")));
    let only = format!("Only in {}.", places.join(", "));
    description.map_or(only.clone(), |description| format!("{description}\n\n{only}"))
}

/// The values that at least one lists.
fn of_values(first: &Values, members: &[&Schema]) -> Values {
    let mut values = first.clone();
    for member in members {
        match (&mut values, &member.shape) {
            (Values::Strings(values), Shape::Enumeration(Values::Strings(others))) => add_missing(values, others),
            (Values::Integers(values), Shape::Enumeration(Values::Integers(others))) => add_missing(values, others),
            _ => {}
        }
    }
    values
}

fn add_missing<T: Clone + PartialEq>(values: &mut Vec<T>, others: &[T]) {
    // Most places list the same values.
    if values.as_slice() == others {
        return;
    }
    for other in others {
        if !values.contains(other) {
            values.push(other.clone());
        }
    }
}

/// What all say; of the flags, what all set.
fn common(said: &[&Annotations]) -> Annotations {
    let first = said[0];
    let all = |holds: fn(&Annotations) -> bool| said.iter().all(|one| holds(one));
    let is_common = |text: fn(&Annotations) -> &Option<String>| said.iter().all(|one| text(one) == text(first));
    Annotations {
        title: first.title.clone().filter(|_| is_common(|one| &one.title)),
        description: first.description.clone().filter(|_| is_common(|one| &one.description)),
        default: first.default.clone().filter(|value| said.iter().all(|one| is(one.default.as_ref(), value))),
        example: first.example.clone(),
        external_docs: first.external_docs.clone().filter(|_| said.iter().all(|one| one.external_docs == first.external_docs)),
        read_only: all(|one| one.read_only),
        write_only: all(|one| one.write_only),
        deprecated: all(|one| one.deprecated),
        rust_name: first.rust_name.clone(),
    }
}

fn is(node: Option<&Node>, other: &Node) -> bool {
    node.is_some_and(|node| node.value == other.value)
}

/// The different descriptions, one after the other.
fn texts(said: &[&Annotations]) -> Option<String> {
    let mut texts: Vec<&str> = Vec::new();
    for text in said.iter().filter_map(|one| one.description.as_deref()) {
        if !texts.contains(&text) && texts.len() < MOST_TEXTS {
            texts.push(text);
        }
    }
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}
