//! `Former`: a recorded model that is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::renames::Renames;
use super::shape::{Shape, words};
use super::site::Site;
use crate::record::path::{MODELS, models_in, split};
use crate::record::{Item, Key, Kind, Record};

/// A recorded model that is gone.
pub(super) struct Former<'r> {
    pub(super) item: &'r Item,
    pub(super) shape: Shape,
    pub(super) words: BTreeSet<String>,
    /// The items with its type.
    users: Vec<(&'r Key, Kind)>,
}

impl Former<'_> {
    /// The sites that refer to it, by the keys that they have by now.
    pub(super) fn sites(&self, renames: &Renames) -> BTreeSet<Site> {
        self.users.iter().map(|(key, kind)| Site::of(&renames.key(key, *kind))).collect()
    }
}

/// The recorded models of which no place is left, but for those that the settings leave out.
pub(super) fn gone<'r>(record: &'r Record, present: &BTreeSet<&str>, left_out: &BTreeSet<Key>) -> Vec<Former<'r>> {
    let is_gone = |item: &&Item| {
        let is_model = item.path.starts_with(MODELS) && item.path[MODELS.len()..].find("::").is_none();
        is_model && !present.contains(item.path.as_str()) && !left_out.contains(&item.key.root())
    };
    let models = record.items().filter(|item| matches!(item.kind, Kind::Struct | Kind::Enum)).filter(is_gone);
    let former = |item: &'r Item| {
        let is_own = item.key.as_str().ends_with(" own required");
        let shape = Shape::recorded(item, record).filter(|_| !is_own)?;
        Some(Former { item, shape, words: words(split(&item.path).1), users: vec![(&item.key, item.kind)] })
    };
    let mut gone: Vec<Former<'r>> = models.filter_map(former).collect();
    if gone.is_empty() {
        return gone;
    }
    let by_path: BTreeMap<&str, usize> =
        gone.iter().enumerate().map(|(index, former)| (former.item.path.as_str(), index)).collect();
    for item in record.items().filter(|item| item.kind != Kind::Argument) {
        let place = Some(item.path.as_str()).filter(|_| item.kind == Kind::Place);
        for path in place.into_iter().chain(mentioned(&item.ty)) {
            if let Some(index) = by_path.get(path) {
                gone[*index].users.push((&item.key, item.kind));
            }
        }
    }
    gone
}

/// The models that a type mentions, by their paths.
pub(super) fn mentioned(ty: &str) -> impl Iterator<Item = &str> {
    models_in(ty).map(|place| &ty[place])
}
