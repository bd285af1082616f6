//! HTTP dates: headers whose times are written in the form of HTTP, even where the description says `date-time`.

use super::all_of;
use super::lowering::Lowering;
use super::schema::SchemaId;
use crate::document::{Schema, SchemaType};

/// Headers that are a date of HTTP, by RFC 9110, RFC 9111, RFC 7089 and RFC 8594.
const HTTP_DATES: [&str; 10] = [
    "accept-datetime",
    "date",
    "expires",
    "if-modified-since",
    "if-range",
    "if-unmodified-since",
    "last-modified",
    "memento-datetime",
    "retry-after",
    "sunset",
];

/// Lowers the schema of a header. `date-time` in a header that is a date of HTTP becomes `http-date`.
pub(super) fn lower_in_header(name: &str, schema: Schema, lowering: &mut Lowering<'_>) -> SchemaId {
    const DATE_TIME: &str = "date-time";
    let is_http_date = HTTP_DATES.iter().any(|known| known.eq_ignore_ascii_case(name));
    if !is_http_date || lowering.wanted.text_formats.iter().any(|format| format == DATE_TIME) {
        return lowering.lower(schema);
    }
    let merged = all_of::merge(schema.clone(), lowering);
    let is_text = merged.types.iter().all(|kind| matches!(kind, SchemaType::String | SchemaType::Null));
    if merged.format.as_deref() != Some(DATE_TIME) || !is_text {
        return lowering.lower(schema);
    }
    lowering.derived(Schema { format: Some("http-date".to_owned()), ..merged })
}
