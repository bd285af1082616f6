//! `Pointer`: a place in a file, as RFC 6901 writes it.

use std::fmt;

/// The keys and positions that lead from the root of a file to one of its values.
///
/// It displays as `/paths/~1pets/get/parameters/0`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    tokens: Vec<String>,
}

impl Pointer {
    /// The root of a file.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value under a key of the mapping at this place.
    pub fn key(&self, key: &str) -> Self {
        let mut tokens = self.tokens.clone();
        tokens.push(key.to_owned());
        Self { tokens }
    }

    /// The value at a position of the list at this place.
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// Reads the form that `Display` writes; the root is the empty text.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::root());
        }
        text.strip_prefix('/')?.split('/').map(unescape).collect::<Option<Vec<_>>>().map(|tokens| Self { tokens })
    }

    /// Reads the form that a `$ref` has after the file's name, such as `#/components/schemas/A%20b`.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        Self::parse(&percent_decode(fragment.strip_prefix('#')?)?)
    }

    /// The form that [`Pointer::from_fragment`] reads.
    pub fn fragment(&self) -> String {
        let mut fragment = String::from("#");
        for byte in self.to_string().bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
                fragment.push(char::from(byte));
            } else {
                fragment.push_str(&format!("%{byte:02X}"));
            }
        }
        fragment
    }

    /// The value that holds this one, and the step from there.
    pub fn split_last(&self) -> Option<(Self, &str)> {
        let (last, tokens) = self.tokens.split_last()?;
        Some((Self { tokens: tokens.to_vec() }, last))
    }

    /// How many steps two places have in common, from the root on.
    pub fn shared(&self, other: &Self) -> usize {
        self.tokens.iter().zip(&other.tokens).take_while(|(one, other)| one == other).count()
    }

    /// The steps from the root, as they are written in the file: nothing is escaped.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }
}

impl FromIterator<String> for Pointer {
    fn from_iter<T: IntoIterator<Item = String>>(tokens: T) -> Self {
        Self { tokens: tokens.into_iter().collect() }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens.iter().try_for_each(|token| write!(formatter, "/{}", token.replace('~', "~0").replace('/', "~1")))
    }
}

fn unescape(token: &str) -> Option<String> {
    let mut parts = token.split('~');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (escaped, rest) = part.split_at_checked(1)?;
        text.push(match escaped {
            "0" => '~',
            "1" => '/',
            _ => return None,
        });
        text.push_str(rest);
    }
    Some(text)
}

/// Decodes `%20` and its like; a percent sign that starts no such thing stands for itself.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let decoded = match (byte, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        bytes.push(decoded.unwrap_or(byte));
        rest = &tail[if decoded.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_unescapes() {
        let pointer = Pointer::root().key("paths").key("/pets/{id}").key("~1").index(0);
        assert_eq!(pointer.to_string(), "/paths/~1pets~1{id}/~01/0");
        assert_eq!(Pointer::parse("/paths/~1pets~1{id}/~01/0"), Some(pointer.clone()));
        assert_eq!(pointer.fragment(), "#/paths/~1pets~1%7Bid%7D/~01/0");
        assert_eq!(Pointer::from_fragment(&pointer.fragment()), Some(pointer));
    }

    #[test]
    fn tells_the_root_from_an_empty_key() {
        assert_eq!(Pointer::parse(""), Some(Pointer::root()));
        assert_eq!(Pointer::parse("/"), Some(Pointer::root().key("")));
        assert_eq!(Pointer::from_fragment("#"), Some(Pointer::root()));
    }

    #[test]
    fn refuses_what_is_no_pointer() {
        for text in ["a", "/~", "/~2", "/a~", "/~é"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
        for text in ["", "/a", "#a", "#/%ff"] {
            assert_eq!(Pointer::from_fragment(text), None, "{text}");
        }
    }

    #[test]
    fn decodes_percent_signs_once() {
        assert_eq!(Pointer::from_fragment("#/a%20b/%C3%A9/100%/%2525"), Pointer::parse("/a b/é/100%/%25"));
    }
}
