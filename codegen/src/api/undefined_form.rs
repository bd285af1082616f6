//! Parts of a parameter for which its style has no form: OpenAPI's "Style Values" and RFC 6570 define lists and objects of scalars only.
//!
//! Beyond that, `collectionFormat` of Swagger 2.0 gives lists in a list a form, the items of a list in an exploded object repeat its key,
//! and a deep object names the way to each value. What remains is sent as JSON text.

use std::collections::BTreeSet;

use super::parameter::{Location, Parameter};
use super::reference::Resolver;
use super::schema::{SchemaId, Shape};
use super::schemas::Schemas;
use super::style::Style;
use crate::diagnostic::Problem;
use crate::node::Origin;

/// Reports each part of a parameter for which its style has no form.
pub(super) fn check(parameter: &Parameter, schemas: &Schemas, resolver: &mut Resolver<'_>) {
    if parameter.is_json || parameter.style == Style::DeepObject {
        return;
    }
    let mut check = Check { parameter, schemas, resolver, reported: BTreeSet::new() };
    check.separators();
    for id in alternatives(parameter.schema, schemas) {
        match &schemas[id].shape {
            Shape::Array(_) if parameter.location == Location::QueryString => {
                check.report(schemas[id].at, "a list without a name")
            }
            Shape::Array(items) => check.item(*items, &parameter.inner_separators),
            Shape::Map(Some(values)) => check.value(*values, schemas[*values].at),
            Shape::Object(object) => {
                for property in object.properties.iter().filter(|property| !property.annotations.read_only) {
                    check.value(property.schema, property.at);
                }
                object.additional.into_iter().for_each(|values| check.value(values, schemas[values].at));
            }
            _ => {}
        }
    }
}

struct Check<'a, 'r> {
    parameter: &'a Parameter,
    schemas: &'a Schemas,
    resolver: &'a mut Resolver<'r>,
    reported: BTreeSet<Origin>,
}

impl Check<'_, '_> {
    /// Checks the items of a list; the separators are those of lists in it.
    fn item(&mut self, items: SchemaId, separators: &[char]) {
        let at = self.schemas[items].at;
        for id in alternatives(items, self.schemas) {
            match (&self.schemas[id].shape, separators) {
                (Shape::Array(items), [_, inner @ ..]) => self.item(*items, inner),
                (Shape::Array(_), []) => self.report(at, "a list in a list"),
                (Shape::Object(_) | Shape::Map(_), _) => self.report(at, "an object in a list"),
                _ => {}
            }
        }
    }

    /// Checks a value of an object.
    fn value(&mut self, value: SchemaId, at: Origin) {
        for id in alternatives(value, self.schemas) {
            match self.schemas[id].shape {
                Shape::Array(items) if self.repeats_keys() => self.item(items, &[]),
                Shape::Array(_) => self.report(at, "a list in an object"),
                Shape::Object(_) | Shape::Map(_) => self.report(at, "an object in an object"),
                _ => {}
            }
        }
    }

    /// Whether the keys of an object are names of their own, so that one may be repeated.
    fn repeats_keys(&self) -> bool {
        let Parameter { location, style, explode, .. } = self.parameter;
        match location {
            Location::QueryString => true,
            Location::Query => *explode,
            Location::Path => *explode && *style == Style::Matrix,
            Location::Header | Location::Cookie => false,
        }
    }

    /// Reports lists that have the same separator as lists in them.
    fn separators(&mut self) {
        let Parameter { style, explode, inner_separators, .. } = self.parameter;
        let outermost = (!explode).then(|| style.separator());
        let mut separators = BTreeSet::new();
        if !outermost.iter().chain(inner_separators).all(|separator| separators.insert(separator)) && !inner_separators.is_empty()
        {
            let problem = Problem::AmbiguousLists { name: self.parameter.name.clone() };
            self.resolver.report(self.schemas[self.parameter.schema].at, problem);
        }
    }

    fn report(&mut self, at: Origin, what: &'static str) {
        if self.reported.insert(at) {
            let parameter = self.parameter;
            let can_be_deep = parameter.location == Location::Query;
            let problem = Problem::UndefinedForm { name: parameter.name.clone(), what, can_be_deep, parameter_at: parameter.at };
            self.resolver.report(at, problem);
        }
    }
}

/// The schemas that a value may have: itself, or the alternatives that it is, however deep they are in each other.
fn alternatives(id: SchemaId, schemas: &Schemas) -> BTreeSet<SchemaId> {
    let (mut open, mut passed, mut found) = (vec![id], BTreeSet::new(), BTreeSet::new());
    while let Some(id) = open.pop() {
        let id = schemas.target(id).0;
        if passed.insert(id) {
            match &schemas[id].shape {
                Shape::Union(union) => open.extend(union.described()),
                _ => drop(found.insert(id)),
            }
        }
    }
    found
}
