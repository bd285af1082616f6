//! `Reader`: the one visitor that builds nodes, from YAML as from JSON.

use std::{collections::BTreeSet, fmt};

use indexmap::map::Entry;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::{
    Format,
    key::{Key, KeySeed},
    origin::Origins,
};
use crate::{
    diagnostic::{Diagnostics, Problem},
    limits::Limit,
    node::{Mapping, Node, Origin, Value},
};

/// How much a file may still contain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// How deep mappings and lists may be nested.
    pub(super) nesting: usize,
    /// How many values, and what bounds them.
    pub(super) values: (usize, Limit),
    /// How many bytes of text; aliases repeat it.
    pub(super) text: usize,
}

/// What one file has turned out to contain so far.
pub(super) struct Reader<'s> {
    /// The scalars that are not text.
    pub(super) resolved: Vec<Origin>,
    /// The numbers that came as floating point.
    pub(super) floats: Vec<Origin>,
    /// Whether a key is being read: the libraries refuse keys that are no scalars.
    pub(super) in_key: bool,
    /// The value that has been reached.
    pub(super) latest: Origin,
    /// What reading ended by, if the file has too much of it.
    pub(super) exhausted: Option<Limit>,
    /// How much may still be read.
    pub(super) left: Budget,
    text: &'s str,
    format: Format,
    origins: &'s mut Origins,
    diagnostics: &'s mut Diagnostics,
    depth: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(
        text: &'s str,
        format: Format,
        root: Origin,
        left: Budget,
        origins: &'s mut Origins,
        diagnostics: &'s mut Diagnostics,
    ) -> Self {
        Self {
            resolved: Vec::new(),
            floats: Vec::new(),
            in_key: false,
            latest: root,
            exhausted: None,
            left,
            text,
            format,
            origins,
            diagnostics,
            depth: 0,
        }
    }

    /// Reads a value.
    pub(super) fn read<'de, D: Deserializer<'de>>(&mut self, at: Origin, deserializer: D) -> Result<Node, D::Error> {
        ValueSeed { reader: self, at }.deserialize(deserializer)
    }

    fn entries<'de, A: MapAccess<'de>>(&mut self, parent: Origin, map: &mut A) -> Result<Mapping, A::Error> {
        let mut mapping = Mapping::default();
        let mut merged = BTreeSet::new();
        while let Some(key) = self.key(map)? {
            let at = self.origins.key(parent, &key.text);
            if key.is_null() {
                self.diagnostics.report_key(at, Problem::UnsupportedKey { found: Value::Null.kind() });
            }
            let node = map.next_value_seed(ValueSeed { reader: self, at })?;
            if key.is_merge() {
                self.merge(node, &mut mapping, &mut merged);
                continue;
            }
            match mapping.entry(key.text.into_owned()) {
                Entry::Vacant(entry) => {
                    entry.insert(node);
                }
                Entry::Occupied(mut entry) if merged.remove(entry.key()) => {
                    entry.insert(node);
                }
                Entry::Occupied(entry) => {
                    let problem = Problem::DuplicateKey { key: entry.key().clone(), first: entry.get().at };
                    self.diagnostics.report_key(at, problem);
                }
            }
        }
        Ok(mapping)
    }

    fn key<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<Key<'de>>, A::Error> {
        self.in_key = true;
        let key = map.next_key_seed(KeySeed { text: self.text, format: self.format })?;
        self.in_key = false;
        self.spend(0, key.as_ref().map_or(0, |key| key.text.len()))?;
        Ok(key)
    }

    /// Enters what a `<<` names, except where the mapping itself or an earlier one knows better.
    fn merge(&mut self, node: Node, mapping: &mut Mapping, merged: &mut BTreeSet<String>) {
        let bases = match node.value {
            Value::Sequence(bases) => bases,
            _ => vec![node],
        };
        for base in bases {
            let Value::Mapping(entries) = base.value else {
                self.diagnostics.report(base.at, Problem::MergedValue { found: base.kind() });
                continue;
            };
            for (key, node) in entries {
                if let Entry::Vacant(entry) = mapping.entry(key) {
                    merged.insert(entry.key().clone());
                    entry.insert(node);
                }
            }
        }
    }

    fn spend<E: Error>(&mut self, values: usize, text: usize) -> Result<(), E> {
        match (self.left.values.0.checked_sub(values), self.left.text.checked_sub(text)) {
            (Some(values), Some(text)) => (self.left.values.0, self.left.text) = (values, text),
            (values, _) => {
                self.exhausted = Some(values.map_or(self.left.values.1, |_| Limit::Megabytes));
                return Err(E::custom("more than may be read"));
            }
        }
        Ok(())
    }
}

/// The place of the value that is to be read next.
struct ValueSeed<'r, 's> {
    reader: &'r mut Reader<'s>,
    at: Origin,
}

impl ValueSeed<'_, '_> {
    /// What a scalar other than text becomes.
    fn resolved<E: Error>(self, value: Value) -> Result<Node, E> {
        self.reader.spend(1, 0)?;
        self.reader.resolved.push(self.at);
        Ok(Node { at: self.at, value })
    }

    /// Steps into a mapping or list, unless that is too deep.
    fn descend<E: Error>(&mut self) -> Result<bool, E> {
        self.reader.spend(1, 0)?;
        let deep = self.reader.depth == self.reader.left.nesting;
        if deep {
            self.reader.diagnostics.report(self.at, Problem::TooDeep { bound: self.reader.left.nesting });
        } else {
            self.reader.depth += 1;
        }
        Ok(!deep)
    }

    fn ascend(self, value: Value) -> Node {
        self.reader.depth -= 1;
        Node { at: self.at, value }
    }
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.reader.latest = self.at;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_, '_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    /// This is what a file without any value comes as.
    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.resolved(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.resolved(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.resolved(Value::Integer(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.resolved(Value::Integer(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.resolved(Value::Integer(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        match i128::try_from(value) {
            Ok(value) => self.resolved(Value::Integer(value)),
            Err(_) => self.visit_f64(value as f64),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        if value.is_finite() {
            self.reader.floats.push(self.at);
            self.resolved(Value::Float(value))
        } else {
            self.reader.diagnostics.report(self.at, Problem::NonFiniteNumber);
            self.resolved(Value::Null)
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.reader.spend(1, text.len())?;
        Ok(Node { at: self.at, value: Value::String(text.to_owned()) })
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut sequence: A) -> Result<Node, A::Error> {
        if !self.descend()? {
            while sequence.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Node { at: self.at, value: Value::Null });
        }
        let mut elements = Vec::new();
        loop {
            // An origin is entered only once there is a value for it.
            let element = ElementSeed { reader: self.reader, parent: self.at, index: elements.len() };
            match sequence.next_element_seed(element)? {
                Some(node) => elements.push(node),
                None => return Ok(self.ascend(Value::Sequence(elements))),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Node, A::Error> {
        if !self.descend()? {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Node { at: self.at, value: Value::Null });
        }
        let mapping = self.reader.entries(self.at, &mut map)?;
        Ok(self.ascend(Value::Mapping(mapping)))
    }

    /// This is what a value with a tag of its own comes as.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (tag, value) = data.variant::<String>()?;
        self.reader.diagnostics.report(self.at, Problem::CustomTag { tag });
        value.newtype_variant_seed(self)
    }
}

/// The element of a list that is to be read next, if there is one.
struct ElementSeed<'r, 's> {
    reader: &'r mut Reader<'s>,
    parent: Origin,
    index: usize,
}

impl<'de> DeserializeSeed<'de> for ElementSeed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let at = self.reader.origins.index(self.parent, self.index);
        self.reader.read(at, deserializer)
    }
}
