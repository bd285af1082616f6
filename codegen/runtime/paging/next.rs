//! `NextPage`: where the page after this one is, by what a page says of it.

use http::HeaderMap;
use http::header::LINK;

use crate::runtime::list_items::end_of;

/// Where the page after this one is.
#[derive(Debug)]
pub enum NextPage<O> {
    /// What this request gives.
    Request(O),
    /// What is at an address, which may be relative. It must be of the same origin.
    Address(String),
}

/// The offset of the next page, after a page of so many items at an offset; `None` if there is no more.
///
/// An empty page is the last one, whatever the server says: its next page would be itself.
pub fn next_offset(current: Option<i64>, received: usize, more: bool) -> Option<i64> {
    if !more || received == 0 {
        return None;
    }
    current.unwrap_or(0).checked_add(i64::try_from(received).ok()?)
}

/// The number of the next page, after a page of so many items; `None` if there is no more. An empty page is the last one.
pub fn next_number(current: Option<i64>, first: i64, received: usize, more: bool) -> Option<i64> {
    if !more || received == 0 {
        return None;
    }
    current.unwrap_or(first).checked_add(1)
}

/// A cursor or address of the next page. An empty one says that there is none.
pub fn next_text(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// The address of the next page, as a `Link` header of relation `next` has it
/// ([RFC 8288](https://www.rfc-editor.org/rfc/rfc8288#section-3)).
pub fn next_link(headers: &HeaderMap) -> Option<String> {
    headers.get_all(LINK).iter().filter_map(|value| value.to_str().ok()).find_map(link)
}

/// The address in one header, of which there can be several, each with parameters.
fn link(mut rest: &str) -> Option<String> {
    loop {
        let (address, after) = rest.split_once('<')?.1.split_once('>')?;
        let end = end_of(after, ',');
        if is_next(&after[..end]) {
            return Some(address.trim().to_owned());
        }
        rest = &after[end..];
    }
}

/// Whether one of the parameters is `rel=next`, perhaps with other relations beside it.
fn is_next(mut parameters: &str) -> bool {
    while let Some(rest) = parameters.trim_start().strip_prefix(';') {
        let end = end_of(rest, ';');
        if let Some((name, relations)) = rest[..end].split_once('=')
            && name.trim().eq_ignore_ascii_case("rel")
        {
            let mut relations = relations.trim().trim_matches('"').split_ascii_whitespace();
            return relations.any(|relation| relation.eq_ignore_ascii_case("next"));
        }
        parameters = &rest[end..];
    }
    false
}
