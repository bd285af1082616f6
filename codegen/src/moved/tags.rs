//! Groups whose tag was renamed.

use std::collections::{BTreeMap, BTreeSet};

use super::calls;
use super::renames::Renames;
use crate::api::Api;
use crate::record::{Key, Kind, Record};
use crate::share::call_key;

/// Finds the tags that are gone, and whose calls all have the same new tag, which has no call of another recorded tag.
pub(super) fn find(record: &Record, api: &Api, renames: &mut Renames) {
    let groups: BTreeMap<&str, &Key> = record
        .of_kind(Kind::Module)
        .filter(|item| item.key.as_str().starts_with("tag "))
        .filter_map(|item| Some((item.path.strip_prefix("operations::")?, &item.key)))
        .collect();
    let first = |tags: &[String]| tags.first().map(|tag| Key::tag(tag));
    let tags: BTreeSet<Key> = api.operations.iter().flat_map(|operation| &operation.tags).map(|tag| Key::tag(tag)).collect();
    let gone: BTreeSet<&Key> = groups.values().copied().filter(|key| !tags.contains(key)).collect();
    if gone.is_empty() {
        return;
    }
    let present: BTreeMap<Key, Option<Key>> =
        api.operations.iter().map(|operation| (call_key::key(operation, None), first(&operation.tags))).collect();
    let mut changes: BTreeSet<(&Key, Option<Key>)> = BTreeSet::new();
    for call in calls::of(record) {
        let group = call.path.strip_prefix("operations::").and_then(|path| groups.get(path.split("::").next()?));
        let now = present.get(&renames.key(&call.key.root(), Kind::Method));
        changes.extend(group.zip(now).map(|(group, now)| (*group, now.clone())));
    }
    let is_only = |(from, to): &&(&Key, Option<Key>)| {
        changes.iter().filter(|(other, _)| other == from).count() == 1
            && changes.iter().filter(|(_, other)| other == to).count() == 1
    };
    for (from, to) in changes.iter().filter(is_only) {
        if let Some(to) = to.as_ref().filter(|to| gone.contains(from) && record.get(to, Kind::Module).is_none()) {
            renames.item((*from).clone(), to.clone());
        }
    }
}
