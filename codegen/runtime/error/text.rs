//! Foreign text as a message can bear it.

/// How many characters of a body a message shows.
const SHOWN: usize = 300;

/// The beginning of a body as one line of text, without control characters.
pub(in crate::runtime) fn text_excerpt(bytes: &[u8]) -> String {
    // A character has at most four bytes; what is cut in the middle lies beyond the characters shown.
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(SHOWN * 4 + 4)]);
    let mut characters = text.trim().chars();
    let mut excerpt = String::new();
    let mut was_space = false;
    for character in characters.by_ref().take(SHOWN) {
        if character.is_whitespace() {
            if !was_space {
                excerpt.push(' ');
            }
        } else if character.is_control() || is_invisible(character) {
            excerpt.extend(character.escape_unicode());
        } else {
            excerpt.push(character);
        }
        was_space = character.is_whitespace();
    }
    if characters.next().is_some() {
        excerpt.push_str("...");
    }
    excerpt
}

/// Marks that reorder or hide text around them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
