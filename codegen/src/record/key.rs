//! `Key`: where an item of the client comes from in the description, whatever its name in Rust is.

use std::fmt;

use crate::text::{escape, is_separator, unescape};

/// Where an item of the client comes from: `#/components/schemas/Pet .name`, `GET /pets query limit`.
///
/// A key is the key of the owner and the step that leads from there, so that it survives changes of names in Rust, and of
/// everything beside it in the description. Texts of the description are escaped in it, so that a key is one line, and no two
/// items have the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

/// A step from an owner to an item of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A property of an object: its field.
    Property(&'a str),
    /// The items of a list.
    Items,
    /// The item in a place of a list.
    Item(usize),
    /// The values of a map, or the properties of an object that the description does not name.
    Values,
    /// An alternative of a union, by its tag, component or shape.
    Alternative(&'a str),
    /// A value of an enumeration, or of a server's variable.
    Value(&'a str),
    /// The setter that sends null.
    Null,
    /// A value that a call takes beside its parameters: `body`, `accept`, `server`, `content-type`.
    Input(&'a str),
    /// A parameter of a call, by its location and name.
    Parameter(&'a str, &'a str),
    /// A part of a form.
    Part(&'a str),
    /// The body of a request or response, by its media type.
    Body(&'a str),
    /// A response, by its status.
    Response(&'a str),
    /// A header of a response.
    Header(&'a str),
    /// A request that the API makes, by its name, the expression for its address, and its method.
    Callback(&'a str, &'a str, &'a str),
    /// A variable of a server.
    Variable(&'a str),
    /// A way to be granted tokens.
    Grant(&'a str),
    /// An earlier name of the owner, which stays beside the present one.
    Former(&'a str),
    /// An item that the generator adds to the owner by itself: its request type, its `send`, ...
    Own(&'a str),
}

impl Key {
    /// A named schema, or another thing below `components`.
    pub fn component(kind: &str, name: &str) -> Self {
        Self(format!("#/components/{kind}/{}", escaped(name)))
    }

    /// Something written in a place of its own, by the address of that place.
    pub fn place(address: &str) -> Self {
        Self(escaped(address))
    }

    /// A call: an operation, or a variant of one.
    pub fn call(method: &str, path: &str, variant: Option<&str>) -> Self {
        let key = format!("{} {}", escaped(method), escaped(path));
        Self(variant.iter().fold(key, |key, variant| format!("{key} as {}", escaped(variant))))
    }

    /// The group of a tag.
    pub fn tag(name: &str) -> Self {
        Self(format!("tag {}", escaped(name)))
    }

    /// The group of operations without a tag.
    pub fn untagged() -> Self {
        Self("untagged".to_owned())
    }

    /// The client as a whole.
    pub fn client() -> Self {
        Self("client".to_owned())
    }

    /// A server, by its URL template.
    pub fn server(template: &str) -> Self {
        Self(format!("server {}", escaped(template)))
    }

    /// A security scheme.
    pub fn security_scheme(name: &str) -> Self {
        Self(format!("scheme {}", escaped(name)))
    }

    /// A webhook.
    pub fn webhook(name: &str, method: &str) -> Self {
        Self(format!("webhook {} {}", escaped(name), escaped(method)))
    }

    /// An item that is known by its path in Rust only.
    pub fn rust(path: &str) -> Self {
        Self(format!("rust {}", escaped(path)))
    }

    /// The item that a step leads to.
    #[must_use]
    pub fn then(&self, step: Step<'_>) -> Self {
        Self(format!("{self} {step}"))
    }

    /// The call, model or other item that is inside of nothing and that this one is inside of; the variant of a call is inside of it.
    #[must_use]
    pub fn root(&self) -> Self {
        let words = if self.0.starts_with(['#', '/']) { 1 } else { 2 };
        let end = self.0.match_indices(' ').nth(words - 1).map_or(self.0.len(), |(end, _)| end);
        Self(self.0[..end].to_owned())
    }

    /// The keys of all that this item is inside of, and its own.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> {
        let ends = self.0.match_indices(' ').map(|(end, _)| end).chain([self.0.len()]);
        ends.map(|end| Self(self.0[..end].to_owned()))
    }

    /// The key of an item inside of this one, by the text that follows.
    #[must_use]
    pub fn inside(&self, rest: &str) -> Self {
        Self(format!("{self}{rest}"))
    }

    /// The key of the item that had a name earlier, if this is the key of that name.
    pub fn before_former(&self) -> Option<Self> {
        let place = self.0.match_indices(FORMER).map(|(place, _)| place).last()?;
        (!self.0[place + FORMER.len()..].contains(' ')).then(|| Self(self.0[..place].to_owned()))
    }

    /// Whether it is that of something inside of another item, which has no name in the description.
    pub fn is_inline(&self) -> bool {
        self.0.contains(' ')
    }

    /// The name of the schema among the components, if it is one of them.
    pub fn component_name(&self) -> Option<String> {
        let name = self.0.strip_prefix("#/components/schemas/").filter(|name| !name.contains([' ', '/']))?;
        unescaped(name)
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a key's text.
    pub fn parse(text: &str) -> Option<Self> {
        let is_word = |word: &str| !word.is_empty() && (!word.contains('\\') || unescaped(word).is_some());
        let is_sound = text.split(' ').all(is_word);
        is_sound.then(|| Self(text.to_owned()))
    }

    /// The last word of the key, as the description writes it, without the mark of its step.
    pub fn last_word(&self) -> String {
        let word = self.0.rsplit(' ').next().unwrap_or_default();
        unescaped(word.strip_prefix(['.', '|', '=']).unwrap_or(word)).unwrap_or_else(|| word.to_owned())
    }

    /// The words of the key, as the description writes them.
    pub fn words(&self) -> Vec<String> {
        self.0.split(' ').map(|word| unescaped(word).unwrap_or_else(|| word.to_owned())).collect()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Property(name) => write!(formatter, ".{}", escaped(name)),
            Self::Items => formatter.write_str("[]"),
            Self::Item(place) => write!(formatter, "[{place}]"),
            Self::Values => formatter.write_str("{}"),
            Self::Alternative(word) => write!(formatter, "|{}", escaped(word)),
            Self::Value(value) => write!(formatter, "={}", escaped(value)),
            Self::Null => formatter.write_str("null"),
            Self::Input(name) => write!(formatter, "input {}", escaped(name)),
            Self::Parameter(location, name) => write!(formatter, "{location} {}", escaped(name)),
            Self::Part(name) => write!(formatter, "part {}", escaped(name)),
            Self::Body(media_type) => write!(formatter, "as {}", escaped(media_type)),
            Self::Response(status) => write!(formatter, "{status}"),
            Self::Header(name) => write!(formatter, "header {}", escaped(&name.to_ascii_lowercase())),
            Self::Callback(name, expression, method) => {
                write!(formatter, "callback {} {} {}", escaped(name), escaped(expression), escaped(method))
            }
            Self::Variable(name) => write!(formatter, "variable {}", escaped(name)),
            Self::Grant(kind) => write!(formatter, "grant {kind}"),
            Self::Former(name) => write!(formatter, "former {name}"),
            Self::Own(word) => write!(formatter, "own {word}"),
        }
    }
}

/// What is between a key and an earlier name of its item.
const FORMER: &str = " former ";

/// How an empty text is written, which no other text is.
const EMPTY: &str = "\\e";

/// A text of the description as a word of a key. The word `=` is what ends a key in a record.
fn escaped(text: &str) -> String {
    word(text, |character| is_separator(character) || text == "=")
}

/// A text of the description in which the given characters are escaped.
pub(super) fn word(text: &str, is_special: impl Fn(char) -> bool) -> String {
    if text.is_empty() { EMPTY.to_owned() } else { escape(text, is_special) }
}

/// The text of a word.
pub(super) fn unescaped(word: &str) -> Option<String> {
    match word.replace(EMPTY, "") {
        text if text.is_empty() => Some(text),
        text => unescape(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_different_texts_differ_and_are_read_again() {
        let pet = Key::component("schemas", "Pet");
        let keys = [
            pet.then(Step::Property("a b")),
            pet.then(Step::Property("a")).then(Step::Property("b")),
            pet.then(Step::Property("")),
            pet.then(Step::Property("a\\u{20}b")),
            Key::call("GET", "/a", None),
            Key::call("GET", "/a", Some("")),
            Key::call("GET", "/a as b", None),
            Key::call("GET", "/a", Some("b")),
            Key::tag("="),
        ];
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(Key::parse(&key.to_string()).as_ref(), Some(key));
            assert!(!keys[..index].contains(key), "{key}");
        }
        assert_eq!(Key::call("GET", "/a b", Some("c")).words(), ["GET", "/a b", "as", "c"]);
    }
}
