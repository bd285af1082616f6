//! `Pagination`: `x-pagination`, checked against the operation that it speaks of.

use super::operation::Operation;
use super::parameter::{Location, Parameter};
use super::reference::Resolver;
use super::response::Response;
use super::schema::{SchemaId, Schemas, Shape};
use crate::diagnostic::Problem;
use crate::document::object::Text;
use crate::document::{self, PaginationStyle};
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
    let mut walk = Walk { operation, schemas, resolver };
    for parameter in limit.iter().chain([&offset]) {
        walk.check_parameter(parameter)?;
    }
    let Some(page) = page(operation) else {
        let instead = "describe the page as JSON under a status such as `200`";
        walk.resolver.report(
            pagination.at,
            Problem::InvalidPagination { what: "x-pagination".to_owned(), why: "needs a JSON response to a success", instead },
        );
        return None;
    };
    let (items, list) = walk.follow(&pagination.items, page, false)?;
    let Shape::Array(item) = schemas[schemas.target(list).0].shape else {
        return walk.invalid(&pagination.items, "leads to no list", "name the property whose value is the list of items");
    };
    let next = match &next {
        Some(next) => Some(walk.follow(next, page, true)?.0),
        None => None,
    };
    Some(Pagination { offset: offset.text, items, item, next })
}

/// The schema of a success.
fn page(operation: &Operation) -> Option<SchemaId> {
    let success = |response: &&Response| response.status.is_success();
    let response = operation.responses.iter().find(success)?;
    response.content.iter().find(|media_type| media_type.is_json())?.schema
}

/// Follows what an extension names, and reports what does not fit.
struct Walk<'w, 'r> {
    operation: &'w Operation,
    schemas: &'w Schemas,
    resolver: &'w mut Resolver<'r>,
}

impl Walk<'_, '_> {
    fn invalid<T>(&mut self, what: &Text, why: &'static str, instead: &'static str) -> Option<T> {
        self.resolver.report(what.at, Problem::InvalidPagination { what: what.text.clone(), why, instead });
        None
    }

    /// Checks that a name is one of a query parameter that can count.
    fn check_parameter(&mut self, name: &Text) -> Option<()> {
        let of_query = |parameter: &&Parameter| parameter.location == Location::Query && parameter.name == name.text;
        let Some(parameter) = self.operation.parameters.iter().find(of_query) else {
            return self.invalid(name, "is no query parameter of this operation", "name one, or add it to `parameters`");
        };
        match &self.schemas[self.schemas.target(parameter.schema).0].shape {
            Shape::Integer(None) => Some(()),
            Shape::Integer(Some(format)) if format == "int64" => Some(()),
            _ => self.invalid(name, "is no integer of 64 bits", "give it `type: integer`, and no other format than `int64`"),
        }
    }

    /// The properties that a pointer passes, and the schema at its end. All must always be there, but for the last if it may
    /// be missing.
    fn follow(&mut self, text: &Text, page: SchemaId, last_may_be_missing: bool) -> Option<(Vec<String>, SchemaId)> {
        let pointer = Pointer::parse(&text.text).filter(|pointer| !pointer.tokens().is_empty());
        let Some(pointer) = pointer else {
            return self.invalid(text, "leads nowhere", "write the names of properties, each after a `/`: `/meta/next`");
        };
        let names: Vec<String> = pointer.tokens().to_vec();
        let mut schema = page;
        for (index, name) in names.iter().enumerate() {
            let Some(property) = self.schemas.object(schema).and_then(|object| object.property(name)) else {
                return self.invalid(text, "leads to no property of the response", "follow the names in its schema from the top");
            };
            let is_last = index + 1 == names.len();
            let missing = !property.required || self.schemas.target(property.schema).1;
            match (missing, is_last && last_may_be_missing) {
                (true, false) => {
                    let why = "passes a property that may be missing or null";
                    return self.invalid(text, why, "list each property on the way in `required`");
                }
                (false, true) => {
                    let why = "is always there, so that no page would be the last";
                    return self.invalid(text, why, "take it out of `required`, or let it be null");
                }
                _ => schema = property.schema,
            }
        }
        Some((names, schema))
    }
}
