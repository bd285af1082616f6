//! The names of groups: modules, and the client's methods that give their handles.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::claim::{Candidates, Claim};
use super::letters::Scripts;
use super::method_path::parse_method_path;
use super::reserved::{Space, UNTAGGED};
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Api, Operation};
use crate::diagnostic::Diagnostics;
use crate::document::Tag;
use crate::record::{Key, Kind, Record};
use crate::share::call_key::key;

/// A group whose calls are still to be named.
pub(super) struct Group {
    pub(super) key: Key,
    pub(super) tag: Option<String>,
    pub(super) module: Name,
    pub(super) handle: Option<Name>,
    /// The operations, by their places in the API.
    pub(super) operations: Vec<usize>,
}

/// The methods that calls of the description had when the client was last generated, by the module of their group.
pub(super) type Methods = BTreeMap<Option<String>, BTreeMap<Key, Name>>;

/// Collects the recorded methods of the calls that there still are.
pub(super) fn recorded(api: &Api, record: &Record) -> Methods {
    let mut methods = Methods::new();
    for key in api.operations.iter().flat_map(keys) {
        let Some(item) = record.get(&key, Kind::Method) else { continue };
        let Some((module, method)) = parse_method_path(&item.path) else { continue };
        let names = methods.entry(module.map(str::to_owned)).or_default();
        names.extend(Name::parse(method).map(|name| (key, name)));
    }
    methods
}

/// The keys of an operation and its variants.
fn keys(operation: &Operation) -> impl Iterator<Item = Key> {
    let variants = operation.variants.iter().flat_map(|variants| &variants.calls).map(Some);
    std::iter::once(None).chain(variants).map(|variant| key(operation, variant))
}

/// Names the groups, in the order of their modules.
///
/// A group keeps the module that its calls had when the client was last generated, as long as the description still gives it
/// that name, or did before it got a number. No other group gets that module, nor the name of a recorded method of the client.
pub(super) fn claim(api: &Api, record: &Record, methods: &Methods, diagnostics: &mut Diagnostics) -> Vec<Group> {
    let documented: BTreeMap<&str, &Tag> = api.tags.iter().map(|tag| (tag.name.as_str(), tag)).collect();
    let documented = |tag: &str| documented.get(tag).copied();
    let mut by_tag: IndexMap<Option<&str>, Vec<usize>> = IndexMap::new();
    for (index, operation) in api.operations.iter().enumerate() {
        by_tag.entry(tag(operation, record, documented)).or_default().push(index);
    }
    let mut scope = Scope::new(|text, _| spelling::module(text)).without(Space::Group);
    methods.get(&None).into_iter().flat_map(BTreeMap::values).for_each(|name| scope.reserve(name.as_str()));
    let candidates = |tag, operations: &[usize]| {
        let documented = documented(tag);
        let at = documented.map_or_else(|| api.operations[operations[0]].at, |tag| tag.at);
        Candidates::of(tag, at).or_explicit(documented.and_then(|tag| tag.rust_name.as_deref()))
    };
    let mut kept: BTreeMap<&str, Claim> = BTreeMap::new();
    for (tag, operations) in by_tag.iter().filter_map(|(tag, operations)| Some(((*tag)?, operations))) {
        let candidates = candidates(tag, operations);
        let derived = spelling::module(candidates.explicit.unwrap_or(tag));
        let mut modules = operations.iter().filter_map(|index| module(&api.operations[*index], record));
        let module = modules.find(|module| derived.is_or_was_numbered(module));
        kept.extend(module.and_then(|module| scope.keep(module, &candidates)).map(|claim| (tag, claim)));
    }
    methods.keys().flatten().for_each(|module| scope.reserve(module));
    let mut groups: Vec<Group> = Vec::new();
    for (tag, operations) in by_tag {
        let claim =
            tag.map(|tag| kept.remove(tag).unwrap_or_else(|| scope.claim(candidates(tag, &operations), diagnostics)).name);
        let handle = claim.as_ref().map(|module| spelling::type_name(module.as_str(), &Scripts::default()));
        let module = claim.unwrap_or_else(|| Name::literal(UNTAGGED));
        let key = tag.map_or_else(Key::untagged, Key::tag);
        groups.push(Group { key, tag: tag.map(str::to_owned), module, handle, operations });
    }
    groups.sort_by(|left, right| left.module.cmp(&right.module));
    groups
}

/// The tag that an operation's group is named after: the first, or the one that it had when it was last generated, as long
/// as it still has it.
fn tag<'o, 't>(operation: &'o Operation, record: &Record, documented: impl Fn(&str) -> Option<&'t Tag>) -> Option<&'o str> {
    let recorded = module(operation, record);
    let is_recorded = |tag: &&String| {
        let explicit = documented(tag).and_then(|tag| tag.rust_name.as_deref());
        let derived = spelling::module(explicit.unwrap_or(tag));
        recorded.as_ref().is_some_and(|module| derived.is_or_was_numbered(module))
    };
    operation.tags.iter().find(is_recorded).or(operation.tags.first()).map(String::as_str)
}

/// The module of the group that an operation was in when the client was last generated.
fn module(operation: &Operation, record: &Record) -> Option<Name> {
    keys(operation).find_map(|key| Name::parse(parse_method_path(&record.get(&key, Kind::Method)?.path)?.0?))
}
