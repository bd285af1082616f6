//! Properties that are required, but not described by name.

use std::collections::BTreeSet;

use super::all_of;
use super::lowering::Lowering;
use super::pattern;
use super::schema::Property;
use crate::diagnostic::Problem;
use crate::document::{Annotations, Schema};

/// The properties of an object that are in `required` alone, each once. Their type is that of `patternProperties` or
/// `additionalProperties`, or else any JSON.
pub(super) fn properties(schema: &Schema, conditional: &[Property], lowering: &mut Lowering<'_>) -> Vec<Property> {
    let mut known: BTreeSet<&str> = schema.properties.keys().map(String::as_str).collect();
    known.extend(conditional.iter().map(|property| property.name.as_str()));
    let mut found = Vec::new();
    for name in schema.required.iter().filter(|name| known.insert(&name.text)) {
        let value = match value(&name.text, schema) {
            Some(value) if value.boolean == Some(false) => {
                lowering.resolver.report(name.at, Problem::ForbiddenProperty { name: name.text.clone() });
                continue;
            }
            Some(value) => lowering.lower(value),
            None => {
                lowering.resolver.report(name.at, Problem::UndeclaredProperty { name: name.text.clone() });
                lowering.untyped(name.at, "it is required, but not described");
                lowering.any(name.at)
            }
        };
        found.push(Property {
            at: name.at,
            name: name.text.clone(),
            required: true,
            is_described: false,
            annotations: Annotations::default(),
            schema: value,
            kept: None,
        });
    }
    found
}

/// What the keywords for other properties say of one: all patterns that match its name, or else `additionalProperties`.
pub(super) fn value(name: &str, schema: &Schema) -> Option<Schema> {
    let matching = schema.pattern_properties.iter().filter(|(pattern, _)| pattern::is_match(pattern, name));
    let matching = matching.map(|(_, value)| value.clone()).reduce(all_of::both);
    matching.or_else(|| schema.additional_properties.as_deref().cloned())
}
