//! `Recorded`: the names that items had when the client was last generated, by the module or type that they are in.

use std::collections::BTreeMap;

use super::Name;
use crate::record::{Item, Key, Kind, Record};

/// The names that items had when the client was last generated.
pub(super) struct Recorded<'r> {
    pub(super) record: &'r Record,
    by_owner: BTreeMap<&'r str, Vec<&'r Item>>,
}

/// The recorded names in one scope.
#[derive(Default)]
pub(super) struct RecordedScope<'r> {
    /// The key of what the scope is inside of, as it was then.
    owner: Option<&'r Key>,
    /// The names, in the order of the keys.
    names: Vec<(&'r Key, &'r str)>,
}

/// The names inside of an item: fields with their setters, or variants.
const MEMBERS: [Kind; 3] = [Kind::Field, Kind::Setter, Kind::Variant];

impl<'r> Recorded<'r> {
    pub(super) fn of(record: &'r Record) -> Self {
        Self { record, by_owner: record.by_owner() }
    }

    /// The items of some kinds that were right inside of a module or type.
    pub(super) fn inside(&self, path: &str, kinds: &[Kind]) -> RecordedScope<'r> {
        let items = self.by_owner.get(path).into_iter().flatten();
        RecordedScope { owner: None, names: items.filter(|item| kinds.contains(&item.kind)).map(|item| named(item)).collect() }
    }

    /// The fields, setters and variants of a model.
    pub(super) fn members_of_model(&self, key: &Key) -> RecordedScope<'r> {
        self.inside_of_model(key, &MEMBERS)
    }

    /// The constants of a model.
    pub(super) fn constants_of_model(&self, key: &Key) -> RecordedScope<'r> {
        self.inside_of_model(key, &[Kind::Constant])
    }

    fn inside_of_model(&self, key: &Key, kinds: &[Kind]) -> RecordedScope<'r> {
        match self.record.model_of_place(key) {
            Some(model) => RecordedScope { owner: Some(&model.key), ..self.inside(&model.path, kinds) },
            None => RecordedScope::default(),
        }
    }

    /// The fields, setters and variants of a type that a call or server adds.
    pub(super) fn members_of(&self, key: &Key) -> RecordedScope<'r> {
        self.inside_of(key, &MEMBERS)
    }

    /// The items of some kinds inside of a type that a call or server adds.
    pub(super) fn inside_of(&self, key: &Key, kinds: &[Kind]) -> RecordedScope<'r> {
        let path = [Kind::Struct, Kind::Enum].iter().find_map(|kind| self.record.get(key, *kind)).map(|item| item.path.as_str());
        path.map_or_else(RecordedScope::default, |path| self.inside(path, kinds))
    }
}

impl RecordedScope<'_> {
    /// The name of an item. The function gives its key, from that of what the scope is inside of.
    pub(super) fn inner(&self, key: impl FnOnce(&Key) -> Key) -> Option<Name> {
        self.owner.and_then(|owner| self.name(|| key(owner)))
    }

    /// The name of an item with a key.
    pub(super) fn name(&self, key: impl FnOnce() -> Key) -> Option<Name> {
        if self.names.is_empty() {
            return None;
        }
        let key = key();
        let place = self.names.binary_search_by(|(other, _)| (*other).cmp(&key)).ok()?;
        Name::parse(self.names[place].1)
    }

    /// Both of two scopes that are one.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        self.names.sort();
        self
    }

    /// The keys of all items.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.names.iter().map(|(key, _)| *key)
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| *name)
    }
}

fn named(item: &Item) -> (&Key, &str) {
    (&item.key, item.path.rsplit("::").next().unwrap_or_default())
}
