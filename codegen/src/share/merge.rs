//! Merges what the description says of one model at several places.

use crate::api::{Annotations, Constraint, Object, Schema, SchemaId, Schemas, Shape};
use crate::document::{ValueLabel, ValueLabels};
use crate::node::Node;

/// How many texts on one property are kept.
const MOST_TEXTS: usize = 3;

/// The schema of a model that is at several places: the shape of the first, with the docs that are common to all.
pub(super) fn merged(places: &[SchemaId], schemas: &Schemas) -> Schema {
    let members: Vec<&Schema> = places.iter().map(|id| &schemas[*id]).collect();
    let first = members[0];
    let labels = first.labels.values.iter().map(|(value, label)| {
        let said = members.iter().filter_map(|member| Some(&member.labels.values.get(value)?.annotations));
        (value.clone(), ValueLabel { name: label.name.clone(), annotations: common(&said.collect::<Vec<_>>()) })
    });
    Schema {
        nullable: false,
        annotations: common(&members.iter().map(|member| &member.annotations).collect::<Vec<_>>()),
        labels: ValueLabels { type_name: first.labels.type_name.clone(), values: labels.collect() },
        constraints: first.constraints.iter().filter(|one| members.iter().all(|member| has(member, one))).cloned().collect(),
        shape: match &first.shape {
            Shape::Object(object) => Shape::Object(of_objects(object, &members)),
            shape => shape.clone(),
        },
        ..first.clone()
    }
}

fn has(schema: &Schema, constraint: &Constraint) -> bool {
    schema.constraints.iter().any(|other| other.kind == constraint.kind)
}

fn of_objects(first: &Object, members: &[&Schema]) -> Object {
    let mut object = first.clone();
    for property in &mut object.properties {
        let said = members.iter().filter_map(|member| match &member.shape {
            Shape::Object(object) => Some(&object.property(&property.name)?.annotations),
            _ => None,
        });
        let said: Vec<&Annotations> = said.collect();
        property.annotations = Annotations { description: texts(&said), ..common(&said) };
    }
    object
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
