//! Patterns: the regular expressions of JSON Schema, in the dialect that the client reads.

use regex_lite::Regex;

/// A pattern as the client's crate of regular expressions writes it; `None` if that has no words for it, such as for look-around.
pub fn expression(pattern: &str) -> Option<String> {
    let mut expression = String::with_capacity(pattern.len());
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match (character, characters.as_str().chars().next()) {
            // With a backslash these are themselves in JSON Schema, but ends of words in the client's dialect.
            ('\\', Some(escaped @ ('<' | '>' | '/'))) => {
                expression.push(escaped);
                characters.next();
            }
            ('\\', Some(escaped)) => {
                expression.extend(['\\', escaped]);
                characters.next();
            }
            _ => expression.push(character),
        }
    }
    Regex::new(&expression).is_ok().then_some(expression)
}

/// Whether a pattern is found in a text; no pattern is that the client cannot read.
pub(super) fn is_match(pattern: &str, text: &str) -> bool {
    expression(pattern).and_then(|expression| Regex::new(&expression).ok()).is_some_and(|regex| regex.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::{expression, is_match};

    #[test]
    fn keeps_what_the_dialects_share() {
        for pattern in ["^[a-z]+$", r"^\d{3}-\w+$", "a|b", r"[\w.-]+@[^@]+", r"^(?:a\.b)?$", r"\\"] {
            assert_eq!(expression(pattern).as_deref(), Some(pattern));
        }
    }

    #[test]
    fn translates_escapes() {
        assert_eq!(expression(r"^\/a\/\<\\<$").as_deref(), Some(r"^/a/<\\<$"));
    }

    #[test]
    fn is_found_anywhere_unless_anchored() {
        assert!(is_match("b", "abc") && is_match("^x-", "x-a"));
        assert!(!is_match("^b", "abc") && !is_match("(?=a)b", "ab"));
    }

    #[test]
    fn has_no_words_for_some() {
        for pattern in [r"(?=a)b", r"(a)\1", r"\p{L}", "(", "a{1000000}{1000000}"] {
            assert_eq!(expression(pattern), None, "{pattern}");
        }
    }
}
