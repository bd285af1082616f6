//! `Record`: the public API of a client, item by item, as it is or as it was when it was last generated.

mod item;
mod key;
mod text;

use std::collections::BTreeMap;

pub use self::item::{Item, Kind};
pub use self::key::{Key, Step};
pub use self::text::RecordError;

/// The public API of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    items: BTreeMap<(Key, Kind), Item>,
    /// The key of each item by its path, for those who know it by that only.
    paths: BTreeMap<(Kind, String), Key>,
}

impl Record {
    /// Adds an item. One that has the same key and kind is replaced and returned.
    pub fn add(&mut self, item: Item) -> Option<Item> {
        self.paths.insert((item.kind, item.path.clone()), item.key.clone());
        self.items.insert((item.key.clone(), item.kind), item)
    }

    /// The items, in the order of their keys.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    /// The items of a kind, in the order of their keys.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items().filter(move |item| item.kind == kind)
    }

    /// The item of a key.
    pub fn get(&self, key: &Key, kind: Kind) -> Option<&Item> {
        self.items.get(&(key.clone(), kind))
    }

    /// The item of a path.
    pub fn at_path(&self, path: &str, kind: Kind) -> Option<&Item> {
        self.get(self.paths.get(&(kind, path.to_owned()))?, kind)
    }
}
