//! `Fact`: what the description says of an item that its key, path and type do not show.

use std::fmt;

use super::key::{unescaped, word};
use crate::text::is_unprintable;

/// What the description says of an item that its key, path and type do not show: what goes over the wire, or changes behaviour.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// What it is about.
    pub name: FactName,
    /// Its value, where it has one.
    pub value: Option<String>,
}

macro_rules! fact_names {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What a fact is about. An item without the fact is the usual case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FactName {
            $($(#[$doc])* $name,)*
        }

        impl FactName {
            /// The word for it in a record.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

// Each name with its word in a record.
fact_names! {
    /// Of a call: how it is repeated after a failure. `idempotent`, or `never` unless no connection could be made. Usually the call is
    /// safe.
    Retry = "retry",
    /// Of a call: the alternatives of credentials that it needs, each with its scopes: `key | oauth(read, write) & tenant | none`.
    Auth = "auth",
    /// Of a call: the media types of its body: `application/json | text/csv`.
    Sends = "sends",
    /// Of a call: the value of the `Accept` header.
    Accepts = "accepts",
    /// Of a call: the statuses that are successes: `200 | 2XX`.
    Success = "success",
    /// Of a call: its servers, if they are not the client's. Of the client: its servers. The first is the default.
    Servers = "servers",
    /// Of a call: the time that an attempt may take.
    Timeout = "timeout",
    /// Of a call: how its pages follow one another.
    Pages = "pages",
    /// Of a call: a value that it sends by itself: `query api-version 2024-01-01`.
    Fixed = "fixed",
    /// Of the client: constraints are checked before values are sent.
    ChecksConstraints = "checks-constraints",
    /// Of anything: the description marks it as deprecated.
    Deprecated = "deprecated",
    /// Of a value or status: the description no longer has it.
    Dropped = "dropped",
    /// Of anything: the settings leave it out of the client, and only its name is kept.
    LeftOut = "left-out",
    /// Of a parameter: its style, if it is not the default of its location.
    Style = "style",
    /// Of a parameter: whether its items are written apart, if that is not the default of its style.
    Explode = "explode",
    /// Of a parameter: the separators of lists in a list, from the second level.
    Separators = "separators",
    /// Of a parameter: reserved characters are sent as they are.
    AllowReserved = "allow-reserved",
    /// Of a parameter: the value may be empty.
    AllowEmpty = "allow-empty",
    /// Of a parameter: it is written as JSON.
    Json = "json",
    /// Of a part of a form: its media type.
    ContentType = "content-type",
    /// Of a form: how a property is written, if not in the usual way: `tags spaceDelimited explode false`.
    Encoding = "encoding",
    /// Of a model: callers send it.
    Sent = "sent",
    /// Of a model: callers receive it.
    Received = "received",
    /// Of a model: it allows no other properties.
    Closed = "closed",
    /// Of a union: the property that says which alternative a value is.
    Discriminator = "discriminator",
    /// Of an alternative: a value of the discriminator.
    Tag = "tag",
    /// Of an alternative: it is that of all other values of the discriminator.
    OtherTags = "other-tags",
    /// Of an argument: the description does not require it, and the client keeps it required.
    Optional = "optional",
    /// Of a property: objects always have it. Of a header: responses always have it. An argument is required by its kind.
    Required = "required",
    /// Of a property: it is required, and the description says nothing else about it.
    Undescribed = "undescribed",
    /// Of a value: it may be null.
    Nullable = "nullable",
    /// Of a property: only the server sets it.
    ReadOnly = "read-only",
    /// Of a property: only the client sets it.
    WriteOnly = "write-only",
    /// Of a value: its default, as JSON. Of a variable of a server: its default.
    Default = "default",
    /// Of a value: its format, where its type does not show it.
    Format = "format",
    /// Of a value: `minLength`.
    MinLength = "min-length",
    /// Of a value: `maxLength`.
    MaxLength = "max-length",
    /// Of a value: `pattern`.
    Pattern = "pattern",
    /// Of a value: `minimum`.
    Minimum = "minimum",
    /// Of a value: `exclusiveMinimum`.
    ExclusiveMinimum = "exclusive-minimum",
    /// Of a value: `maximum`.
    Maximum = "maximum",
    /// Of a value: `exclusiveMaximum`.
    ExclusiveMaximum = "exclusive-maximum",
    /// Of a value: `multipleOf`.
    MultipleOf = "multiple-of",
    /// Of a value: `minItems`.
    MinItems = "min-items",
    /// Of a value: `maxItems`.
    MaxItems = "max-items",
    /// Of a value: `uniqueItems`.
    UniqueItems = "unique-items",
    /// Of a value: `minProperties`.
    MinProperties = "min-properties",
    /// Of a value: `maxProperties`.
    MaxProperties = "max-properties",
    /// Of a value: `contentEncoding`.
    ContentEncoding = "content-encoding",
    /// Of a value: `contentMediaType`.
    ContentMediaType = "content-media-type",
    /// Of a value: the only values that it may have, where its type does not list them: `1 | 2`, as JSON.
    Enum = "enum",
    /// Of a value: the patterns of its keys.
    PatternProperties = "pattern-properties",
    /// Of a value: another rule, as a sentence.
    Rule = "rule",
    /// Of a list: a fact of its items.
    Items = "items",
    /// Of a tuple: a fact of an item, after its place from 0.
    Item = "item",
    /// Of a map: a fact of its values.
    Values = "values",
    /// Of a security scheme: what is sent and where: `header x-api-key`, `query key`, `basic`, `bearer`.
    Credential = "credential",
    /// Of a way to be granted tokens: the server of tokens.
    TokenUrl = "token-url",
    /// Of a security scheme, or of a way to be granted tokens: where the server of tokens is found.
    Discovery = "discovery",
}

impl Fact {
    /// A fact without a value.
    pub fn flag(name: FactName) -> Self {
        Self { name, value: None }
    }

    /// A fact with a value.
    pub fn new(name: FactName, value: impl Into<String>) -> Self {
        Self { name, value: Some(value.into()) }
    }

    /// The fact of an item or value that this one is about, for [`FactName::Items`] and [`FactName::Values`].
    pub fn inner(&self) -> Option<Self> {
        let is_inside = matches!(self.name, FactName::Items | FactName::Values);
        Self::parse(self.value.as_deref().filter(|_| is_inside)?)
    }

    /// Reads the text of a fact.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, value) = match text.split_once(' ') {
            Some((name, value)) => (name, Some(unescaped(value)?)),
            None => (text, None),
        };
        Some(Self { name: FactName::parse(name)?, value })
    }
}

/// `max-length 20`.
impl fmt::Display for Fact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name.word())?;
        let Some(value) = &self.value else { return Ok(()) };
        write!(formatter, " {}", escaped(value))
    }
}

/// A value as it is written. Backslashes, which patterns are full of, stay as they are where they begin no escape.
fn escaped(value: &str) -> String {
    // Editors remove spaces at the end of a line.
    let is_padded = value.trim() != value;
    let is_special = |character: char| {
        SEPARATOR.starts_with(character) || is_unprintable(character) || (is_padded && character.is_whitespace())
    };
    let escaped = word(value, is_special);
    let has_escapes = value.contains("\\u{") || value.contains("\\e");
    if has_escapes { escaped } else { escaped.replace("\\u{5c}", "\\") }
}

/// What is before each fact of an item.
pub(super) const SEPARATOR: &str = "; ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_read_as_they_were_written() {
        let texts = ["20", "", " a", "a ; b", "\n", "a\\u{3b}", "\\e", "^\\d\\;$", "\\", "\u{202e}", "[1, \"a b\"]"];
        let facts = texts.map(|text| Fact::new(FactName::Pattern, text));
        for fact in facts.into_iter().chain([Fact::flag(FactName::ReadOnly)]) {
            let text = fact.to_string();
            assert!(!text.contains("; ") && text.trim() == text, "{text}");
            assert_eq!(Fact::parse(&text), Some(fact));
        }
        assert_eq!(Fact::new(FactName::Pattern, "^\\d$").to_string(), "pattern ^\\d$");
        assert_eq!(Fact::parse("unheard of"), None);
    }

    #[test]
    fn a_fact_of_an_item_is_inside_of_one_of_the_list() {
        let inner = Fact::new(FactName::Pattern, "; a");
        let outer = Fact::new(FactName::Items, inner.to_string());
        assert_eq!(Fact::parse(&outer.to_string()).and_then(|fact| fact.inner()), Some(inner));
        assert_eq!(Fact::new(FactName::Default, "retry never").inner(), None);
    }
}
