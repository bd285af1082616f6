//! `Renames`: new keys for items of a record.

use std::collections::BTreeMap;

use crate::record::{Item, Key, Kind, Record, Step};

/// New keys for items of a record, by their recorded keys.
#[derive(Default)]
pub(super) struct Renames {
    /// Items, with all that is inside them.
    items: BTreeMap<Key, Key>,
    /// Models, with all that is inside them, but not the field or alternative that has the same key.
    models: BTreeMap<Key, Key>,
    /// The new keys of arguments, by their calls and recorded keys.
    arguments: BTreeMap<Key, BTreeMap<String, String>>,
    /// Further places of models.
    places: Vec<Item>,
}

impl Renames {
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.models.is_empty() && self.places.is_empty()
    }

    /// Renames an item and all that is inside it.
    pub(super) fn item(&mut self, from: Key, to: Key) {
        self.items.insert(from, to);
    }

    /// Renames a model and all that is inside it.
    pub(super) fn model(&mut self, from: Key, to: Key) {
        self.models.insert(from, to);
    }

    /// The models that have another key, by their recorded keys.
    pub(super) fn models(&self) -> impl Iterator<Item = (&Key, &Key)> {
        self.models.iter()
    }

    /// Renames a parameter of a call: its location and name.
    pub(super) fn parameter(&mut self, calls: (&Key, &Key), former: (&str, &str), new: (&str, &str)) {
        let key = |call: &Key, (location, name)| call.then(Step::Parameter(location, name));
        let argument = |(location, name): (&str, &str)| format!("{location}:{name}");
        self.item(key(calls.0, former), key(calls.1, new));
        self.arguments.entry(calls.0.clone()).or_default().insert(argument(former), argument(new));
    }

    /// Adds a place of a model.
    pub(super) fn place(&mut self, place: Key, path: &str) {
        self.places.push(Item::new(place, Kind::Place, path));
    }

    /// The new key of an item.
    pub(super) fn key(&self, key: &Key, kind: Kind) -> Key {
        if self.is_empty() {
            return key.clone();
        }
        let is_model = Kind::MODELS.contains(&kind) || kind == Kind::Constructor;
        let mut ancestors: Vec<Key> = key.ancestors().collect();
        while let Some(ancestor) = ancestors.pop() {
            let rest = &key.as_str()[ancestor.as_str().len()..];
            // The setter that sends null belongs to the property, not to its model.
            let is_of_model = if rest.is_empty() { is_model } else { rest != " null" };
            let model = self.models.get(&ancestor).filter(|_| is_of_model);
            if let Some(to) = model.or_else(|| self.items.get(&ancestor)) {
                return to.inside(rest);
            }
        }
        key.clone()
    }

    /// The recorded model of a place, by its new key.
    pub(super) fn recorded<'r>(&self, key: &Key, record: &'r Record) -> Option<&'r Item> {
        let around = |(from, to): (&Key, &Key)| {
            let rest = key.as_str().strip_prefix(to.as_str()).filter(|rest| rest.is_empty() || rest.starts_with(' '))?;
            Some((rest.len(), from.inside(rest)))
        };
        let nearest = self.items.iter().filter_map(around).min_by_key(|(rest, _)| *rest);
        record.model_of_place(nearest.as_ref().map_or(key, |(_, former)| former))
    }

    /// The record with the new keys.
    pub(super) fn apply(self, record: &Record) -> Record {
        let renamed = |item: &Item| {
            let arguments = (item.kind == Kind::Method).then(|| self.arguments.get(&item.key.root())).flatten();
            let argument = |name: &String| arguments.and_then(|new| new.get(name)).unwrap_or(name).clone();
            Item { key: self.key(&item.key, item.kind), order: item.order.iter().map(argument).collect(), ..item.clone() }
        };
        record.items().map(renamed).chain(self.places.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        Key::parse(text).expect("it is a key")
    }

    #[test]
    fn a_model_is_renamed_without_the_property_that_it_is_the_value_of() {
        let mut renames = Renames::default();
        renames.model(key("#/P .owner"), key("#/Owner"));
        assert_eq!(renames.key(&key("#/P .owner"), Kind::Struct), key("#/Owner"));
        assert_eq!(renames.key(&key("#/P .owner .name"), Kind::Field), key("#/Owner .name"));
        for (kept, kind) in [("#/P .owner", Kind::Field), ("#/P .owner null", Kind::Setter), ("#/P .owners", Kind::Struct)] {
            assert_eq!(renames.key(&key(kept), kind), key(kept));
        }
    }

    #[test]
    fn the_nearest_item_around_decides() {
        let mut renames = Renames::default();
        renames.model(key("#/A"), key("#/B"));
        renames.model(key("#/A .x"), key("#/C"));
        assert_eq!(renames.key(&key("#/A .x .y"), Kind::Field), key("#/C .y"));
        assert_eq!(renames.key(&key("#/A .x"), Kind::Field), key("#/B .x"));
    }
}
