//! `Object`: an object with known properties, or one whose keys are data.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::all_of;
use super::composition;
use super::keywords::is_empty;
use super::lowering::Lowering;
use super::schema::{Object, Property, SchemaId, Shape};
use super::undescribed;
use crate::diagnostic::Problem;
use crate::document::object::Text;
use crate::document::{self, SchemaType};

/// The shape of an object.
pub(super) fn lower(mut schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    let closed = schema.is_closed();
    let additional = additional(&schema).map(|additional| {
        check_name(&additional, lowering);
        if additional.at == schema.at { lowering.derived(additional) } else { lowering.lower(additional) }
    });
    let is_closed = closed && additional.is_none();
    let conditional = conditional(&mut schema, lowering);
    let undescribed = undescribed::properties(&schema, &conditional, lowering);
    if schema.properties.is_empty() && conditional.is_empty() && !is_closed {
        return Shape::Map(additional.filter(|_| !is_free(&schema)));
    }
    let required = names(&schema.required);
    let properties = schema.properties.into_iter().map(|(name, schema)| {
        let property = property(name.clone(), required.contains(&name), &schema);
        property(lowering.lower(schema))
    });
    let mut properties: Vec<Property> = properties.collect();
    properties.extend(conditional.into_iter().chain(undescribed));
    Shape::Object(Object { properties, additional, is_closed })
}

/// Reports a name for what is neither a property nor a type of its own.
pub(super) fn check_name(schema: &document::Schema, lowering: &mut Lowering<'_>) {
    const SCALARS: [SchemaType; 4] = [SchemaType::String, SchemaType::Integer, SchemaType::Number, SchemaType::Boolean];
    let is_scalar = matches!(schema.types.as_slice(), [only] if SCALARS.contains(only));
    if schema.annotations.rust_name.is_some() && is_scalar && schema.values.is_none() && schema.constant.is_none() {
        lowering.resolver.report(schema.at, Problem::MisplacedExtension { key: "name" });
    }
}

/// The properties that are there under a condition only, and so may be missing.
fn conditional(schema: &mut document::Schema, lowering: &mut Lowering<'_>) -> Vec<Property> {
    let mut found: IndexMap<String, Vec<document::Schema>> = IndexMap::new();
    let rules = std::mem::take(&mut schema.rules);
    for member in rules.iter().flat_map(document::Rule::conditional).cloned() {
        for (name, said) in all_of::merge(member, lowering).properties {
            let known = found.entry(name).or_default();
            if !known.contains(&said) {
                known.push(said);
            }
        }
    }
    found.retain(|name, _| !schema.properties.contains_key(name));
    let required = names(&schema.required);
    let one = |(name, mut said): (String, Vec<document::Schema>)| {
        let at = said[0].at;
        let property = property(name.clone(), required.contains(&name), &said[0]);
        property(match said.len() {
            1 => lowering.lower(said.remove(0)),
            _ => lowering.derived(document::Schema { any_of: said, ..document::Schema::empty(at) }),
        })
    };
    found.into_iter().map(one).collect()
}

fn names(texts: &[Text]) -> BTreeSet<String> {
    texts.iter().map(|name| name.text.clone()).collect()
}

/// A property of which only the type is missing.
fn property(name: String, required: bool, said: &document::Schema) -> impl FnOnce(SchemaId) -> Property + use<> {
    let (at, annotations) = (said.at, composition::annotations(said));
    move |schema| Property { at, name, required, is_described: true, annotations, schema, kept: None }
}

/// The schema of properties that are not named: what `additionalProperties` and `patternProperties` allow together.
fn additional(schema: &document::Schema) -> Option<document::Schema> {
    let additional = schema.additional_properties.as_deref().filter(|additional| additional.boolean != Some(false));
    let any_of: Vec<_> = schema.pattern_properties.values().chain(additional).cloned().collect();
    match any_of.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        _ => Some(document::Schema { any_of, ..document::Schema::empty(schema.at) }),
    }
}

/// Whether the values of an object without named properties can be anything.
fn is_free(schema: &document::Schema) -> bool {
    schema.pattern_properties.is_empty() && schema.additional_properties.as_deref().is_none_or(is_empty)
}
