//! `Pagination`: how further pages are asked for, checked against the operation that it speaks of.

use super::format::{Integer, TextFormat};
use super::parameter::{Location, Parameter};
use super::reference::Resolver;
use super::representation;
use super::response::Response;
use super::schema::{SchemaId, Shape, Values};
use super::schemas::Schemas;
use crate::diagnostic::Problem;
use crate::document::object::Text;
use crate::document::{self, PaginationStyle};
use crate::node::Origin;
use crate::pointer::Pointer;

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// Where it was written.
    pub at: Origin,
    /// What leads to the next page.
    pub next: NextPage,
    /// The properties that lead from the page to its items; none if the page is the list.
    pub items: Vec<String>,
    /// The schema of an item.
    pub item: SchemaId,
}

/// What leads to the next page. The properties lead from a page to a value.
#[derive(Clone, Debug, PartialEq)]
pub enum NextPage {
    /// A query parameter that says how many items to skip.
    Offset {
        /// Its name.
        parameter: String,
        /// The properties that lead to a value that is null or absent on the last page.
        more: Option<Vec<String>>,
    },
    /// A query parameter that numbers the pages.
    Number {
        /// Its name.
        parameter: String,
        /// The number of the first page.
        first: i64,
        /// The properties that lead to a value that is null or absent on the last page.
        more: Option<Vec<String>>,
    },
    /// A query parameter that takes what the page says.
    Cursor {
        /// Its name.
        parameter: String,
        /// The properties that lead to it.
        cursor: Vec<String>,
    },
    /// An address in the page.
    Address(Vec<String>),
    /// An address in the header `Link`.
    Link,
}

/// Checks an extension against its operation.
pub(super) fn resolve(
    pagination: document::Pagination,
    parameters: &[Parameter],
    responses: &[Response],
    schemas: &Schemas,
    resolver: &mut Resolver<'_>,
) -> Option<Pagination> {
    let mut walk = Walk { parameters, schemas, resolver };
    if let Some(limit) = &pagination.limit {
        walk.limit(limit)?;
    }
    let Some(page) = page(responses) else {
        let (why, instead) = ("needs a JSON response to a success", "describe the page as JSON under a status such as `200`");
        return walk.invalid(&whole(&pagination), why, instead);
    };
    let (items, list) = match &pagination.items {
        Some(items) => walk.follow(items, page, Presence::OfList)?,
        None => (Vec::new(), page),
    };
    let item = match schemas[schemas.target(list).0].shape {
        Shape::Array(item) => item,
        _ => {
            let text = pagination.items.clone().unwrap_or_else(|| whole(&pagination));
            return walk.invalid(&text, "leads to no list", "name the property whose value is the list of items");
        }
    };
    let next = walk.next(pagination.style, page)?;
    Some(Pagination { at: pagination.at, next, items, item })
}

/// What complaints about the whole of an extension are about.
fn whole(pagination: &document::Pagination) -> Text {
    Text { at: pagination.at, text: "pagination".to_owned() }
}

/// The schema of a success.
pub(super) fn page(responses: &[Response]) -> Option<SchemaId> {
    let success = |response: &&Response| response.status.is_success();
    let response = responses.iter().find(success)?;
    representation::json_schema(&response.representations)
}

/// Whether the value at the end of a pointer is there on each page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    /// It must be.
    Always,
    /// It must be missing or null on the last page.
    ButForTheLast,
    /// It may be, because an empty text says the same.
    Any,
    /// It may be, and so may be what leads to it: a page without a list is an empty one.
    OfList,
}

/// Follows what an extension names, and reports what does not fit.
struct Walk<'w, 'r> {
    parameters: &'w [Parameter],
    schemas: &'w Schemas,
    resolver: &'w mut Resolver<'r>,
}

impl Walk<'_, '_> {
    fn invalid<T>(&mut self, what: &Text, why: &'static str, instead: &'static str) -> Option<T> {
        self.resolver.report(what.at, Problem::InvalidPagination { what: what.text.clone(), why, instead });
        None
    }

    /// What leads to the next page.
    fn next(&mut self, style: PaginationStyle, page: SchemaId) -> Option<NextPage> {
        Some(match style {
            PaginationStyle::Offset { offset, next } => {
                self.counter(&offset)?;
                NextPage::Offset { more: self.more(next, page)?, parameter: offset.text }
            }
            PaginationStyle::Page { page: number, first, next } => {
                self.counter(&number)?;
                NextPage::Number { first: first.unwrap_or(1), more: self.more(next, page)?, parameter: number.text }
            }
            PaginationStyle::Cursor { cursor, next } => {
                let parameter = self.parameter(&cursor)?;
                let (properties, end) = self.follow(&next, page, Presence::Any)?;
                let kind = |schema| self.kind(schema);
                if kind(end).is_none() || kind(end) != kind(parameter) {
                    let instead = "both must be texts of one format, or integers";
                    return self.invalid(&next, "is no cursor that this parameter takes", instead);
                }
                NextPage::Cursor { parameter: cursor.text, cursor: properties }
            }
            PaginationStyle::NextUrl { next } => {
                let (properties, end) = self.follow(&next, page, Presence::Any)?;
                if self.kind(end) != Some(Kind::Text(None)) {
                    return self.invalid(&next, "is no address", "name a property with `type: string`");
                }
                NextPage::Address(properties)
            }
            PaginationStyle::LinkHeader => NextPage::Link,
        })
    }

    fn more(&mut self, next: Option<Text>, page: SchemaId) -> Option<Option<Vec<String>>> {
        match next {
            Some(next) => Some(Some(self.follow(&next, page, Presence::ButForTheLast)?.0)),
            None => Some(None),
        }
    }

    fn kind(&self, schema: SchemaId) -> Option<Kind> {
        match &self.schemas[self.schemas.target(schema).0].shape {
            Shape::String(format) => Some(Kind::Text(TextFormat::of(format.as_deref()))),
            Shape::Integer(Integer::I64) => Some(Kind::Integer),
            _ => None,
        }
    }

    /// The schema of a query parameter.
    fn parameter(&mut self, name: &Text) -> Option<SchemaId> {
        let of_query = |parameter: &&Parameter| parameter.location == Location::Query && parameter.name == name.text;
        match self.parameters.iter().find(of_query) {
            Some(parameter) => Some(parameter.schema),
            None => self.invalid(name, "is no query parameter of this operation", "name one, or add it to `parameters`"),
        }
    }

    /// Checks that a name is one of a query parameter that takes a number, perhaps one of a few.
    fn limit(&mut self, name: &Text) -> Option<()> {
        let schema = self.parameter(name)?;
        match self.schemas[self.schemas.target(schema).0].shape {
            Shape::Enumeration(Values::Integers(_)) => Some(()),
            _ => self.counter(name),
        }
    }

    /// Checks that a name is one of a query parameter that can count.
    fn counter(&mut self, name: &Text) -> Option<()> {
        let schema = self.parameter(name)?;
        if self.kind(schema) == Some(Kind::Integer) {
            return Some(());
        }
        self.invalid(name, "is no integer of 64 bits", "give it `type: integer`, and no other format than `int64`")
    }

    /// The properties that a pointer passes, and the schema at its end. All must always be there, but perhaps for the last, or for those
    /// that lead to a list.
    fn follow(&mut self, text: &Text, page: SchemaId, presence: Presence) -> Option<(Vec<String>, SchemaId)> {
        let pointer = Pointer::parse(&text.text).filter(|pointer| !pointer.tokens().is_empty());
        let Some(pointer) = pointer else {
            return self.invalid(text, "leads nowhere", "write the names of properties, each after a `/`: `/meta/next`");
        };
        if presence != Presence::OfList && self.schemas.target(page).1 {
            return self.invalid(text, "is in a page that may be null", "take null out of the schema of the page");
        }
        let names: Vec<String> = pointer.tokens().to_vec();
        let mut schema = page;
        for (index, name) in names.iter().enumerate() {
            let Some(property) = self.schemas.object(schema).and_then(|object| object.property(name)) else {
                return self.invalid(text, "leads to no property of the response", "follow the names in its schema from the top");
            };
            let is_end = index + 1 == names.len() || presence == Presence::OfList;
            let wanted = if is_end { presence } else { Presence::Always };
            let missing = !property.required || self.schemas.target(property.schema).1;
            match (missing, wanted) {
                (true, Presence::Always) => {
                    let why = "passes a property that may be missing or null";
                    return self.invalid(text, why, "list each property on the way in `required`");
                }
                (false, Presence::ButForTheLast) => {
                    let why = "is always there, so that no page would be the last";
                    return self.invalid(text, why, "take it out of `required`, or let it be null");
                }
                _ => schema = property.schema,
            }
        }
        Some((names, schema))
    }
}

/// The kinds of value that can be handed from a page to the request for the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text(Option<TextFormat>),
    Integer,
}
