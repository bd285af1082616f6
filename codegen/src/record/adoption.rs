//! `Adoption`: the recorded items that follow the description from now on.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Item, Key, Kind, Record};

/// The recorded items that follow the description from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adoption {
    /// Keys or paths in Rust, as they were given; `all` means every item.
    pub addresses: Vec<String>,
    /// What was adopted earlier, of an API that was released before that.
    pub earlier: BTreeSet<Key>,
    /// The released revision, whose record does not know of adoptions.
    pub revision: Option<String>,
}

/// A record without what was adopted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baseline<'r> {
    /// What is kept.
    pub kept: Cow<'r, Record>,
    /// What is not kept any more.
    pub dropped: Record,
    /// What the next record says of adoptions, if the released one does not know of them.
    pub adopted: Vec<Item>,
}

/// An address that no item has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownAddress {
    /// The address.
    pub address: String,
    /// The addresses of items that resemble it.
    pub nearest: Vec<String>,
}

impl Adoption {
    /// The address of every item.
    pub const ALL: &str = "all";

    /// Whether nothing is adopted.
    pub fn is_none(&self) -> bool {
        self.addresses.is_empty() && self.earlier.is_empty()
    }

    /// Takes what is adopted out of a record. It is addressed by the keys of the record or by those that its items have in the
    /// description by now, which `moved` says. An address that no item has is left alone, and returned.
    pub fn apply(&self, record: &Record, moved: &Record) -> (Baseline<'static>, Vec<UnknownAddress>) {
        let (mut keys, mut unknown) = (self.earlier.clone(), Vec::new());
        for address in &self.addresses {
            if address == Self::ALL {
                keys.extend(Key::parse(Self::ALL));
                continue;
            }
            match moved.find(address).or_else(|nearest| record.find(address).map_err(|_| nearest)) {
                Ok(found) => keys.extend(found.into_iter().map(|item| former_key(item, record))),
                Err(nearest) => unknown.push(UnknownAddress { address: address.clone(), nearest }),
            }
        }
        let (dropped, kept): (Vec<Item>, Vec<Item>) = record.items().cloned().partition(is_dropped(record, &keys));
        let dropped: BTreeSet<(Kind, String)> = dropped.into_iter().map(|item| (item.kind, item.path)).collect();
        let dropped = moved.items().filter(|item| dropped.contains(&(item.kind, item.path.clone()))).cloned();
        let line = |(revision, key): (&String, Key)| Item::new(key, Kind::Adopted, revision);
        let adopted = self.revision.iter().flat_map(|revision| keys.iter().map(move |key| line((revision, key.clone()))));
        let (adopted, dropped) = (adopted.collect(), dropped.collect());
        (Baseline { kept: Cow::Owned(kept.into_iter().collect()), dropped, adopted }, unknown)
    }
}

/// The key that an item had in a record.
fn former_key(item: &Item, record: &Record) -> Key {
    let is_same = |former: &&Item| former.kind == item.kind && former.path == item.path;
    let former = record.get(&item.key, item.kind).filter(is_same).or_else(|| record.items().find(is_same));
    former.map_or_else(|| item.key.clone(), |former| former.key.clone())
}

/// Whether an item is adopted: by its key, inside of one that is, or because it is in Rust inside of a type or module that is.
fn is_dropped(record: &Record, keys: &BTreeSet<Key>) -> impl Fn(&Item) -> bool {
    let is_all = keys.iter().any(|key| key.as_str() == Adoption::ALL);
    let owns = |kind| matches!(kind, Kind::Module | Kind::Struct | Kind::Enum | Kind::Alias);
    let owners = record.items().filter(|item| owns(item.kind) && keys.contains(&item.key));
    let paths: BTreeSet<String> = owners.map(|item| item.path.clone()).collect();
    let keys = keys.clone();
    move |item| {
        let is_in_path = || {
            let ends = item.path.match_indices("::").map(|(end, _)| end).chain([item.path.len()]);
            ends.map(|end| &item.path[..end]).any(|path| paths.contains(path))
        };
        is_all || item.key.ancestors().any(|key| keys.contains(&key)) || !paths.is_empty() && is_in_path()
    }
}

impl Record {
    /// The record as what is to be kept: without what it says of adoptions.
    pub fn into_baseline(self) -> Self {
        let has_adopted = self.of_kind(Kind::Adopted).next().is_some();
        if !has_adopted {
            return self;
        }
        let (clashes, lacks_facts) = (self.clashes, self.lacks_facts);
        let items: Self = self.items.into_iter().filter(|item| item.kind != Kind::Adopted).collect();
        Self { clashes, lacks_facts, ..items }
    }

    /// The keys of what was adopted since a revision was released.
    pub fn adopted_since(&self, revision: &str) -> BTreeSet<Key> {
        self.of_kind(Kind::Adopted).filter(|item| item.path == revision).map(|item| item.key.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    #[test]
    fn what_is_inside_is_adopted_as_well() {
        let (pet, list) = (Key::component("schemas", "Pet"), Key::call("GET", "/pets", None));
        let record: Record = [
            Item::new(pet.clone(), Kind::Struct, "models::Pet"),
            Item::new(pet.then(Step::Property("name")), Kind::Field, "models::Pet::name"),
            Item::new(list.then(Step::Response("200")), Kind::Place, "models::Pet"),
            Item::new(Key::tag("pets"), Kind::Module, "operations::pets"),
            Item::new(list, Kind::Method, "operations::pets::Pets::list"),
            Item::new(Key::component("schemas", "Pets"), Kind::Struct, "models::Pets"),
        ]
        .into_iter()
        .collect();
        let kept = |address: &str| {
            let adoption = Adoption { addresses: vec![address.to_owned()], ..Adoption::default() };
            let (baseline, unknown) = adoption.apply(&record, &record);
            assert_eq!(baseline.kept.items().count() + baseline.dropped.items().count(), 6);
            (baseline.kept.items().map(|item| item.path.clone()).collect::<Vec<_>>(), unknown)
        };
        let rest = ["operations::pets::Pets::list", "operations::pets"];
        assert_eq!(kept("models::Pet").0.len(), 3);
        assert_eq!(kept("tag pets").0.iter().filter(|path| rest.contains(&path.as_str())).count(), 0);
        assert_eq!(kept("#/components/schemas/Pet .name").0.len(), 5);
        assert_eq!(kept("all"), (Vec::new(), Vec::new()));
        let nearest = ["models::Pet", "models::Pets", "models::Pet::name"].map(str::to_owned).to_vec();
        assert_eq!(kept("models::Pett").1, [UnknownAddress { address: "models::Pett".to_owned(), nearest }]);
    }
}
