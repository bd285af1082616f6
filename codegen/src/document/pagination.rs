//! `Pagination`: how further pages are asked for, as `x-clientsmith` describes it.

use super::object::{Object, Read, Text};
use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin, Value};

/// `pagination` of `x-clientsmith`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// Where it was written.
    pub at: Origin,
    /// The kind of paging.
    pub style: PaginationStyle,
    /// Name of the query parameter that bounds a page.
    pub limit: Option<Text>,
    /// Pointer from the page to its list of items, unless the page is that list.
    pub items: Option<Text>,
}

/// The kinds of paging. What `next` points to is null or absent on the last page.
#[derive(Clone, Debug, PartialEq)]
pub enum PaginationStyle {
    /// `offset`: a query parameter says how many items to skip.
    Offset {
        /// Name of that query parameter.
        offset: Text,
        /// Pointer from the page to a value that says whether there are more.
        next: Option<Text>,
    },
    /// `page`: a query parameter numbers the pages.
    Page {
        /// Name of that query parameter.
        page: Text,
        /// The number of the first page.
        first: Option<i64>,
        /// Pointer from the page to a value that says whether there are more.
        next: Option<Text>,
    },
    /// `cursor`: a query parameter takes what a page says of the next one.
    Cursor {
        /// Name of that query parameter.
        cursor: Text,
        /// Pointer from the page to the cursor of the next one.
        next: Text,
    },
    /// `next-url`: a page holds the address of the next one.
    NextUrl {
        /// Pointer from the page to that address.
        next: Text,
    },
    /// `link-header`: a page's header `Link` holds the address of the next one.
    LinkHeader,
}

/// The words of `style`.
pub(super) const STYLES: &[&str] = &["offset", "page", "cursor", "next-url", "link-header"];

impl Read for Pagination {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let style: Text = object.required("style", reading)?;
        let limit = object.field("limit", reading);
        let items = object.field("items", reading);
        let style = match style.text.as_str() {
            "offset" => {
                PaginationStyle::Offset { offset: object.required("offset", reading)?, next: object.field("next", reading) }
            }
            "page" => PaginationStyle::Page {
                page: object.required("page", reading)?,
                first: object.node("first").and_then(|node| integer(node, reading)),
                next: object.field("next", reading),
            },
            "cursor" => {
                PaginationStyle::Cursor { cursor: object.required("cursor", reading)?, next: object.required("next", reading)? }
            }
            "next-url" => PaginationStyle::NextUrl { next: object.required("next", reading)? },
            "link-header" => PaginationStyle::LinkHeader,
            _ => {
                reading.report(style.at, Problem::UnknownValue { value: style.text, expected: STYLES, hint: None });
                return None;
            }
        };
        object.close_extension(reading);
        Some(Self { at: node.at, style, limit, items })
    }
}

fn integer(node: &Node, reading: &mut Reading<'_>) -> Option<i64> {
    let integer = match node.value {
        Value::Integer(integer) => i64::try_from(integer).ok(),
        _ => None,
    };
    if integer.is_none() {
        reading.wrong_type(node, "an integer");
    }
    integer
}
