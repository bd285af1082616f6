//! `written`: a value as the styles write it.

use super::style::Written;
use crate::runtime::json::to_request_json;
use crate::runtime::{Encode, Tape};

/// Encodes a parameter's value, and writes it in a style.
pub(in crate::runtime) fn written<T>(
    value: &dyn Encode,
    write: impl FnOnce(Written<'_>) -> Result<T, &'static str>,
) -> Result<T, String> {
    let bytes = to_request_json(value).map_err(|error| error.to_string())?;
    let tape = Tape::parse(&bytes).map_err(|error| error.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|error| error.to_string())?;
    Ok(write(Written { json: tape.root(), text })?)
}
