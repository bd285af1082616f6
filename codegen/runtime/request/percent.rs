//! Percent-encoding of values and of the description's own text.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but RFC 3986's unreserved characters.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What cannot stand in a path as it is. Percent signs stay: the description's own text may be encoded already.
const PATH_TEXT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Appends a value: whatever it holds, it stays one value.
pub(in crate::runtime) fn push_value(text: &str, output: &mut String) {
    output.extend(utf8_percent_encode(text, VALUE));
}

/// Appends a piece of the description's path.
pub(super) fn push_path_text(text: &str, output: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        output.extend(utf8_percent_encode(&rest[..at], PATH_TEXT));
        rest = &rest[at + 1..];
        output.push_str(if begins_with_code(rest) { "%" } else { "%25" });
    }
    output.extend(utf8_percent_encode(rest, PATH_TEXT));
}

/// Whether a percent sign in front of this text makes an encoded byte of it.
pub(super) fn begins_with_code(text: &str) -> bool {
    text.as_bytes().first_chunk::<2>().is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}
