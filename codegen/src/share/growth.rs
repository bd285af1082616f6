//! Places of a recorded model whose schemas are no longer the same: which of them the model can still hold.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::{discriminant, take};

use indexmap::IndexMap;

use super::classes::Classes;
use super::place::Place;
use crate::api::{Api, Direction, Object, Property, SchemaId, Shape, Type, Union, Values};
use crate::record::{Item, Key, Kind, Record};

/// What each schema that stays in its recorded model is one with: the first of its places.
pub(super) type Kept = BTreeMap<SchemaId, SchemaId>;

/// The places of a model when the client was last generated.
struct Recorded<'a> {
    model: &'a Item,
    places: Vec<SchemaId>,
}

/// The classes of schemas, where those stay one model that a recorded model can hold: they have the same values, or they are only
/// received, and what is not in each of them is optional.
pub(super) fn classes(
    found: &IndexMap<SchemaId, Place>,
    record: &Record,
    api: &Api,
    classes_with: impl Fn(&Kept) -> Classes,
) -> Classes {
    let apart = classes_with(&Kept::new());
    let mut models = recorded_models(found, record, api);
    models.retain(|model| model.places.iter().any(|place| !apart.are_equal(*place, model.places[0])));
    // Each model that cannot hold a place makes a difference to the models around it.
    while !models.is_empty() {
        let together = classes_with(&kept(&models));
        let count = |models: &[Recorded<'_>]| models.iter().map(|model| model.places.len()).sum::<usize>();
        let before = count(&models);
        models.iter_mut().for_each(|model| model.retain_held(&together, api, record));
        models.retain(|model| model.places.len() > 1);
        if count(&models) == before {
            return together;
        }
    }
    apart
}

fn kept(models: &[Recorded<'_>]) -> Kept {
    models.iter().flat_map(|model| model.places.iter().map(|place| (*place, model.places[0]))).collect()
}

/// What models lose that were there when the client was last generated, each by its first schema.
#[derive(Default)]
pub(super) struct Losses<'r> {
    /// The recorded model that cannot hold the places any more: it is that of the first schemas that it can hold.
    pub(super) split: BTreeMap<SchemaId, &'r str>,
    /// The recorded models, where there were several, that are now one.
    pub(super) absorbed: BTreeMap<SchemaId, Vec<&'r str>>,
}

impl<'r> Losses<'r> {
    /// Compares models with the record.
    pub(super) fn of(equal: &[Vec<SchemaId>], found: &IndexMap<SchemaId, Place>, record: &'r Record, api: &Api) -> Self {
        let mut claims: IndexMap<&Key, (&Item, Vec<SchemaId>)> = IndexMap::new();
        let mut others: Vec<(SchemaId, &Item, &Item)> = Vec::new();
        for places in equal.iter().filter(|places| !is_explicit(places[0], api)) {
            let recorded = places.iter().filter_map(|place| record.model_of_place(&found[place].key));
            let models: IndexMap<&Key, &Item> = recorded.map(|model| (&model.key, model)).collect();
            let mut models = models.into_values();
            if let Some(first) = models.next() {
                claims.entry(&first.key).or_insert_with(|| (first, Vec::new())).1.push(places[0]);
                others.extend(models.map(|other| (places[0], first, other)));
            }
        }
        let mut losses = Self::default();
        for (schema, first, other) in others.into_iter().filter(|(.., other)| !claims.contains_key(&other.key)) {
            losses.absorbed.entry(schema).or_insert_with(|| vec![first.path.as_str()]).push(&other.path);
        }
        for (model, mut schemas) in claims.into_values().filter(|(_, schemas)| schemas.len() > 1) {
            let holder = schemas.iter().position(|schema| holds(model, *schema, api, record)).unwrap_or_default();
            schemas.remove(holder);
            losses.split.extend(schemas.into_iter().map(|schema| (schema, model.path.as_str())));
        }
        losses
    }
}

/// Whether the description or the settings name a schema.
fn is_explicit(schema: SchemaId, api: &Api) -> bool {
    api.schemas[schema].annotations.rust_name.is_some()
}

/// The recorded models that have several places, in the order in which these were met.
fn recorded_models<'r>(found: &IndexMap<SchemaId, Place>, record: &'r Record, api: &Api) -> Vec<Recorded<'r>> {
    let mut models: IndexMap<&Key, Recorded<'r>> = IndexMap::new();
    for (id, place) in found.iter().filter(|(id, _)| !is_explicit(**id, api)) {
        if let Some(model) = record.model_of_place(&place.key) {
            models.entry(&model.key).or_insert_with(|| Recorded { model, places: Vec::new() }).places.push(*id);
        }
    }
    models.into_values().filter(|model| model.places.len() > 1).collect()
}

impl Recorded<'_> {
    /// Drops the places that the model cannot hold beside those before them.
    fn retain_held(&mut self, classes: &Classes, api: &Api, record: &Record) {
        let is_received = self.places.iter().all(|place| api.directions.of(*place) == Direction::Received);
        let mut held: Vec<SchemaId> = Vec::new();
        for place in take(&mut self.places).into_iter().filter(|place| holds(self.model, *place, api, record)) {
            let is_held_beside = |other: &SchemaId| match is_received {
                true => are_compatible(*other, place, classes, api),
                false => have_same_values(*other, place, classes, api),
            };
            if held.iter().all(is_held_beside) {
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
            let property = |item: &Item| property(object, &item.key.last_word());
            let is_held = |field: &Item| match (property(field), field.ty.strip_prefix("Option<")) {
                (None, optional) => optional.is_some(),
                (Some((_, property)), optional) => {
                    let (ty, nullable) = api.schemas.type_of(property.schema, &mut Vec::new());
                    let is_there = property.is_always_received() && !nullable;
                    (is_there || optional.is_some()) && may_be(&ty, optional.unwrap_or(&field.ty))
                }
            };
            let is_constant = |item: &Item| property(item).is_some_and(|(place, _)| api.is_constant(schema, place));
            record.parts(&model.key, Kind::Field).all(is_held) && record.parts(&model.key, Kind::Constant).all(is_constant)
        }
        (Shape::Enumeration(_) | Shape::Union(_), Kind::Enum) => true,
        (shape, Kind::Alias) => !matches!(shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_)),
        _ => false,
    }
}

/// The property of a name, and its place in the object.
fn property<'o>(object: &'o Object, name: &str) -> Option<(usize, &'o Property)> {
    object.properties.iter().enumerate().find(|(_, property)| property.name == name)
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

/// Whether two schemas have the same values, whatever their order and annotations.
fn have_same_values(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let (first, second) = (&api.schemas[one].shape, &api.schemas[other].shape);
    are_compatible_kinds(one, other, api)
        && match (first, second) {
            (Shape::Object(first), Shape::Object(second)) => {
                let is_alike = |property: &Property| {
                    let same = second.property(&property.name);
                    same.is_some_and(|same| api.presence(one, property) == api.presence(other, same))
                };
                first.properties.len() == second.properties.len()
                    && first.properties.iter().all(is_alike)
                    && holds_beside(one, other, classes, api)
            }
            (Shape::Enumeration(first), Shape::Enumeration(second)) => match (first, second) {
                (Values::Strings(first), Values::Strings(second)) => are_permuted(first, second),
                (Values::Integers(first), Values::Integers(second)) => are_permuted(first, second),
                _ => false,
            },
            (Shape::Union(Union { tags, .. }), Shape::Union(Union { tags: other_tags, .. })) if tags != other_tags => false,
            _ => {
                let (inside, other_inside) = (first.inner(), second.inner());
                let mut pairs = inside.iter().zip(&other_inside);
                inside.len() == other_inside.len() && pairs.all(|(one, other)| have_one_type(*one, *other, classes, api))
            }
        }
}

fn are_permuted<T: Ord>(one: &[T], other: &[T]) -> bool {
    one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
}

/// Whether two schemas are models of one kind, with the same tags.
fn are_compatible_kinds(one: SchemaId, other: SchemaId, api: &Api) -> bool {
    let schemas = &api.schemas;
    let (first, second) = (&schemas[one], &schemas[other]);
    let are_tagged_alike = schemas.tagged_properties(one).eq(schemas.tagged_properties(other));
    discriminant(&first.shape) == discriminant(&second.shape) && first.extends == second.extends && are_tagged_alike
}

/// Whether two schemas have the same type: they are of one class, or of one type that is no model.
fn have_one_type(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let target = |id| api.schemas.target(id).0;
    let ty = |id| api.schemas.type_of(target(id), &mut Vec::new()).0;
    classes.are_equal(target(one), target(other)) || ty(one) == ty(other)
}

/// Whether one model can hold two schemas: what both have is the same.
fn are_compatible(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let have_one_shape = || match (&api.schemas[one].shape, &api.schemas[other].shape) {
        (Shape::Object(_), Shape::Object(_)) => holds_beside(one, other, classes, api) && holds_beside(other, one, classes, api),
        (Shape::Enumeration(first), Shape::Enumeration(second)) => discriminant(first) == discriminant(second),
        _ => have_same_values(one, other, classes, api),
    };
    are_compatible_kinds(one, other, api) && have_one_shape()
}

/// Whether what an object has can be beside what another one has: the same where both have it, and no constant where one has not.
fn holds_beside(one: SchemaId, other: SchemaId, classes: &Classes, api: &Api) -> bool {
    let (Shape::Object(object), Shape::Object(beside)) = (&api.schemas[one].shape, &api.schemas[other].shape) else {
        return false;
    };
    let fits = |(place, property): (usize, &Property)| match self::property(beside, &property.name) {
        Some((other_place, same)) => {
            api.is_constant(one, place) == api.is_constant(other, other_place)
                && have_one_type(property.schema, same.schema, classes, api)
        }
        None => !api.is_constant(one, place),
    };
    let is_additional_equal = match (object.additional, beside.additional) {
        (Some(one), Some(other)) => have_one_type(one, other, classes, api),
        (one, other) => one == other,
    };
    is_additional_equal && object.properties.iter().enumerate().all(fits)
}
