//! The names of groups: modules, and the client's methods that give their handles.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::claim::Candidates;
use super::letters::Scripts;
use super::method_path::{CLIENT, GROUPS, group_of_method};
use super::recorded::Recorded;
use super::reserved::{Space, UNTAGGED};
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Api, Operation};
use crate::diagnostic::Diagnostics;
use crate::document::Tag;
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Record};
use crate::share::call_key::{self, key};

/// A group whose calls are still to be named.
pub(super) struct Group {
    pub(super) key: Key,
    pub(super) tag: Option<String>,
    pub(super) module: Name,
    pub(super) handle: Option<Name>,
    /// What had the methods of its calls when the client was last generated, by its path.
    pub(super) recorded_owner: Option<String>,
    /// The operations, by their places in the API.
    pub(super) operations: Vec<usize>,
}

/// The recorded method of an operation, or of the first of its variants.
fn method<'r>(operation: &Operation, record: &'r Record) -> Option<&'r Item> {
    let variants = operation.variants.iter().flat_map(|variants| &variants.calls).map(Some);
    let keys = std::iter::once(None).chain(variants).map(|variant| key(operation, variant));
    keys.into_iter().find_map(|key| record.get(&key, Kind::Method))
}

/// Names the groups, in the order of their modules.
///
/// An operation stays in the group that it was in when the client was last generated, whatever its tags are.
pub(super) fn claim(api: &Api, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<Group> {
    let record = recorded.record;
    let tags: BTreeMap<&str, &Tag> = api.tags.iter().map(|tag| (tag.name.as_str(), tag)).collect();
    let mut operations: IndexMap<Option<String>, Vec<usize>> = IndexMap::new();
    for (index, operation) in api.operations.iter().enumerate() {
        operations.entry(tag(operation, record, &tags)).or_default().push(index);
    }
    let left_out = call_key::left_out(api);
    for tag in empty(recorded, &left_out) {
        operations.entry(Some(tag)).or_default();
    }
    let methods = |operations: &[usize]| operations.iter().find_map(|index| method(&api.operations[*index], record));
    let modules = recorded.inside(GROUPS.trim_end_matches("::"), &[Kind::Module]).and(recorded.inside(CLIENT, &[Kind::Method]));
    let candidates = |(tag, operations): (&'_ Option<String>, &Vec<usize>)| {
        let tag = tag.as_deref()?;
        let documented = tags.get(tag);
        let first = || operations.first().map_or(api.at, |first| api.operations[*first].at);
        let at = documented.map_or_else(first, |tag| tag.at);
        let of_method = methods(operations).and_then(|item| Name::parse(group_of_method(&item.path)?));
        let former = of_method.or_else(|| modules.name(|| Key::tag(tag)));
        let given = recorded.given(|| Key::tag(tag)).map(str::to_owned);
        Some((tag.to_owned(), given.or_else(|| documented.and_then(|tag| tag.rust_name.clone())), former, at))
    };
    let named: Vec<_> = operations.iter().filter_map(candidates).collect();
    let items = named
        .iter()
        .map(|(tag, explicit, former, at)| Candidates::of(tag, *at).or_explicit(explicit.as_deref()).or_recorded(former.clone()));
    let mut scope = Scope::new(|text, _| spelling::module(text)).without(Space::Group);
    let mut claims = scope.claim_all(items.collect(), &modules, diagnostics).into_iter();
    let mut groups: Vec<Group> = Vec::new();
    for (tag, operations) in operations {
        let key = tag.as_deref().map_or_else(Key::untagged, Key::tag);
        let module = tag.as_ref().and_then(|_| claims.next()).map(|claim| claim.name);
        let handle = module.as_ref().map(|module| {
            let former = record.get(&key, Kind::Struct).and_then(|item| Name::parse(split(&item.path).1));
            former.unwrap_or_else(|| spelling::type_name(module.as_str(), &Scripts::default()))
        });
        let owner = methods(&operations).map(|item| split(&item.path).0.to_owned());
        let of_group = || match &tag {
            Some(_) => record.get(&key, Kind::Struct).map(|item| item.path.clone()),
            None => Some(CLIENT.to_owned()),
        };
        let recorded_owner = owner.or_else(of_group);
        let module = module.unwrap_or_else(|| Name::literal(UNTAGGED));
        groups.push(Group { key, tag, module, handle, recorded_owner, operations });
    }
    groups.sort_by(|left, right| left.module.cmp(&right.module));
    groups
}

/// The tags of the recorded groups, without those whose calls the settings leave out.
fn empty(recorded: &Recorded<'_>, left_out: &BTreeSet<Key>) -> Vec<String> {
    let record = recorded.record;
    let groups = record.of_kind(Kind::Module).filter_map(|item| match item.key.words().as_slice() {
        [word, tag] if word == "tag" => Some((&item.key, tag.clone())),
        _ => None,
    });
    let is_left_out = |key: &Key| {
        let handle = record.get(key, Kind::Struct);
        let methods = handle.map(|handle| recorded.inside(&handle.path, &[Kind::Method])).unwrap_or_default();
        methods.keys().any(|call| left_out.contains(&call.root()))
    };
    groups.filter(|(key, _)| !is_left_out(key)).map(|(_, tag)| tag).collect()
}

/// The tag that an operation's group is named after: that of the group that it was in when the client was last generated, else the first.
fn tag(operation: &Operation, record: &Record, tags: &BTreeMap<&str, &Tag>) -> Option<String> {
    let Some(method) = method(operation, record) else { return operation.tags.first().cloned() };
    let module = group_of_method(&method.path)?;
    let group = record.at_path(&format!("{GROUPS}{module}"), Kind::Module).map(|item| item.key.words());
    if let Some([_, tag]) = group.as_deref().filter(|words| words[0] == "tag") {
        return Some(tag.clone());
    }
    // A lock of an older format says nothing of tags.
    let is_recorded = |tag: &&String| {
        let explicit = tags.get(tag.as_str()).and_then(|tag| tag.rust_name.as_deref());
        Name::parse(module).is_some_and(|module| spelling::module(explicit.unwrap_or(tag)).is_or_was_numbered(&module))
    };
    operation.tags.iter().find(is_recorded).cloned().or_else(|| Some(module.to_owned()))
}
