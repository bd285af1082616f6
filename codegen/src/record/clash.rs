//! `Clash`: lines of a record that cannot be true together, as a merge of two branches leaves them.

use std::collections::BTreeMap;

use super::{Item, Key, Kind};

/// Lines of a record that cannot be true together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Two lines say different things of one item; the first holds.
    Item {
        /// The item.
        key: Key,
        /// Both lines, counted from 1.
        lines: (usize, usize),
    },
    /// Two items have one name.
    Name {
        /// Their path.
        path: String,
        /// The keys of both.
        keys: (Key, Key),
        /// Their lines, counted from 1.
        lines: (usize, usize),
    },
}

/// The lines that say something else of an item than an earlier one. Items are given with their lines, in the order of both.
pub(super) fn of_items(items: &[(usize, Item)]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let mut first = 0;
    for (place, (line, item)) in items.iter().enumerate() {
        let (first_line, first_item) = &items[first];
        if first_item.name() != item.name() {
            first = place;
        } else if !is_same(first_item, item) {
            clashes.push(Clash::Item { key: item.key.clone(), lines: (*first_line, *line) });
        }
    }
    clashes
}

/// Whether two lines say the same of an item. Their facts follow the description and decide nothing.
fn is_same(one: &Item, other: &Item) -> bool {
    *one == Item { facts: one.facts.clone(), ..other.clone() }
}

/// What only one item may be called: in the one namespace of types, where it is lower-cased, or in that of a kind.
type Name = (Option<Kind>, String);

/// The names that two items have, of those that are found by path. What is inside of two types of one name is left out, for it
/// follows from that.
pub(super) fn of_names(items: &[(usize, Item)]) -> Vec<Clash> {
    let mut by_name: BTreeMap<Name, Vec<(usize, &Item)>> = BTreeMap::new();
    for (line, item) in items.iter().filter(|(_, item)| item.kind.is_found_by_path()) {
        by_name.entry(name(item)).or_default().push((*line, item));
    }
    by_name.retain(|_, items| items.iter().any(|(_, item)| item.key != items[0].1.key));
    let is_shared = |path: &str| by_name.contains_key(&(None, path.to_lowercase()));
    let is_inside = |path: &str| path.rsplit_once("::").is_some_and(|(owner, _)| is_shared(owner));
    let clash = |items: &Vec<(usize, &Item)>| {
        let (first, one) = items[0];
        let (second, other) = *items.iter().find(|(_, item)| item.key != one.key)?;
        let keys = (one.key.clone(), other.key.clone());
        Some(Clash::Name { path: other.path.clone(), keys, lines: (first, second) })
    };
    by_name.values().filter(|items| !is_inside(&items[0].1.path)).filter_map(clash).collect()
}

fn name(item: &Item) -> Name {
    match item.kind {
        // The files of types do not differ by case.
        kind if Kind::MODELS.contains(&kind) => (None, item.path.to_lowercase()),
        kind => (Some(kind), item.path.clone()),
    }
}
