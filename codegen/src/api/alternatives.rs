//! Unions, once every schema has its shape: what alternatives say twice is said once.

use std::collections::BTreeSet;

use super::combined;
use super::format::{Integer, TextFormat};
use super::numeric_text;
use super::ring;
use super::schema::{Schema, SchemaId, Shape, Union, Values};
use super::schemas::Schemas;
use super::tags;
use super::ty::DEEPEST;
use crate::document::ValueLabels;
use crate::document::object::Text;
use crate::node::Origin;

/// Problems of unions.
pub(super) struct Faults {
    /// Unions whose alternatives all lead back to them.
    pub(super) circular: Vec<SchemaId>,
    /// Unions with a discriminator, and an alternative of each that leads back to it.
    pub(super) rings: Vec<(Origin, Origin)>,
    /// Keys of mappings that are not values of the property.
    pub(super) meaningless: Vec<Text>,
}

/// Settles every union of the arena.
///
/// Alternatives without a name are repeated in each union that has them; `may_repeat` decides whether so many may be.
pub(super) fn settle(schemas: &mut Schemas, mut may_repeat: impl FnMut(usize, Origin) -> bool) -> Faults {
    let (mut circular, mut meaningless) = (Vec::new(), Vec::new());
    for id in schemas.ids() {
        if let Shape::Union(union @ Union { tags: None, .. }) = schemas[id].shape.clone() {
            let (count, at) = (untagged(id, &union, schemas, &mut circular), schemas[id].at);
            if !may_repeat(count.saturating_sub(union.variants.len()), at) {
                break;
            }
        }
    }
    // No ring can have come of it: what an alternative leads to was followed to its end.
    schemas.follow_references();
    let rings = ring::remove(schemas);
    tags::type_undescribed(schemas);
    for id in schemas.ids() {
        if let Shape::Union(Union { variants, tags: Some(tags), .. }) = &schemas[id].shape {
            let (values, keys) = tags::values(tags, variants, schemas);
            meaningless.extend(keys);
            schemas.set_tag_values(id, values);
        }
    }
    let nested: Vec<_> = schemas.ids().filter_map(|id| Some((id, tags::nested(schemas.union(id)?, schemas)?))).collect();
    for (id, values) in nested {
        schemas.set_tag_values(id, values);
    }
    schemas.note_tags(tags::collect(schemas));
    for id in schemas.ids() {
        combined::add(id, schemas);
    }
    Faults { circular, rings, meaningless }
}

/// Replaces unions among the alternatives by their own alternatives, drops alternatives that others include, and replaces a union of
/// one alternative by that. Returns how many it found.
fn untagged(id: SchemaId, union: &Union, schemas: &mut Schemas, circular: &mut Vec<SchemaId>) -> usize {
    let Flat { found, mut nullable, mut any_of, has_null } = flatten(id, &union.variants, schemas);
    nullable |= schemas[id].nullable;
    any_of |= union.any_of;
    let count = found.len();
    if found.is_empty() && !union.variants.is_empty() && !has_null {
        circular.push(id);
    }
    let labels = found.iter().map(|variant| schemas[*variant].labels.clone());
    let labels = labels.fold(schemas[id].labels.clone(), ValueLabels::or);
    let shape = match numeric(&found, schemas) {
        Some(number) => Shape::Numeric(number),
        None if count == 0 && has_null => Shape::Null,
        None => distinct(found, any_of, schemas),
    };
    let schema = schemas.schema_mut(id);
    // A single remaining alternative keeps the names of its values.
    if matches!(shape, Shape::Enumeration(_)) {
        schema.labels = labels;
    }
    (schema.nullable, schema.shape) = (nullable, shape);
    count
}

/// The shape of alternatives, without those that others include.
fn distinct(mut found: Vec<SchemaId>, any_of: bool, schemas: &Schemas) -> Shape {
    // A reference that is left leads only back to the union.
    found.retain(|variant| !matches!(schemas[*variant].shape, Shape::Reference(_)));
    // An enum is open, so that it takes the values of the plain type beside it as well.
    if let [one, other] = found.as_slice() {
        found = match (&schemas[*one].shape, &schemas[*other].shape) {
            (Shape::Enumeration(Values::Strings(_)), Shape::String(_)) => vec![*one],
            (Shape::String(_), Shape::Enumeration(Values::Strings(_))) => vec![*other],
            (Shape::Enumeration(Values::Integers(_)), Shape::Integer(Integer::I64)) => vec![*one],
            (Shape::Integer(Integer::I64), Shape::Enumeration(Values::Integers(_))) => vec![*other],
            _ => found,
        };
    }
    // A text is not bytes merely because it can be read as Base64.
    let format = |variant: &SchemaId| match &schemas[*variant].shape {
        Shape::String(format) => Some(TextFormat::of(format.as_deref())),
        _ => None,
    };
    if found.iter().any(|variant| format(variant) == Some(None)) {
        found.retain(|variant| format(variant) != Some(Some(TextFormat::Byte)));
    }
    match found.as_slice() {
        [] => Shape::Any,
        [only] if schemas[*only].component.is_none() && !matches!(schemas[*only].shape, Shape::Union(_)) => {
            schemas[*only].shape.clone()
        }
        [only] => Shape::Reference(*only),
        _ => Shape::Union(Union { any_of, ..Union::one_of(found, None) }),
    }
}

/// The number of two alternatives, if the other one is the text of a number.
fn numeric(found: &[SchemaId], schemas: &Schemas) -> Option<SchemaId> {
    let [one, other] = found else { return None };
    let is_numeric = |number: SchemaId, text: SchemaId| match schemas[number].shape {
        Shape::Integer(_) => numeric_text::is_numeric(&schemas[text], false),
        Shape::Number(_) => numeric_text::is_numeric(&schemas[text], true),
        _ => false,
    };
    match (is_numeric(*one, *other), is_numeric(*other, *one)) {
        (true, _) => Some(*one),
        (_, true) => Some(*other),
        _ => None,
    }
}

/// The alternatives of a union behind references.
struct Flat {
    found: Vec<SchemaId>,
    nullable: bool,
    any_of: bool,
    /// Whether null is one of them.
    has_null: bool,
}

/// Follows references, and replaces a union that has no name by its alternatives.
fn flatten(whole: SchemaId, variants: &[SchemaId], schemas: &mut Schemas) -> Flat {
    let mut flat = Flat { found: Vec::new(), nullable: false, any_of: false, has_null: false };
    // Nested unions may form a ring, which `passed` ends.
    let mut open: Vec<SchemaId> = variants.iter().rev().copied().collect();
    let mut passed = BTreeSet::from([whole]);
    while let Some(variant) = open.pop() {
        let (target, allows_null) = schemas.target(variant);
        flat.nullable |= allows_null;
        if !passed.insert(target) {
            continue;
        }
        if let Schema { component: None, shape: Shape::Union(Union { variants, any_of, tags: None, .. }), .. } = &schemas[target]
        {
            open.extend(variants.iter().rev());
            flat.any_of |= any_of;
            continue;
        }
        let shape = |id: SchemaId| &schemas[id].shape;
        if *shape(target) == Shape::Null {
            flat.has_null = true;
            continue;
        }
        let joined = flat.found.iter_mut().find_map(|known| Some((joined(*known, target, schemas)?, known)));
        match joined {
            Some((both, known)) if both == *shape(*known) => {}
            Some((both, known)) if both == *shape(target) => *known = target,
            Some((both, known)) => *known = schemas.push(Schema { shape: both, ..Schema::any(schemas[target].at) }),
            None => flat.found.push(target),
        }
    }
    flat
}

/// The shape that has the values of two schemas without parts that have names, if one type of Rust holds both.
fn joined(one: SchemaId, other: SchemaId, schemas: &Schemas) -> Option<Shape> {
    let (shape, shape_of_other) = (&schemas[one].shape, &schemas[other].shape);
    match (shape, shape_of_other) {
        (Shape::String(format), Shape::String(other)) => {
            (TextFormat::of(format.as_deref()) == TextFormat::of(other.as_deref())).then(|| shape.clone())
        }
        (Shape::Any, Shape::Any)
        | (Shape::Boolean, Shape::Boolean)
        | (Shape::IntOrString, Shape::IntOrString)
        | (Shape::Map(None), Shape::Map(None)) => Some(shape.clone()),
        (Shape::Integer(one), Shape::Integer(other)) => Some(Shape::Integer(one.joined(*other))),
        (Shape::Number(one), Shape::Number(other)) => Some(Shape::Number(*one.max(other))),
        (Shape::Array(items), Shape::Array(others)) => is_same_type(*items, *others, schemas).then(|| shape.clone()),
        _ => None,
    }
}

/// Whether the items of two lists become the same type, one without parts that have names.
fn is_same_type(one: SchemaId, other: SchemaId, schemas: &Schemas) -> bool {
    let (mut one, mut other) = (schemas.target(one), schemas.target(other));
    for _ in 0..DEEPEST {
        if one.1 != other.1 {
            return false;
        }
        match (&schemas[one.0].shape, &schemas[other.0].shape) {
            (Shape::Array(items), Shape::Array(others)) => (one, other) = (schemas.target(*items), schemas.target(*others)),
            (shape, _) => {
                let both = joined(one.0, other.0, schemas);
                return both.is_some_and(|both| both == *shape && both == schemas[other.0].shape);
            }
        }
    }
    false
}
