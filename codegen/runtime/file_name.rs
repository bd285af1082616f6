//! The file name that a response gives in `Content-Disposition`.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::CONTENT_DISPOSITION;
use percent_encoding::percent_decode_str;

use super::received_text::latin_1;
use super::{Download, Response};

impl Download {
    /// The name under which the server would have the body saved, safe to join to a folder, as of [`Response::file_name`].
    pub fn file_name(&self) -> Option<String> {
        file_name(self.headers())
    }
}

impl<T> Response<T> {
    /// The name under which the server would have the body saved, by the header `Content-Disposition`
    /// ([RFC 6266](https://www.rfc-editor.org/rfc/rfc6266)): `filename*` if it can be read, else `filename`.
    ///
    /// Only the part after the last `/` or `\` counts, so that the name is safe to join to a folder. `None` if there is no such
    /// header, or no file can have the name: it is empty or only dots and spaces, it contains a control character or a colon, or it is
    /// that of a device of Windows.
    pub fn file_name(&self) -> Option<String> {
        file_name(self.headers())
    }
}

fn file_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_DISPOSITION)?.as_bytes();
    let text = match std::str::from_utf8(value) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => latin_1(value).into(),
    };
    let parameters = parameters(&text);
    let of = |wanted: &str| parameters.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value);
    let extended = of("filename*").and_then(|value| extended(value)).and_then(|name| safe(&name));
    extended.or_else(|| of("filename").and_then(|name| safe(name)))
}

/// The parameters after the disposition's type; quotation marks and backslashes before characters are gone.
fn parameters(text: &str) -> Vec<(&str, String)> {
    let mut parameters = Vec::new();
    let (kind, after) = text.split_once(';').unwrap_or((text, ""));
    // Some servers leave out the type.
    let mut rest = if kind.contains('=') { text } else { after };
    while let Some((name, after)) = rest.split_once('=') {
        // A parameter without a value is passed over.
        let name = name.rsplit(';').next().unwrap_or_default().trim();
        let (value, after) = value(after.trim_start());
        parameters.push((name, value));
        rest = after.split_once(';').map_or("", |(_, rest)| rest);
    }
    parameters
}

/// A token or quoted text, and what comes after it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, _) = text.split_once(';').unwrap_or((text, ""));
        return (value.trim_end().to_owned(), &text[value.len()..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[index + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            character => value.push(character),
        }
    }
    (value, "")
}

/// A text in the form of RFC 8187: `UTF-8'en'%E2%82%AC%20rates`. `None` if it has another form.
fn extended(value: &str) -> Option<String> {
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let bytes: Cow<'_, [u8]> = percent_decode_str(encoded).into();
    match charset.to_ascii_lowercase().as_str() {
        "utf-8" => String::from_utf8(bytes.into_owned()).ok(),
        "iso-8859-1" => Some(latin_1(&bytes)),
        _ => None,
    }
}

/// The name without what leads to another folder, if a file can have it.
fn safe(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let is_unfit = |character: char| character.is_control() || character == ':';
    let is_dots = name.chars().all(|character| matches!(character, '.' | ' '));
    (!is_dots && !name.contains(is_unfit) && !is_device(name)).then(|| name.to_owned())
}

/// Whether Windows takes the name for a device, whatever its extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_numbered = |digit: &str| matches!(digit, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³");
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "aux" | "con" | "nul" | "prn" | "conin$" | "conout$") || numbered.is_some_and(is_numbered)
}
