//! Which texts can be names of headers.

/// Headers that belong to the connection; a description cannot set them.
const FORBIDDEN_HEADERS: [&str; 5] = ["host", "content-length", "transfer-encoding", "connection", "upgrade"];

/// Whether a header belongs to the connection.
pub(super) fn is_forbidden_header(name: &str) -> bool {
    FORBIDDEN_HEADERS.iter().any(|forbidden| forbidden.eq_ignore_ascii_case(name))
}

/// Whether a text can be the name of a header or method: a token of RFC 9110.
pub(super) fn is_token(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|character| character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character))
}
