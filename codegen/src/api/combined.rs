//! Alternatives of `anyOf` at once: an object with properties of several of them.

use std::collections::BTreeSet;

use super::evidence::{self, Candidates};
use super::schema::{Object, Property, Schema, SchemaId, Shape, Union};
use super::schemas::Schemas;
use crate::document::Annotations;

/// Up to how many objects are compared, each with each.
const MOST_COMPARED: usize = 30;

/// Adds to a union the alternative that is several others at once, if a value can be.
pub(super) fn add(id: SchemaId, schemas: &mut Schemas) {
    let Shape::Union(union @ Union { any_of: true, tags: None, .. }) = &schemas[id].shape else { return };
    if evidence::constants(union, schemas).is_some() {
        return;
    }
    let combinable = combinable(union, schemas);
    let Some(object) = combined(&combinable, schemas) else { return };
    let at = schemas[id].at;
    let object = with_common_types(object, &combinable, schemas);
    let description = Some("The properties of several alternatives.".to_owned());
    let annotations = Annotations { description, ..Annotations::default() };
    let combined = schemas.push(Schema { annotations, shape: Shape::Object(object), ..Schema::any(at) });
    if let Shape::Union(union) = &mut schemas.schema_mut(id).shape {
        union.variants.push(combined);
        union.has_combined = true;
    }
}

/// The alternatives of which a value can be several, and that no single one of them holds whole.
fn combinable(union: &Union, schemas: &Schemas) -> Vec<SchemaId> {
    let holds_anything = |id: &SchemaId| matches!(schemas[schemas.target(*id).0].shape, Shape::Any | Shape::Map(None));
    let candidates = Candidates::of(union.variants.iter().copied(), schemas);
    let has_tag = |id: SchemaId, object: &Object| {
        let mut required = object.properties.iter().filter(|property| property.required);
        required.any(|property| candidates.distinguishing_values(id, property).is_some())
    };
    let mut objects = Vec::new();
    for id in &union.variants {
        let object = schemas.object(*id).filter(|object| object.additional.is_none() && !has_tag(*id, object));
        objects.extend(object.map(|_| *id));
    }
    if objects.len() > MOST_COMPARED || union.variants.iter().any(holds_anything) {
        return Vec::new();
    }
    let mut combinable = BTreeSet::new();
    for (place, id) in objects.iter().enumerate() {
        for other in &objects[place + 1..] {
            if can_be_both([*id, *other], schemas) {
                combinable.extend([*id, *other]);
            }
        }
    }
    union.variants.iter().copied().filter(|id| combinable.contains(id)).collect()
}

/// Whether a value can be both objects, and each has a property that the other does not have, at the top or further down.
fn can_be_both(ids: [SchemaId; 2], schemas: &Schemas) -> bool {
    let forms = evidence::forms(&ids, schemas);
    let [one, other] = forms.as_slice() else { return false };
    one.has_more_than(other) && other.has_more_than(one) && !one.excludes(other)
}

/// An object with the properties of all; those that each of them requires are required.
fn combined(ids: &[SchemaId], schemas: &Schemas) -> Option<Object> {
    let objects: Vec<&Object> = ids.iter().filter_map(|id| schemas.object(*id)).collect();
    let mut known = BTreeSet::new();
    let mut properties = Vec::new();
    for property in objects.iter().flat_map(|object| &object.properties) {
        if known.insert(property.name.as_str()) {
            let is_required = |object: &&Object| object.property(&property.name).is_some_and(|property| property.required);
            properties.push(Property { required: objects.iter().all(is_required), ..property.clone() });
        }
    }
    (objects.len() > 1).then_some(Object { properties, ..Object::default() })
}

/// The same object, with any JSON for a property that is of several types.
fn with_common_types(mut object: Object, ids: &[SchemaId], schemas: &mut Schemas) -> Object {
    for property in &mut object.properties {
        let own = schemas.type_of(property.schema, &mut Vec::new());
        let is_same = |id: &SchemaId| match schemas.object(*id).and_then(|object| object.property(&property.name)) {
            Some(other) => schemas.type_of(other.schema, &mut Vec::new()) == own,
            None => true,
        };
        if !ids.iter().all(is_same) {
            property.schema = schemas.push(Schema::any(property.at));
        }
    }
    object
}
