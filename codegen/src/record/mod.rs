//! `Record`: the public API of a client, item by item, as it is or as it was when it was last generated.

mod address;
mod adoption;
mod clash;
mod fact;
mod item;
mod key;
mod parse;
pub mod path;
pub(crate) mod recorded_type;
pub mod signature;
mod text;

use std::collections::BTreeMap;

use indexmap::IndexMap;

pub use self::adoption::{Adoption, Baseline, UnknownAddress};
pub use self::clash::Clash;
pub use self::fact::{Fact, FactName};
pub use self::item::{Item, Kind, TEST_FEATURE};
pub use self::key::{Key, Step};
pub use self::parse::RecordError;

/// The public API of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// In the order of their keys and kinds.
    items: Vec<Item>,
    /// The place of the first item of each key.
    by_key: IndexMap<Key, usize>,
    /// The places of items that are found by path: in the order of their kinds and paths.
    by_path: Vec<usize>,
    clashes: Vec<Clash>,
    /// Whether it was read from an earlier format.
    lacks_facts: bool,
}

impl Record {
    /// The record's file, in the client crate.
    pub const FILE: &str = "generated.api";

    /// The items, in the order of their keys.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items of a kind, in the order of their keys.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items().filter(move |item| item.kind == kind)
    }

    /// The item of a key.
    pub fn get(&self, key: &Key, kind: Kind) -> Option<&Item> {
        self.of_key(key).find(|item| item.kind == kind)
    }

    /// Whether there is an item of a key.
    pub fn has(&self, key: &Key) -> bool {
        self.by_key.contains_key(key)
    }

    /// The item of a path, of the kinds for which [`Kind::is_found_by_path`].
    pub fn at_path(&self, path: &str, kind: Kind) -> Option<&Item> {
        let item = |place: &usize| &self.items[*place];
        let place = self.by_path.binary_search_by(|place| (item(place).kind, item(place).path.as_str()).cmp(&(kind, path)));
        place.ok().map(|place| item(&self.by_path[place]))
    }

    /// The model of a key.
    pub fn model(&self, key: &Key) -> Option<&Item> {
        self.of_key(key).find(|item| Kind::MODELS.contains(&item.kind))
    }

    /// The items of a key, one for each kind.
    fn of_key(&self, key: &Key) -> impl Iterator<Item = &Item> {
        let items = self.by_key.get(key).map_or(&[][..], |first| &self.items[*first..]);
        items.iter().take_while(move |item| item.key == items[0].key)
    }

    /// The model of a place: that of its key, or the one that has it among others.
    pub fn model_of_place(&self, key: &Key) -> Option<&Item> {
        self.model(key).or_else(|| {
            let place = self.get(key, Kind::Place)?;
            self.model_at(&place.path)
        })
    }

    /// The model of a path: `models::Pet`.
    pub fn model_at(&self, path: &str) -> Option<&Item> {
        Kind::MODELS.iter().find_map(|kind| self.at_path(path, *kind))
    }

    /// The field for a property in the struct that the constructor of a model takes.
    pub fn required_field(&self, model: &Key, property: &str) -> Option<&Item> {
        self.get(&model.then(Step::Own("required")).then(Step::Property(property)), Kind::Field)
    }

    /// The items of a kind that are right inside the item of a key.
    pub fn parts<'r>(&'r self, owner: &Key, kind: Kind) -> impl Iterator<Item = &'r Item> + use<'r> {
        let prefix = format!("{owner} ");
        let first = self.items.partition_point(|item| item.key.as_str() < prefix.as_str());
        let inside = self.items[first..].iter().map_while(move |item| Some((item.key.as_str().strip_prefix(&prefix)?, item)));
        inside.filter(move |(step, item)| item.kind == kind && !step.contains(' ')).map(|(_, item)| item)
    }

    /// The items of a key, and those inside of it.
    pub fn inside<'r>(&'r self, owner: &Key) -> impl Iterator<Item = &'r Item> + use<'r> {
        let first = self.items.partition_point(|item| item.key < *owner);
        let owner = owner.as_str().to_owned();
        self.items[first..].iter().take_while(move |item| {
            item.key.as_str().strip_prefix(&owner).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    }

    /// The items by the path of the module or type that they are in, each in the order of the keys.
    pub fn by_owner(&self) -> BTreeMap<&str, Vec<&Item>> {
        let owner = |item: &Item| item.path.rfind("::").unwrap_or_default();
        let is_beside = |one: &Item, other: &Item| one.path[..owner(one)] == other.path[..owner(other)];
        let mut owners: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
        for items in self.items.chunk_by(is_beside) {
            owners.entry(&items[0].path[..owner(&items[0])]).or_default().extend(items);
        }
        owners
    }

    /// Whether its items have their facts: those of a record in the first format do not.
    pub fn has_facts(&self) -> bool {
        !self.lacks_facts
    }

    /// What a merge of two branches left in the text that cannot be true together.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }
}

/// Of several items with one key and kind, the first is taken.
impl FromIterator<Item> for Record {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        let mut items: Vec<Item> = items.into_iter().collect();
        items.sort_by(|one, other| one.name().cmp(&other.name()));
        items.dedup_by(|later, first| later.name() == first.name());
        Self::sorted(items, Vec::new())
    }
}

impl Record {
    /// A record of items in their order, of which no two have one name.
    fn sorted(items: Vec<Item>, clashes: Vec<Clash>) -> Self {
        let mut by_path: Vec<usize> = (0..items.len()).filter(|place| items[*place].kind.is_found_by_path()).collect();
        let path = |place: &usize| (items[*place].kind, items[*place].path.as_str());
        by_path.sort_by(|one, other| path(one).cmp(&path(other)));
        let mut by_key = IndexMap::with_capacity(items.len());
        for (place, item) in items.iter().enumerate().filter(|(place, item)| *place == 0 || items[place - 1].key != item.key) {
            by_key.insert(item.key.clone(), place);
        }
        Self { items, by_key, by_path, clashes, lacks_facts: false }
    }
}
