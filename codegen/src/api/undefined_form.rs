//! Parts of parameters and forms for which a style has no form: OpenAPI's "Style Values" and RFC 6570 define lists and objects of scalars only.
//!
//! Beyond that, `collectionFormat` of Swagger 2.0 gives lists in a list a form, the items of a list in an exploded object repeat its key,
//! and a deep object names the way to each value. What remains is sent as JSON text.

use std::collections::BTreeSet;

use super::media_type::{Encoding, MediaType};
use super::parameter::{Location, Parameter};
use super::reference::Resolver;
use super::schema::{SchemaId, Shape};
use super::schemas::Schemas;
use super::style::Style;
use crate::diagnostic::Problem;
use crate::node::Origin;

/// A value that is written in a style.
struct Styled<'a> {
    /// The parameter, or the field of a form.
    name: &'a str,
    /// Where that, or its encoding, is.
    at: Origin,
    schema: SchemaId,
    style: Style,
    explode: bool,
    inner_separators: &'a [char],
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Parameter(Location),
    Field,
}

/// Reports each part of a parameter for which its style has no form.
pub(super) fn check_parameter(parameter: &Parameter, schemas: &Schemas, resolver: &mut Resolver<'_>) {
    if parameter.is_json {
        return;
    }
    let Parameter { name, at, schema, style, explode, inner_separators, location, .. } = parameter;
    let (place, explode) = (Place::Parameter(*location), *explode);
    let styled = Styled { name, at: *at, schema: *schema, style: *style, explode, inner_separators, place };
    check(&styled, schemas, resolver);
}

/// Reports each part of the fields of a form for which their styles have no form. A field without a style is JSON where it has parts.
pub(super) fn check_form(form: &MediaType, schemas: &Schemas, resolver: &mut Resolver<'_>) {
    let styled = form.encoding.iter().filter(|encoding| encoding.style.is_some() || encoding.explode.is_some());
    check_fields(styled, form, schemas, resolver);
}

/// Reports each part of the fields of a form of several parts for which their styles have no form.
pub(super) fn check_parts(form: &MediaType, schemas: &Schemas, resolver: &mut Resolver<'_>) {
    let styled = form.encoding.iter().filter(|encoding| encoding.has_styled_parts && encoding.has_unusual_style());
    check_fields(styled, form, schemas, resolver);
}

fn check_fields<'a>(
    styled: impl Iterator<Item = &'a Encoding>,
    form: &MediaType,
    schemas: &Schemas,
    resolver: &mut Resolver<'_>,
) {
    for encoding in styled {
        let Some(property) = form.schema.and_then(|schema| schemas.property(schema, &encoding.property)) else { continue };
        let (style, explode) = encoding.style_or_default();
        let styled = Styled {
            name: &encoding.property,
            at: encoding.at,
            schema: property.schema,
            style,
            explode,
            inner_separators: &encoding.inner_separators,
            place: Place::Field,
        };
        check(&styled, schemas, resolver);
    }
}

fn check(styled: &Styled<'_>, schemas: &Schemas, resolver: &mut Resolver<'_>) {
    if styled.style == Style::DeepObject {
        return;
    }
    let mut check = Check { styled, schemas, resolver, reported: BTreeSet::new() };
    check.separators();
    for id in schemas.alternatives(styled.schema) {
        match &schemas[id].shape {
            Shape::Array(_) | Shape::Tuple(_) if styled.place == Place::Parameter(Location::QueryString) => {
                check.report(schemas[id].at, "a list without a name");
            }
            Shape::Array(_) | Shape::Tuple(_) => check.list(id, styled.inner_separators),
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
    styled: &'a Styled<'a>,
    schemas: &'a Schemas,
    resolver: &'a mut Resolver<'r>,
    reported: BTreeSet<Origin>,
}

impl Check<'_, '_> {
    /// Checks the items of a list; the separators are those of lists in it.
    fn list(&mut self, list: SchemaId, separators: &[char]) {
        for item in items(&self.schemas[list].shape) {
            // A named schema is written elsewhere.
            let at = if self.schemas[item].component.is_some() { self.schemas[list].at } else { self.schemas[item].at };
            for id in self.schemas.alternatives(item) {
                match (&self.schemas[id].shape, separators) {
                    (Shape::Array(_) | Shape::Tuple(_), [_, inner @ ..]) => self.list(id, inner),
                    (Shape::Array(_) | Shape::Tuple(_), []) => self.report(at, "a list in a list"),
                    (Shape::Object(_) | Shape::Map(_), _) => self.report(at, "an object in a list"),
                    _ => {}
                }
            }
        }
    }

    /// Checks a value of an object.
    fn value(&mut self, value: SchemaId, at: Origin) {
        for id in self.schemas.alternatives(value) {
            match self.schemas[id].shape {
                Shape::Array(_) | Shape::Tuple(_) if self.repeats_keys() => self.list(id, &[]),
                Shape::Array(_) | Shape::Tuple(_) => self.report(at, "a list in an object"),
                Shape::Object(_) | Shape::Map(_) => self.report(at, "an object in an object"),
                _ => {}
            }
        }
    }

    /// Whether the keys of an object become names, which can be repeated.
    fn repeats_keys(&self) -> bool {
        let Styled { place, style, explode, .. } = self.styled;
        match place {
            Place::Parameter(Location::QueryString) => true,
            Place::Field | Place::Parameter(Location::Query) => *explode,
            Place::Parameter(Location::Path) => *explode && *style == Style::Matrix,
            Place::Parameter(Location::Header | Location::Cookie) => false,
        }
    }

    /// Reports lists that have the same separator as lists in them.
    fn separators(&mut self) {
        let Styled { name, schema, style, explode, inner_separators, .. } = self.styled;
        let outermost = (!explode).then(|| style.separator());
        let mut separators = BTreeSet::new();
        if !outermost.iter().chain(*inner_separators).all(|separator| separators.insert(separator)) {
            let problem = Problem::AmbiguousLists { name: (*name).to_owned() };
            self.resolver.report(self.schemas[*schema].at, problem);
        }
    }

    fn report(&mut self, at: Origin, what: &'static str) {
        if self.reported.insert(at) {
            let Styled { name, place, at: styled_at, .. } = self.styled;
            let can_be_deep = matches!(place, Place::Field | Place::Parameter(Location::Query));
            let is_field = *place == Place::Field;
            let problem = Problem::UndefinedForm { name: (*name).to_owned(), what, can_be_deep, is_field, styled_at: *styled_at };
            self.resolver.report(at, problem);
        }
    }
}

/// The schemas of the items of a list.
fn items(shape: &Shape) -> Vec<SchemaId> {
    match shape {
        Shape::Array(items) => vec![*items],
        Shape::Tuple(tuple) => tuple.schemas().collect(),
        _ => Vec::new(),
    }
}
