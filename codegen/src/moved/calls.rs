//! Calls whose path changed.

use std::collections::{BTreeMap, BTreeSet};

use super::renames::Renames;
use super::shape::{squashed, words};
use crate::api::path::PathTemplate;
use crate::api::{Api, Operation};
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Record, Step};
use crate::share::call_key;

/// A recorded call that is gone.
struct Gone<'r> {
    key: Key,
    method: &'r Item,
    path: PathTemplate,
}

/// Whether a recorded call and an operation are the same.
type IsSame = dyn Fn(&Gone<'_>, &Operation) -> bool;

/// Finds the calls that have another path under the same operationId, or only other names of its parameters.
pub(super) fn find(record: &Record, api: &Api, renames: &mut Renames) {
    let key = |operation: &Operation| call_key::key(operation, None);
    let present: BTreeSet<Key> = api.operations.iter().map(key).collect();
    let recorded: BTreeMap<Key, &Item> = of(record).map(|item| (item.key.root(), item)).collect();
    let left_out = call_key::left_out(api);
    let mut gone: Vec<Gone<'_>> = recorded
        .iter()
        .filter(|(key, _)| !present.contains(key) && !left_out.contains(key))
        .filter_map(|(key, method)| {
            let path = PathTemplate::parse(key.words().get(1)?).ok()?;
            Some(Gone { key: key.clone(), method, path })
        })
        .collect();
    let mut new: Vec<&Operation> = api.operations.iter().filter(|operation| !recorded.contains_key(&key(operation))).collect();
    let is_same: [&IsSame; 3] = [
        &|gone, new| gone.key.words().first() == Some(&new.method) && gone.path.outline() == new.path.outline(),
        &|gone, new| new.id.as_deref().is_some_and(|id| squashed(id) == squashed(split(&gone.method.path).1)),
        &|gone, new| new.id.as_deref().is_some_and(|id| is_named_after(gone.method, id)),
    ];
    for is_same in is_same {
        for (gone, new) in pairs(&gone, &new, is_same) {
            let to = key(new);
            rename_parameters((&gone.key, &to), &gone.path, &new.path, renames);
            renames.item(gone.key.clone(), to);
        }
        gone.retain(|gone| renames.key(&gone.key, Kind::Method) == gone.key);
        let found: BTreeSet<Key> = recorded.keys().map(|key| renames.key(key, Kind::Method)).collect();
        new.retain(|new| !found.contains(&key(new)));
    }
}

/// The methods of calls.
pub(super) fn of(record: &Record) -> impl Iterator<Item = &Item> {
    let is_call = |item: &&Item| {
        let is_method = item.path.starts_with("operations::") || item.path.starts_with("Client::");
        is_method && record.get(&item.key.then(Step::Own("request")), Kind::Struct).is_some()
    };
    record.of_kind(Kind::Method).filter(is_call)
}

/// The pairs of which neither side is the same as another one.
fn pairs<'a, 'r>(gone: &'a [Gone<'r>], new: &[&'a Operation], is_same: &IsSame) -> Vec<(&'a Gone<'r>, &'a Operation)> {
    let found = gone.iter().filter_map(|gone| {
        let mut same = new.iter().filter(|new| is_same(gone, new));
        same.next().filter(|_| same.next().is_none()).map(|new| (gone, *new))
    });
    found.filter(|(_, new)| gone.iter().filter(|gone| is_same(gone, new)).count() == 1).collect()
}

/// Whether a method has the words of an id but for those of its group.
fn is_named_after(method: &Item, id: &str) -> bool {
    let (owner, name) = split(&method.path);
    let group = split(owner).1;
    let (name, group) = (words(name), words(group));
    let is_of_group =
        |word: &String| group.iter().any(|of_group| of_group.starts_with(word.as_str()) || word.starts_with(of_group));
    let id = words(id);
    name.iter().all(|word| id.contains(word)) && id.iter().filter(|word| !name.contains(*word)).all(is_of_group)
}

/// Renames the path parameters by their places.
fn rename_parameters(keys: (&Key, &Key), from: &PathTemplate, to: &PathTemplate, renames: &mut Renames) {
    let names =
        |path: &PathTemplate| path.parameters().into_iter().map(|parameter| parameter.name.clone()).collect::<Vec<String>>();
    let (from, to) = (names(from), names(to));
    if from.len() == to.len() {
        let renamed = from.iter().zip(&to).filter(|(from, to)| from != to && !to.is_empty());
        renamed.for_each(|(from, to)| renames.parameter(keys, ("path", from), ("path", to)));
    }
}
