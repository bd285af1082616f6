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

/// What a fact is about. An item without the fact is the usual case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactName {
    /// Of a call: how it is repeated after a failure. `idempotent`, or `never` unless no connection could be made. Usually the call is
    /// safe.
    Retry,
    /// Of a call: the alternatives of credentials that it needs, each with its scopes: `key | oauth(read, write) & tenant | none`.
    Auth,
    /// Of a call: the media types of its body: `application/json | text/csv`.
    Sends,
    /// Of a call: the value of the `Accept` header.
    Accepts,
    /// Of a call: the statuses that are successes: `200 | 2XX`.
    Success,
    /// Of a call: its servers, if they are not the client's. Of the client: its servers. The first is the default.
    Servers,
    /// Of a call: the time that an attempt may take.
    Timeout,
    /// Of a call: how its pages follow one another.
    Pages,
    /// Of a call: a value that it sends by itself: `query api-version 2024-01-01`.
    Fixed,
    /// Of the client: constraints are checked before values are sent.
    ChecksConstraints,
    /// Of anything: the description marks it as deprecated.
    Deprecated,
    /// Of a value or status: the description no longer has it.
    Dropped,
    /// Of a parameter: its style, if it is not the default of its location.
    Style,
    /// Of a parameter: whether its items are written apart, if that is not the default of its style.
    Explode,
    /// Of a parameter: the separators of lists in a list, from the second level.
    Separators,
    /// Of a parameter: reserved characters are sent as they are.
    AllowReserved,
    /// Of a parameter: the value may be empty.
    AllowEmpty,
    /// Of a parameter: it is written as JSON.
    Json,
    /// Of a part of a form: its media type.
    ContentType,
    /// Of a form: how a property is written, if not in the usual way: `tags spaceDelimited explode false`.
    Encoding,
    /// Of a model: callers send it.
    Sent,
    /// Of a model: callers receive it.
    Received,
    /// Of a model: it allows no other properties.
    Closed,
    /// Of a union: the property that says which alternative a value is.
    Discriminator,
    /// Of an alternative: a value of the discriminator.
    Tag,
    /// Of an alternative: it is that of all other values of the discriminator.
    OtherTags,
    /// Of a property: objects always have it. An argument is required by its kind.
    Required,
    /// Of a property: it is required, and the description says nothing else about it.
    Undescribed,
    /// Of a value: it may be null.
    Nullable,
    /// Of a property: only the server sets it.
    ReadOnly,
    /// Of a property: only the client sets it.
    WriteOnly,
    /// Of a value: its default, as JSON. Of a variable of a server: its default.
    Default,
    /// Of a value: its format, where its type does not show it.
    Format,
    /// Of a value: `minLength`.
    MinLength,
    /// Of a value: `maxLength`.
    MaxLength,
    /// Of a value: `pattern`.
    Pattern,
    /// Of a value: `minimum`.
    Minimum,
    /// Of a value: `exclusiveMinimum`.
    ExclusiveMinimum,
    /// Of a value: `maximum`.
    Maximum,
    /// Of a value: `exclusiveMaximum`.
    ExclusiveMaximum,
    /// Of a value: `multipleOf`.
    MultipleOf,
    /// Of a value: `minItems`.
    MinItems,
    /// Of a value: `maxItems`.
    MaxItems,
    /// Of a value: `uniqueItems`.
    UniqueItems,
    /// Of a value: `minProperties`.
    MinProperties,
    /// Of a value: `maxProperties`.
    MaxProperties,
    /// Of a value: `contentEncoding`.
    ContentEncoding,
    /// Of a value: `contentMediaType`.
    ContentMediaType,
    /// Of a value: the only values that it may have, where its type does not list them: `1 | 2`, as JSON.
    Enum,
    /// Of a value: the patterns of its keys.
    PatternProperties,
    /// Of a value: another rule, as a sentence.
    Rule,
    /// Of a list: a fact of its items.
    Items,
    /// Of a tuple: a fact of an item, after its place from 0.
    Item,
    /// Of a map: a fact of its values.
    Values,
    /// Of a security scheme: what is sent and where: `header x-api-key`, `query key`, `basic`, `bearer`.
    Credential,
    /// Of a way to be granted tokens: the server of tokens.
    TokenUrl,
    /// Of a security scheme, or of a way to be granted tokens: where the server of tokens is found.
    Discovery,
}

/// The words of the names, in a record.
const WORDS: [(FactName, &str); 57] = [
    (FactName::Retry, "retry"),
    (FactName::Auth, "auth"),
    (FactName::Sends, "sends"),
    (FactName::Accepts, "accepts"),
    (FactName::Success, "success"),
    (FactName::Servers, "servers"),
    (FactName::Timeout, "timeout"),
    (FactName::Pages, "pages"),
    (FactName::Fixed, "fixed"),
    (FactName::ChecksConstraints, "checks-constraints"),
    (FactName::Deprecated, "deprecated"),
    (FactName::Dropped, "dropped"),
    (FactName::Style, "style"),
    (FactName::Explode, "explode"),
    (FactName::Separators, "separators"),
    (FactName::AllowReserved, "allow-reserved"),
    (FactName::AllowEmpty, "allow-empty"),
    (FactName::Json, "json"),
    (FactName::ContentType, "content-type"),
    (FactName::Encoding, "encoding"),
    (FactName::Sent, "sent"),
    (FactName::Received, "received"),
    (FactName::Closed, "closed"),
    (FactName::Discriminator, "discriminator"),
    (FactName::Tag, "tag"),
    (FactName::OtherTags, "other-tags"),
    (FactName::Required, "required"),
    (FactName::Undescribed, "undescribed"),
    (FactName::Nullable, "nullable"),
    (FactName::ReadOnly, "read-only"),
    (FactName::WriteOnly, "write-only"),
    (FactName::Default, "default"),
    (FactName::Format, "format"),
    (FactName::MinLength, "min-length"),
    (FactName::MaxLength, "max-length"),
    (FactName::Pattern, "pattern"),
    (FactName::Minimum, "minimum"),
    (FactName::ExclusiveMinimum, "exclusive-minimum"),
    (FactName::Maximum, "maximum"),
    (FactName::ExclusiveMaximum, "exclusive-maximum"),
    (FactName::MultipleOf, "multiple-of"),
    (FactName::MinItems, "min-items"),
    (FactName::MaxItems, "max-items"),
    (FactName::UniqueItems, "unique-items"),
    (FactName::MinProperties, "min-properties"),
    (FactName::MaxProperties, "max-properties"),
    (FactName::ContentEncoding, "content-encoding"),
    (FactName::ContentMediaType, "content-media-type"),
    (FactName::Enum, "enum"),
    (FactName::PatternProperties, "pattern-properties"),
    (FactName::Rule, "rule"),
    (FactName::Items, "items"),
    (FactName::Item, "item"),
    (FactName::Values, "values"),
    (FactName::Credential, "credential"),
    (FactName::TokenUrl, "token-url"),
    (FactName::Discovery, "discovery"),
];

impl FactName {
    /// The word for it in a record.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(name, _)| *name == self).map_or("", |(_, word)| word)
    }
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
        let (name, _) = WORDS.iter().find(|(_, word)| *word == name)?;
        Some(Self { name: *name, value })
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

    #[test]
    fn words_are_unique() {
        for (place, (name, word)) in WORDS.iter().enumerate() {
            assert!(WORDS[..place].iter().all(|(other, text)| other != name && text != word), "{word}");
        }
    }
}
