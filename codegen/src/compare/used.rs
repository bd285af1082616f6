//! `Used`: the items of a record that programs use.

use std::collections::BTreeSet;

use crate::record::{Item, Key, Kind, Record};

/// The items of a record that programs use: all but those that only tests need, and further places of models.
pub(super) struct Used<'r> {
    pub(super) record: &'r Record,
    only_for_tests: BTreeSet<&'r str>,
}

impl<'r> Used<'r> {
    pub(super) fn of(record: &'r Record) -> Self {
        let only_for_tests = record.items().filter(|item| item.is_only_for_tests());
        Self { record, only_for_tests: only_for_tests.map(|item| item.path.as_str()).collect() }
    }

    /// The items in the order of their keys.
    pub(super) fn items(&self) -> impl Iterator<Item = &'r Item> {
        self.record.items().filter(|item| self.has(item))
    }

    /// Whether programs use an item.
    pub(super) fn has(&self, item: &Item) -> bool {
        let is_of_tests = || {
            let owner = item.path.rsplit_once("::").map_or("", |(owner, _)| owner);
            item.is_only_for_tests() || item.kind == Kind::Field && self.only_for_tests.contains(owner)
        };
        !matches!(item.kind, Kind::Place | Kind::Adopted) && !is_of_tests()
    }

    /// The items of a key and inside of it.
    pub(super) fn inside(&self, key: &Key) -> impl Iterator<Item = &'r Item> {
        self.record.inside(key).filter(|item| self.has(item))
    }
}
