//! `text-formats`: the formats whose values stay text.

/// The formats of text that have types of their own.
const TYPED_FORMATS: [&str; 18] = [
    "date-time",
    "date",
    "uuid",
    "byte",
    "http-date",
    "date-time-rfc1123",
    "date-time-rfc7231",
    "rfc1123",
    "rfc7231",
    "int-or-string",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
];

/// Says what is wrong with a format that has no type but text.
pub(super) fn typed(text: &str) -> Result<(), String> {
    match TYPED_FORMATS.contains(&text) {
        true => Ok(()),
        false => Err(format!("`{text}` has no type but text; the formats that have one are `{}`", TYPED_FORMATS.join("`, `"))),
    }
}
