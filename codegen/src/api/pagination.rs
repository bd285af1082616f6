//! `Pagination`: `x-pagination`, checked against the operation that it speaks of.

use super::operation::Operation;
use super::parameter::Location;
use super::reference::Resolver;
use super::response::Response;
use super::schema::{SchemaId, Schemas, Shape};
use crate::diagnostic::Problem;
use crate::document::{self, PaginationStyle};
use crate::node::Origin;
use crate::pointer::Pointer;

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// Name of the query parameter that says how many items to skip.
    pub offset: String,
    /// The properties that lead from the page to its items.
    pub items: Vec<String>,
    /// The schema of an item.
    pub item: SchemaId,
    /// The properties that lead from the page to a value that is null or absent on the last page.
    pub next: Option<Vec<String>>,
}

/// Checks an extension against its operation.
pub(super) fn resolve(
    pagination: document::Pagination,
    operation: &Operation,
    schemas: &Schemas,
    resolver: &mut Resolver<'_>,
) -> Option<Pagination> {
    let PaginationStyle::Offset { offset, limit, next } = pagination.style;
    for name in limit.iter().chain([&offset]) {
        let of_query = |parameter: &&super::Parameter| parameter.location == Location::Query && parameter.name == *name;
        let found = operation.parameters.iter().find(of_query);
        let why = match found.map(|parameter| &schemas[schemas.target(parameter.schema).0].shape) {
            None => "is no query parameter of this operation",
            Some(Shape::Integer(None)) => continue,
            Some(Shape::Integer(Some(format))) if format == "int64" => continue,
            Some(_) => "is no integer of 64 bits",
        };
        resolver.report(pagination.at, Problem::InvalidPagination { what: name.clone(), why });
        return None;
    }
    let Some(page) = page(operation) else {
        resolver.report(
            pagination.at,
            Problem::InvalidPagination { what: "x-pagination".to_owned(), why: "needs a JSON response to a success" },
        );
        return None;
    };
    let items = walk(&pagination.items, page, false, schemas, resolver, pagination.items_at)?;
    let Shape::Array(item) = schemas[schemas.target(items.1).0].shape else {
        resolver.report(pagination.items_at, Problem::InvalidPagination { what: pagination.items, why: "leads to no list" });
        return None;
    };
    let next = match next {
        Some(next) => Some(walk(&next, page, true, schemas, resolver, pagination.at)?.0),
        None => None,
    };
    Some(Pagination { offset, items: items.0, item, next })
}

/// The schema of a success.
fn page(operation: &Operation) -> Option<SchemaId> {
    let success = |response: &&Response| response.status.is_success();
    let response = operation.responses.iter().find(success)?;
    response.content.iter().find(|media_type| media_type.is_json())?.schema
}

/// The properties that a pointer passes, and the schema at its end. All must always be there, but for the last if it may be missing.
fn walk(
    text: &str,
    page: SchemaId,
    last_may_be_missing: bool,
    schemas: &Schemas,
    resolver: &mut Resolver<'_>,
    at: Origin,
) -> Option<(Vec<String>, SchemaId)> {
    let mut invalid = |why: &'static str| {
        resolver.report(at, Problem::InvalidPagination { what: text.to_owned(), why });
        None
    };
    let Some(pointer) = Pointer::parse(text) else { return invalid("is no JSON Pointer") };
    let names: Vec<String> = pointer.tokens().to_vec();
    let mut schema = page;
    for (index, name) in names.iter().enumerate() {
        let Some(property) = schemas.object(schema).and_then(|object| object.property(name)) else {
            return invalid("leads to no property of the response");
        };
        let is_last = index + 1 == names.len();
        let missing = !property.required || schemas.target(property.schema).1;
        match (missing, is_last && last_may_be_missing) {
            (true, false) => return invalid("passes a property that may be missing or null"),
            (false, true) => return invalid("is always there, so that no page would be the last"),
            _ => schema = property.schema,
        }
    }
    if names.is_empty() { invalid("leads to the whole response") } else { Some((names, schema)) }
}
