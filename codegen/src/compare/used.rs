//! `Used`: the items of a record that programs use.

use std::collections::BTreeSet;

use crate::record::{FactName, Item, Key, Kind, Record};

/// The items of a record that programs use: all but those that only tests need, that the settings leave out, and further places of
/// models.
pub(super) struct Used<'r> {
    pub(super) record: &'r Record,
    marks_left_out: bool,
    only_for_tests: BTreeSet<&'r str>,
}

impl<'r> Used<'r> {
    /// `marks_left_out` is whether both records that are compared say what the settings leave out; if one does not, nothing is.
    pub(super) fn of(record: &'r Record, marks_left_out: bool) -> Self {
        let only_for_tests = record.items().filter(|item| item.is_only_for_tests());
        Self { record, marks_left_out, only_for_tests: only_for_tests.map(|item| item.path.as_str()).collect() }
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
        let is_left_out = || self.marks_left_out && item.fact(FactName::LeftOut).is_some();
        !matches!(item.kind, Kind::Place | Kind::Adopted) && !is_of_tests() && !is_left_out()
    }

    /// The items of a key and inside of it.
    pub(super) fn inside(&self, key: &Key) -> impl Iterator<Item = &'r Item> {
        self.record.inside(key).filter(|item| self.has(item))
    }
}
