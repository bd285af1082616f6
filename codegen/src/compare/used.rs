//! `Used`: the items of a record that callers can use.

use std::collections::BTreeSet;

use crate::record::{FactName, Item, Key, Kind, Record};

/// The items of a record that callers can use: without those for tests, those that the settings exclude, and further places of models.
pub(super) struct Used<'r> {
    pub(super) record: &'r Record,
    marks_left_out: bool,
    only_for_tests: BTreeSet<&'r str>,
}

impl<'r> Used<'r> {
    /// Collects the items. Excluded ones are ignored only if both records mark them (`marks_left_out`).
    pub(super) fn of(record: &'r Record, marks_left_out: bool) -> Self {
        let only_for_tests = record.items().filter(|item| item.is_only_for_tests());
        Self { record, marks_left_out, only_for_tests: only_for_tests.map(|item| item.path.as_str()).collect() }
    }

    /// Returns the items in the order of their keys.
    pub(super) fn items(&self) -> impl Iterator<Item = &'r Item> {
        self.record.items().filter(|item| self.has(item))
    }

    /// Returns whether callers can use an item.
    pub(super) fn has(&self, item: &Item) -> bool {
        let is_of_tests = || {
            let owner = item.path.rsplit_once("::").map_or("", |(owner, _)| owner);
            item.is_only_for_tests() || item.kind == Kind::Field && self.only_for_tests.contains(owner)
        };
        let is_left_out = || self.marks_left_out && item.fact(FactName::LeftOut).is_some();
        !matches!(item.kind, Kind::Place | Kind::Adopted) && !is_of_tests() && !is_left_out()
    }

    /// Returns the items with a key and those inside it.
    pub(super) fn inside(&self, key: &Key) -> impl Iterator<Item = &'r Item> {
        self.record.inside(key).filter(|item| self.has(item))
    }
}
