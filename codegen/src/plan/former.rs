//! Earlier names of types, methods and groups, which stay as deprecated aliases beside the present ones.

use std::collections::{BTreeMap, BTreeSet};

use super::group::Group;
use super::handle::GroupHandle;
use super::model::Model;
use super::operation::Operation;
use crate::names::method_path::{CLIENT, GROUPS, group_of_method, model_path};
use crate::names::reserved::{Space, is_reserved};
use crate::names::{CallNames, GroupNames, Name};
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Record, Step};

/// An earlier name of a type: `#[deprecated] pub type Old = New;`.
#[derive(Clone, Debug, PartialEq)]
pub struct FormerType {
    /// The key of the type.
    pub key: Key,
    /// The earlier name.
    pub name: Name,
    /// The present one.
    pub target: Name,
    /// Whether the type bears `#[deprecated]`.
    pub is_deprecated: bool,
    /// The features of which one has to be on for it to be there.
    pub features: Vec<String>,
}

/// The kinds of types.
const TYPES: [Kind; 3] = [Kind::Struct, Kind::Enum, Kind::Alias];

/// The paths that items had.
#[derive(Default)]
pub(super) struct Former<'r> {
    /// The record, and what was adopted of it.
    records: Vec<&'r Record>,
    /// The earlier names that the record has, by the keys of their items.
    recorded: BTreeMap<Key, Vec<&'r Item>>,
}

impl<'r> Former<'r> {
    /// The paths of a record, and of what was adopted of it. Earlier names that were adopted are gone.
    pub(super) fn of(record: &'r Record, adopted: &'r Record) -> Self {
        let mut recorded: BTreeMap<Key, Vec<&Item>> = BTreeMap::new();
        for item in record.items().filter(|item| matches!(item.kind, Kind::Alias | Kind::Method | Kind::Module)) {
            if let Some(key) = item.key.before_former() {
                recorded.entry(key).or_default().push(item);
            }
        }
        Self { records: vec![record, adopted], recorded }
    }

    /// The paths that an item had, of the given kinds.
    fn paths(&self, key: &Key, kinds: &[Kind]) -> Vec<&'r str> {
        let own = self.records.iter().flat_map(|record| kinds.iter().filter_map(|kind| record.get(key, *kind)));
        let recorded = self.recorded.get(key).into_iter().flatten().copied().filter(|item| kinds.contains(&item.kind));
        own.chain(recorded).map(|item| item.path.as_str()).collect()
    }

    /// Earlier names of models, as far as they are free.
    pub(super) fn models(&self, models: &[Model]) -> Vec<FormerType> {
        let mut taken: BTreeSet<Name> = models.iter().flat_map(Model::declared).cloned().collect();
        let mut found = Vec::new();
        for model in models {
            let current = model_path(model.name().as_str());
            let keys = std::iter::once(&model.key).chain(&model.other_places);
            let paths = keys.flat_map(|key| self.paths(key, &TYPES)).filter(|path| *path != current);
            let names = paths.filter_map(|path| Name::parse(path.strip_prefix("models::")?));
            for name in names.filter(|name| taken.insert(name.clone())) {
                let (key, target, features) = (model.key.clone(), model.name().clone(), model.features.clone());
                found.push(FormerType { key, name, target, is_deprecated: model.item.is_deprecated(), features });
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        found
    }

    /// Earlier names of the types of a group, as far as they are free.
    pub(super) fn types(&self, group: &Group) -> Vec<FormerType> {
        let types = group.operations.iter().flat_map(Operation::own_types);
        let handle = match &group.handle {
            GroupHandle::Tag(handle) => Some((group.key.clone(), handle)),
            GroupHandle::Client => None,
        };
        let types: Vec<(Key, &Name)> = types.chain(handle).collect();
        let mut taken: BTreeSet<Name> = types.iter().map(|(_, name)| (*name).clone()).collect();
        let modules: Vec<&Name> = group.former_modules.iter().chain([&group.module]).collect();
        let mut found = Vec::new();
        for (key, target) in types {
            let names = self.paths(&key, &TYPES).into_iter().filter_map(|path| {
                let (module, name) = path.strip_prefix(GROUPS)?.split_once("::")?;
                modules.iter().any(|known| known.as_str() == module).then(|| Name::parse(name))?
            });
            for name in names.filter(|name| taken.insert(name.clone())) {
                let (key, target) = (key.clone(), target.clone());
                found.push(FormerType { key, name, target, is_deprecated: false, features: Vec::new() });
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        found
    }

    /// Earlier names of the method of a call, as far as they are free among the methods of its group.
    pub(super) fn methods(&self, call: &CallNames, groups: &[GroupNames]) -> Vec<Name> {
        let paths: Vec<&str> = self.paths(&call.key, &[Kind::Method]);
        if paths.iter().all(|path| split(path).1 == call.method.name.as_str()) {
            return Vec::new();
        }
        let Some(group) = groups.iter().find(|group| group.calls.iter().any(|other| other.key == call.key)) else {
            return Vec::new();
        };
        let is_taken = |name: &Name| {
            let is_of_client = group.handle.is_none()
                && (is_reserved(Space::ClientMethod, name.as_str()) || groups.iter().any(|group| group.module == *name));
            is_of_client || group.calls.iter().any(|other| other.method.name == *name)
        };
        let is_of_group = |path: &&&str| match group_of_method(path) {
            Some(module) => module == group.module.as_str() || self.modules(group).contains(&module),
            None => group.handle.is_none() && path.starts_with(CLIENT),
        };
        let names = paths.iter().filter(is_of_group).filter_map(|path| Name::parse(split(path).1));
        let mut names: Vec<Name> = names.filter(|name| !is_taken(name)).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Earlier names of a group, as far as they are free.
    pub(super) fn group(&self, group: &GroupNames, groups: &[GroupNames]) -> Vec<Name> {
        let is_taken = |name: &Name| {
            let methods = groups.iter().filter(|group| group.handle.is_none()).flat_map(|group| &group.calls);
            let mut methods = methods.map(|call| &call.method.name);
            is_reserved(Space::Group, name.as_str())
                || groups.iter().any(|group| group.module == *name)
                || methods.any(|other| other == name)
        };
        let mut names: Vec<Name> =
            self.modules(group).into_iter().filter_map(Name::parse).filter(|name| !is_taken(name)).collect();
        names.sort();
        names.dedup();
        names
    }

    /// The modules that a group had.
    fn modules(&self, group: &GroupNames) -> Vec<&'r str> {
        let paths = self.paths(&group.key, &[Kind::Module]).into_iter();
        paths.filter_map(|path| path.strip_prefix(GROUPS)).filter(|module| *module != group.module.as_str()).collect()
    }
}

impl Operation {
    /// The types that the call has for itself, with their keys.
    fn own_types(&self) -> Vec<(Key, &Name)> {
        let own = |word| self.key.then(Step::Own(word));
        let mut types = vec![(own("request"), &self.request), (own("error"), &self.error)];
        types.extend(self.required.iter().map(|name| (own("required"), name)));
        types.extend(self.output_enum.iter().map(|output| (own("output"), &output.name)));
        types.extend(self.body_choice().map(|choice| (own("body"), &choice.name)));
        types.extend(self.event_enum().map(|events| (events.key.clone(), &events.name)));
        types
    }
}
