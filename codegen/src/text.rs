//! Characters of a description's texts that must not reach a source file or end a line of a record as they are.

/// Whether a character must not reach a source file: controls, and those that change the direction of text.
pub fn is_unprintable(character: char) -> bool {
    let directs = matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() || directs || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// A text in which the backslash and the given characters are written `\u{20}`.
pub fn escape(text: &str, is_special: impl Fn(char) -> bool) -> String {
    let must_be = |character| character == '\\' || is_special(character);
    if !text.contains(must_be) {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if must_be(character) {
            escaped.extend(character.escape_unicode());
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// The text that [`escape`] wrote; `None` if it is not one, or empty.
pub fn unescape(text: &str) -> Option<String> {
    let mut pieces = text.split("\\u{");
    let mut plain = pieces.next()?.to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_once('}')?;
        plain.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
        plain.push_str(rest);
    }
    (!plain.is_empty()).then_some(plain)
}

/// Whether a character would end a word.
pub fn is_separator(character: char) -> bool {
    is_unprintable(character) || character.is_whitespace()
}
