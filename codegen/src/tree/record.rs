//! The text of the client's record.

use crate::record::Record;
use crate::render::MARKER;
use crate::text::{escape, is_unprintable};

/// The record, with the mark of generated files.
pub(super) fn text(record: &Record, command: &str) -> String {
    let command = escape(command, is_unprintable);
    format!(
        "// {MARKER}: the public API of this crate, by where it comes from in the description; do not edit.\n\
         // `{command}` reads it, so that names and the order of arguments stay.\n{record}"
    )
}
