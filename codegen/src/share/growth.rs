//! Places of a recorded model whose schemas are no longer the same: which of them the model can still hold.

use std::collections::BTreeMap;
use std::mem::{discriminant, take};

use indexmap::IndexMap;

use super::classes::Classes;
use super::place::Place;
use crate::api::{Api, Direction, Object, Property, SchemaId, Shape, Type};
use crate::record::{Item, Key, Kind, Record};

/// What each schema that stays in its recorded model is one with: the first of its places.
pub(super) type Kept = BTreeMap<SchemaId, SchemaId>;

/// The places of a model when the client was last generated.
struct Recorded<'a> {
    model: &'a Item,
    places: Vec<SchemaId>,
}

/// The classes of schemas, where those stay one model that mean different things but are held by a recorded model that can grow: it
/// is only received, and what is not in each of them is optional.
pub(super) fn classes(
    found: &IndexMap<SchemaId, Place>,
    record: &Record,
    api: &Api,
    classes_with: impl Fn(&Kept) -> Classes,
) -> Classes {
    let mut classes = classes_with(&Kept::new());
    let mut models = recorded_models(found, record);
    models.retain(|model| {
        let is_received = |place: &SchemaId| api.directions.of(*place) == Direction::Received;
        model.places.iter().any(|place| !classes.are_equal(*place, model.places[0])) && model.places.iter().all(is_received)
    });
    // Each model that cannot hold a place makes a difference to the models around it.
    while !models.is_empty() {
        let count = |models: &[Recorded<'_>]| models.iter().map(|model| model.places.len()).sum::<usize>();
        let before = count(&models);
        classes = classes_with(&kept(&models));
        models.iter_mut().for_each(|model| model.retain_held(&classes, api, record));
        models.retain(|model| model.places.len() > 1);
        if count(&models) == before {
            break;
        }
        classes = classes_with(&kept(&models));
    }
    classes
}

fn kept(models: &[Recorded<'_>]) -> Kept {
    models.iter().flat_map(|model| model.places.iter().map(|place| (*place, model.places[0]))).collect()
}

/// The path of the recorded model that a place has lost to others, by the first schema of each model that lost it: the model is
/// that of the first schemas that it can hold.
pub(super) fn lost<'r>(
    equal: &[Vec<SchemaId>],
    found: &IndexMap<SchemaId, Place>,
    record: &'r Record,
    api: &Api,
) -> BTreeMap<SchemaId, &'r str> {
    let mut claims: IndexMap<&str, (&Item, Vec<SchemaId>)> = IndexMap::new();
    for places in equal {
        let recorded = places.iter().filter_map(|place| recorded(&found[place].key, record));
        let mut models: Vec<&Item> = recorded.collect();
        models.dedup_by(|one, other| one.path == other.path);
        for model in models {
            claims.entry(&model.path).or_insert_with(|| (model, Vec::new())).1.push(places[0]);
        }
    }
    let mut lost = BTreeMap::new();
    for (path, (model, mut schemas)) in claims.into_iter().filter(|(_, (_, schemas))| schemas.len() > 1) {
        let holder = schemas.iter().position(|schema| holds(model, *schema, api, record)).unwrap_or_default();
        schemas.remove(holder);
        lost.extend(schemas.into_iter().map(|schema| (schema, path)));
    }
    lost
}

/// The recorded models that have several places, in the order in which these were met.
fn recorded_models<'r>(found: &IndexMap<SchemaId, Place>, record: &'r Record) -> Vec<Recorded<'r>> {
    let mut models: IndexMap<&str, Recorded<'r>> = IndexMap::new();
    for (id, place) in found {
        if let Some(model) = recorded(&place.key, record) {
            models.entry(&model.path).or_insert_with(|| Recorded { model, places: Vec::new() }).places.push(*id);
        }
    }
    models.into_values().filter(|model| model.places.len() > 1).collect()
}

/// The recorded model of a place.
fn recorded<'r>(key: &Key, record: &'r Record) -> Option<&'r Item> {
    let own = Kind::MODELS.iter().find_map(|kind| record.get(key, *kind));
    own.or_else(|| {
        let place = record.get(key, Kind::Place)?;
        Kind::MODELS.iter().find_map(|kind| record.at_path(&place.path, *kind))
    })
}

impl Recorded<'_> {
    /// Drops the places that the model cannot hold beside those before them.
    fn retain_held(&mut self, classes: &Classes, api: &Api, record: &Record) {
        let mut held: Vec<SchemaId> = Vec::new();
        for place in take(&mut self.places) {
            if holds(self.model, place, api, record) && held.iter().all(|other| are_compatible(*other, place, classes, api)) {
                held.push(place);
            }
        }
        self.places = held;
    }
}

/// Whether a recorded model can hold what a schema says: the schema always has what is not optional in the model, and its properties
/// have types of the same kinds.
fn holds(model: &Item, schema: SchemaId, api: &Api, record: &Record) -> bool {
    match (&api.schemas[schema].shape, model.kind) {
        (Shape::Object(object), Kind::Struct) => {
            let property = |item: &Item| {
                let name = item.key.last_word();
                object.properties.iter().enumerate().find(|(_, property)| property.name == name)
            };
            let is_held = |field: &Item| match (property(field), field.ty.strip_prefix("Option<")) {
                (None, optional) => optional.is_some(),
                (Some((_, property)), optional) => {
                    let (ty, nullable) = api.schemas.type_of(property.schema, &mut Vec::new());
                    let is_there = property.is_always_received() && !nullable;
                    (is_there || optional.is_some()) && may_be(&ty, optional.unwrap_or(&field.ty))
                }
            };
            let is_constant = |item: &Item| property(item).is_some_and(|(place, _)| api.constants.contains_key(&(schema, place)));
            record.parts(&model.key, Kind::Field).all(is_held) && record.parts(&model.key, Kind::Constant).all(is_constant)
        }
        (Shape::Enumeration(_) | Shape::Union(_), Kind::Enum) => true,
        (shape, Kind::Alias) => !matches!(shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_)),
        _ => false,
    }
}

/// Whether values may have a recorded type in Rust, as far as its first word says.
fn may_be(ty: &Type, recorded: &str) -> bool {
    let recorded = recorded.trim_start_matches("Option<").trim_start_matches("Box<");
    let begins = |words: &[&str]| words.iter().any(|word| recorded.starts_with(word));
    match ty {
        Type::Boolean => begins(&["bool"]),
        Type::Integer(_) => begins(&["i", "u"]),
        Type::Number(_) => begins(&["f"]),
        Type::Text(None) => begins(&["String"]),
        Type::List(_) => begins(&["Vec<"]),
        Type::Model(_) => begins(&["models::"]),
        _ => !begins(&["bool", "i64", "f64", "Vec<", "models::"]),
    }
}

/// Whether one model can hold two schemas: what both have is the same.
fn are_compatible(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let schemas = &api.schemas;
    let (first, second) = (&schemas[one], &schemas[other]);
    let are_tagged_alike = schemas.tagged_properties(one).eq(schemas.tagged_properties(other));
    let have_one_shape = || match (&first.shape, &second.shape) {
        (Shape::Object(_), Shape::Object(_)) => holds_beside(one, other, classes, api) && holds_beside(other, one, classes, api),
        (Shape::Enumeration(first), Shape::Enumeration(second)) => discriminant(first) == discriminant(second),
        _ => false,
    };
    first.extends == second.extends && are_tagged_alike && have_one_shape()
}

/// Whether what an object has can be beside what another one has: the same where both have it, and no constant where one has not.
fn holds_beside(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let target = |id| api.schemas.target(id).0;
    let (Shape::Object(object), Shape::Object(beside)) = (&api.schemas[one].shape, &api.schemas[other].shape) else {
        return false;
    };
    let fits = |(place, property): (usize, &Property)| {
        let is_constant = |id, place| api.constants.contains_key(&(id, place));
        let same = beside.properties.iter().enumerate().find(|(_, other)| other.name == property.name);
        match same {
            Some((other_place, same)) => {
                is_constant(one, place) == is_constant(other, other_place)
                    && classes.are_equal(target(property.schema), target(same.schema))
            }
            None => !is_constant(one, place),
        }
    };
    let additional = |object: &Object| object.additional.map(target);
    let is_additional_equal = match (additional(object), additional(beside)) {
        (Some(one), Some(other)) => classes.are_equal(one, other),
        (one, other) => one == other,
    };
    is_additional_equal && object.properties.iter().enumerate().all(fits)
}
