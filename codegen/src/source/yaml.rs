//! Places in YAML: serde_yaml tells none, except of what it refuses; so values are refused on purpose.

use std::{convert::Infallible, fmt};

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::token::{self, Span};

/// Reads a text again to find values, each given by the number of values before it, in ascending order.
pub(super) fn spans(text: &str, wanted: &[u32], nesting: usize) -> Vec<Span> {
    let mut replay = Replay { text, lines: Lines::new(text), wanted, seen: 1, spans: Vec::new(), open: false, depth: 0, nesting };
    if replay.wanted.first() == Some(&0) {
        replay.spans.push(Span { key: None, value: token::root(text), collection: true });
    }
    // Reading ends in an error when everything is found, and else where it did the first time.
    let _ = (&mut replay).deserialize(serde_yaml::Deserializer::from_str(text));
    let mut spans = replay.spans;
    spans.resize_with(wanted.len(), Span::default);
    spans
}

struct Replay<'t> {
    text: &'t str,
    lines: Lines<'t>,
    wanted: &'t [u32],
    /// How many values have been begun; they are counted just as `Reader` enters origins.
    seen: u32,
    /// What has been found, in the order of `wanted`.
    spans: Vec<Span>,
    /// Whether the value being read is the latest one found.
    open: bool,
    depth: usize,
    /// What is nested deeper was not read.
    nesting: usize,
}

impl Replay<'_> {
    fn wants_next(&self) -> bool {
        self.wanted.get(self.spans.len()) == Some(&self.seen)
    }

    fn found(&mut self, span: Span) {
        self.spans.push(span);
        self.open = true;
    }

    /// Completes a span, if the scalar that has been read is wanted.
    fn scalar<E: Error>(&mut self, content: Option<&str>) -> Result<(), E> {
        if std::mem::take(&mut self.open)
            && let Some(span) = self.spans.last_mut()
        {
            span.value = token::scalar(self.text, span.value.start, content);
        }
        self.go_on()
    }

    /// Steps into a mapping or list, unless that is too deep.
    fn descend(&mut self) -> bool {
        if std::mem::take(&mut self.open)
            && let Some(span) = self.spans.last_mut()
        {
            span.collection = true;
            span.value = token::first_word(self.text, span.value.start);
        }
        let deep = self.depth == self.nesting;
        self.depth += usize::from(!deep);
        !deep
    }

    fn go_on<E: Error>(&self) -> Result<(), E> {
        if self.spans.len() < self.wanted.len() || self.open { Ok(()) } else { Err(E::custom("everything is found")) }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Replay<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Replay<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.scalar(None)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Some(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        if !self.descend() {
            while sequence.next_element::<IgnoredAny>()?.is_some() {}
            return self.go_on();
        }
        loop {
            if self.wants_next() {
                let Some(start) = sequence.next_element_seed(Start(&mut self.lines))? else { break };
                self.found(Span { key: None, value: start..start, collection: false });
            }
            if sequence.next_element_seed(Counted(self))?.is_none() {
                break;
            }
        }
        self.depth -= 1;
        self.go_on()
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if !self.descend() {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return self.go_on();
        }
        loop {
            if self.wants_next() {
                let Some((start, key)) = map.next_key_seed(WantedKey(&mut self.lines))? else { break };
                let key = token::scalar(self.text, start, Some(&key));
                let start = map.next_value_seed(Start(&mut self.lines))?;
                self.found(Span { key: Some(key), value: start..start, collection: false });
            } else if map.next_key::<IgnoredAny>()?.is_none() {
                break;
            }
            map.next_value_seed(Counted(self))?;
        }
        self.depth -= 1;
        self.go_on()
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        let (_, value) = data.variant::<IgnoredAny>()?;
        value.newtype_variant_seed(self)
    }
}

/// A value other than the root.
struct Counted<'r, 't>(&'r mut Replay<'t>);

impl<'de> DeserializeSeed<'de> for Counted<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0.seen += 1;
        self.0.deserialize(deserializer)
    }
}

/// Tells where the next value starts and leaves it unread.
///
/// A newtype costs a level of nesting but reads nothing, and too much nesting is refused with the place
/// of what would be read next: of any value, even of an alias.
struct Start<'l, 't>(&'l mut Lines<'t>);

impl<'de> DeserializeSeed<'de> for Start<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        match deserializer.deserialize_newtype_struct("", Nested) {
            Ok(never) => match never {},
            Err(refusal) => Ok(self.0.offset(&refusal.to_string())),
        }
    }
}

struct Nested;

impl<'de> Visitor<'de> for Nested {
    type Value = Infallible;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ever deeper nesting")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Infallible, D::Error> {
        deserializer.deserialize_newtype_struct("", self)
    }
}

/// Reads the next key and refuses it, which tells where it starts.
struct WantedKey<'l, 't>(&'l mut Lines<'t>);

impl<'de> DeserializeSeed<'de> for WantedKey<'_, '_> {
    type Value = (usize, String);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let mut key = String::new();
        match deserializer.deserialize_str(Refuse(&mut key)) {
            Ok(never) => match never {},
            Err(refusal) => Ok((self.0.offset(&refusal.to_string()), key)),
        }
    }
}

struct Refuse<'k>(&'k mut String);

impl Visitor<'_> for Refuse<'_> {
    type Value = Infallible;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Infallible, E> {
        key.clone_into(self.0);
        Err(E::custom("refused"))
    }
}

/// The lines of a text as serde_yaml counts them: more characters than the line feed end one.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// Line, column and offset of the latest place; the next one is likely to follow in the same line.
    reached: (usize, usize, usize),
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        let breaks = text.match_indices(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        let ends = breaks.map(|(start, found)| start + found.len());
        starts.extend(ends.filter(|end| !(text[..*end].ends_with('\r') && text[*end..].starts_with('\n'))));
        Self { text, starts, reached: (1, 1, 0) }
    }

    /// The offset of the place that an error's message ends in; none is named if it is the first character.
    fn offset(&mut self, message: &str) -> usize {
        let place = message.rsplit_once(" at line ").and_then(|(_, place)| place.split_once(" column "));
        let place = place.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
        let (line, column): (usize, usize) = place.unwrap_or((1, 1));
        if self.reached.0 != line || self.reached.1 > column {
            self.reached = (line, 1, self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(self.text.len()));
        }
        let (_, known, start) = self.reached;
        let offset = self.text[start..].char_indices().nth(column - known).map_or(self.text.len(), |(length, _)| start + length);
        self.reached = (line, column, offset);
        offset
    }
}
