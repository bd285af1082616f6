//! What locks of format 1 say of the client's public API, which a record of its own says today.

use std::collections::{BTreeMap, BTreeSet};

use super::Facts;
use crate::names::method_path::{CLIENT, GROUPS, constructor_path, handle_path};
use crate::names::reserved::UNTAGGED;
use crate::names::{Scripts, spelling};
use crate::record::{Item, Key, Kind, Record};
use crate::text::unescape;

/// What precedes the name of a feature in the entries of the manifest.
const FEATURE: &str = "features.";

/// The items that the lines of a lock name, so far.
#[derive(Default)]
pub(super) struct Former {
    items: BTreeMap<Key, Item>,
    modules: BTreeSet<String>,
}

impl Former {
    /// Reads `NewPet(name, owner)`: the order in which a constructor takes its properties.
    pub(super) fn constructor(&mut self, text: &str) -> Option<Result<(), String>> {
        let (model, properties) = text.strip_suffix(')')?.split_once('(')?;
        let path = constructor_path(model);
        Some(self.add(Item::new(Key::rust(&path), Kind::Constructor, path).taking(names(properties)?)))
    }

    /// Reads `POST /cloud-function/{name}/job/ invoke = cloud_functions.invoke(name, data)`: how a call is written.
    pub(super) fn operation(&mut self, text: &str) -> Option<Result<(), String>> {
        let (operation, call) = text.split_once(" = ")?;
        let words: Vec<String> = operation.split(' ').map(unescape).collect::<Option<_>>()?;
        let key = match &words[..] {
            [method, path] => Key::call(method, path, None),
            [method, path, variant] => Key::call(method, path, Some(variant)),
            _ => return None,
        };
        let (function, arguments) = call.strip_suffix(')')?.split_once('(')?;
        let (group, method) = match function.split_once('.') {
            Some((group, method)) => (Some(unescape(group)?), unescape(method)?),
            None => (None, unescape(function)?),
        };
        let handle = |module: &String| handle_path(module, spelling::type_name(module, &Scripts::default()).as_str());
        let path = format!("{}::{method}", group.as_ref().map_or(CLIENT.to_owned(), handle));
        self.modules.insert(group.clone().unwrap_or_else(|| UNTAGGED.to_owned()));
        Some(self.add(Item::new(key, Kind::Method, path).taking(names(arguments)?)))
    }

    /// All of it, with the modules and features that follow from the rest of the lock.
    pub(super) fn into_record(self, facts: &Facts) -> Record {
        let modules = self.modules.iter().map(|module| (Kind::Module, format!("{GROUPS}{module}")));
        let features = facts.manifest.keys().filter_map(|entry| entry.strip_prefix(FEATURE));
        let rest = modules.chain(features.map(|feature| (Kind::Feature, feature.to_owned())));
        let rest: Vec<Item> = rest.map(|(kind, path)| Item::new(Key::rust(&path), kind, path)).collect();
        self.items.into_values().chain(rest).collect()
    }

    fn add(&mut self, item: Item) -> Result<(), String> {
        let key = item.key.to_string();
        match self.items.insert(item.key.clone(), item) {
            None => Ok(()),
            Some(_) => Err(format!("a second line for `{key}`")),
        }
    }
}

/// Reads `name, data`.
fn names(text: &str) -> Option<Vec<String>> {
    if text.is_empty() { Some(Vec::new()) } else { text.split(", ").map(unescape).collect() }
}
