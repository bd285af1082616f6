//! `Key`: what stands before a value, as text.

use std::{borrow::Cow, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::Format;

/// A key as it is written: `200` and `on` are text here.
pub(super) struct Key<'de> {
    pub(super) text: Cow<'de, str>,
    /// Whether it is YAML without quotes.
    plain: bool,
}

impl Key<'_> {
    pub(super) fn is_null(&self) -> bool {
        self.plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    pub(super) fn is_merge(&self) -> bool {
        self.plain && self.text == "<<"
    }
}

/// The key that is to be read next.
pub(super) struct KeySeed<'s> {
    pub(super) text: &'s str,
    pub(super) format: Format,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_> {
    type Value = Key<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Key<'de>, E> {
        let start = key.as_ptr().addr().wrapping_sub(self.text.as_ptr().addr());
        let before = self.text.as_bytes().get(start.wrapping_sub(1));
        let plain = self.format == Format::Yaml && !matches!(before, Some(b'"' | b'\''));
        Ok(Key { text: Cow::Borrowed(key), plain })
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key<'de>, E> {
        Ok(Key { text: Cow::Owned(key.to_owned()), plain: false })
    }
}
