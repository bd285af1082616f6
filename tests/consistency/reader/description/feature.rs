//! Features: which groups, and which models with them, can be left out of a build.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::Description;
use super::group::{Group, tag};
use super::object::{entries, text};
use super::operation::METHODS;

/// The conditions on the declarations of groups and models.
pub(crate) struct Features {
    groups: BTreeSet<String>,
    /// The groups that need each schema, those aside that are always there.
    schemas: BTreeMap<String, BTreeSet<String>>,
}

impl<'d> Description<'d> {
    /// The features of the description's groups. A client of one group has none.
    pub(crate) fn features(&self, tags: &'d [Value], paths: &[(&str, &'d Value)]) -> Features {
        let mut groups = BTreeSet::new();
        let mut schemas: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (operation, shared) in paths.iter().flat_map(|(_, item)| operations(self.resolve(item))) {
            let group = Group::of(tag(operation), tags).module;
            let mut needed = BTreeSet::new();
            [operation, shared].into_iter().for_each(|value| self.models_in(value, &mut needed));
            needed.into_iter().for_each(|schema| _ = schemas.entry(schema).or_default().insert(group.clone()));
            groups.insert(group);
        }
        if groups.len() < 2 {
            return Features { groups: BTreeSet::new(), schemas: BTreeMap::new() };
        }
        // Models that no call needs, and the models in them, have a separate feature.
        let mut others = BTreeSet::new();
        for place in self.places.values().filter(|place| !schemas.contains_key(&place.rust)) {
            self.models_in(place.schema, &mut others);
        }
        let needed_by_all = schemas.iter().filter(|(_, needed_by)| needed_by.len() == groups.len());
        let always: BTreeSet<String> = needed_by_all.map(|(name, _)| name.clone()).collect();
        others.into_iter().for_each(|name| _ = schemas.entry(name).or_default().insert("other_models".to_owned()));
        schemas.retain(|name, _| !always.contains(name));
        Features { groups, schemas }
    }

    /// Adds the models that a value is, holds or leads to.
    fn models_in(&self, value: &'d Value, found: &mut BTreeSet<String>) {
        self.collect(value, found, &mut BTreeSet::new());
    }

    fn collect(&self, value: &'d Value, found: &mut BTreeSet<String>, seen: &mut BTreeSet<*const Value>) {
        if !seen.insert(value) {
            return;
        }
        found.extend(self.place(value).map(|place| place.rust.clone()));
        match value {
            Value::Mapping(entries) => {
                if let Some((target, _)) = value.get("$ref").and_then(|reference| self.follow(text(reference))) {
                    self.collect(target, found, seen);
                }
                entries.iter().filter(|(key, _)| *key != "examples").for_each(|(_, value)| self.collect(value, found, seen));
            }
            Value::Sequence(items) => items.iter().for_each(|item| self.collect(item, found, seen)),
            _ => {}
        }
    }
}

/// The operations of a path, each with the parameters that all of them share.
fn operations(item: &Value) -> Vec<(&Value, &Value)> {
    let shared = item.get("parameters").unwrap_or(&Value::Null);
    entries(item).into_iter().filter(|(key, _)| METHODS.contains(key)).map(|(_, operation)| (operation, shared)).collect()
}

impl Features {
    /// The condition on a group.
    pub(crate) fn of_group(&self, module: &str) -> String {
        spelled(self.groups.iter().filter(|group| *group == module))
    }

    /// The condition on a model.
    pub(crate) fn of_model(&self, name: &str) -> String {
        spelled(self.schemas.get(name).into_iter().flatten())
    }
}

fn spelled<'g>(groups: impl Iterator<Item = &'g String>) -> String {
    let features: Vec<String> = groups.map(|group| format!("feature=\"{}\"", group.replace('_', "-"))).collect();
    match features.as_slice() {
        [] => "public".to_owned(),
        [feature] => format!("public, cfg({feature})"),
        features => format!("public, cfg(any({}))", features.join(",")),
    }
}
