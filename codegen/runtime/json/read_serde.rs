//! `read_serde`: a document as a type of the caller's, by serde.

use serde::de::DeserializeOwned;

use super::DecodeError;

/// Reads a whole document as a type that need not know [`Decode`](super::Decode). No bytes at all count as null, and a byte order mark
/// in front is skipped.
///
/// # Errors
///
/// If the bytes are not JSON, or not what `T` says.
pub(in crate::runtime) fn read_serde<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        let empty = serde_json::from_slice(b"null");
        return empty.map_err(|_| DecodeError::new("expected a JSON body, found an empty one"));
    }
    let name = std::any::type_name::<T>();
    serde_json::from_slice(bytes).map_err(|error| DecodeError::new(format!("not a value of `{name}`: {error}")))
}
