//! `Recorded`: the names that items had when the client was last generated, by the module or type that they are in.

use std::collections::BTreeMap;

use super::{Given, Name};
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Record};

/// The names that items had when the client was last generated.
pub(super) struct Recorded<'r> {
    pub(super) record: &'r Record,
    by_owner: BTreeMap<&'r str, Vec<&'r Item>>,
    given: &'r Given,
}

/// The recorded names in one scope.
#[derive(Default)]
pub(super) struct RecordedScope<'r> {
    /// The key of what the scope is inside of, as it was then.
    owner: Option<&'r Key>,
    /// The names, in the order of the keys.
    names: Vec<(&'r Key, &'r str)>,
    /// The key of what the scope is inside of, as it is now.
    now: Option<Key>,
    /// The names that the settings give.
    given: Option<&'r Given>,
}

/// The names inside of an item: fields with their setters, or variants.
const MEMBERS: [Kind; 3] = [Kind::Field, Kind::Setter, Kind::Variant];

impl<'r> Recorded<'r> {
    pub(super) fn of(record: &'r Record, given: &'r Given) -> Self {
        Self { record, by_owner: record.by_owner(), given }
    }

    /// The name that the settings give to an item.
    pub(super) fn given(&self, key: impl FnOnce() -> Key) -> Option<&'r str> {
        self.given.name(key)
    }

    /// The name that the settings give to a model.
    pub(super) fn given_to_model(&self, key: &Key) -> Option<&'r str> {
        self.given.model(key)
    }

    /// The items of some kinds that were right inside of a module or type.
    pub(super) fn inside(&self, path: &str, kinds: &[Kind]) -> RecordedScope<'r> {
        let items = self.by_owner.get(path).into_iter().flatten();
        let names = items.filter(|item| kinds.contains(&item.kind)).map(|item| named(item)).collect();
        RecordedScope { names, given: Some(self.given), ..RecordedScope::default() }
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
        let model = self.record.model_of_place(key);
        let scope = model.map_or_else(|| self.new_scope(), |model| self.inside(&model.path, kinds));
        RecordedScope { owner: model.map(|model| &model.key), now: Some(key.clone()), ..scope }
    }

    /// The fields, setters and variants of a type that a call or server adds.
    pub(super) fn members_of(&self, key: &Key) -> RecordedScope<'r> {
        self.inside_of(key, &MEMBERS)
    }

    /// The items of some kinds inside of a type that a call or server adds.
    pub(super) fn inside_of(&self, key: &Key, kinds: &[Kind]) -> RecordedScope<'r> {
        let path = [Kind::Struct, Kind::Enum].iter().find_map(|kind| self.record.get(key, *kind)).map(|item| item.path.as_str());
        path.map_or_else(|| self.new_scope(), |path| self.inside(path, kinds))
    }

    /// The scope of something that is new.
    fn new_scope(&self) -> RecordedScope<'r> {
        RecordedScope { given: Some(self.given), ..RecordedScope::default() }
    }
}

impl<'r> RecordedScope<'r> {
    /// The name that the settings give to an item. The function gives its key, from that of what the scope is inside of.
    pub(super) fn given_inside(&self, key: impl FnOnce(&Key) -> Key) -> Option<&'r str> {
        self.now.as_ref().and_then(|now| self.given(|| key(now)))
    }

    /// The name that the settings give to an item with a key.
    pub(super) fn given(&self, key: impl FnOnce() -> Key) -> Option<&'r str> {
        self.given?.name(key)
    }

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
    (&item.key, split(&item.path).1)
}
