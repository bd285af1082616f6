//! `Given`: the names that the settings give to items.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use crate::record::{Item, Key, Kind, Record};

/// An item that is given a name. The model of a value that is described where it is used has the key of the field or argument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The key.
    pub key: Key,
    /// Whether it is the model.
    pub is_model: bool,
}

impl Named {
    /// The item of an address: a key, or a path in Rust with its earlier or its new name. A key means a field or argument before its
    /// model.
    pub fn of(address: &str, name: &str, record: &Record) -> Option<Self> {
        let renamed = || address.rsplit_once("::").map(|(owner, _)| format!("{owner}::{name}")).unwrap_or_default();
        let found = record.find(address).or_else(|_| record.find(&renamed())).ok()?;
        let has_name = |item: &&&Item| !matches!(item.kind, Kind::Constructor | Kind::Feature | Kind::Adopted);
        found.iter().filter(has_name).map(|item| Self::item(item)).min()
    }

    /// A recorded item.
    pub fn item(item: &Item) -> Self {
        let key = item.key.before_former().unwrap_or_else(|| item.key.clone());
        let is_inside = item.path.strip_prefix("models::").is_none_or(|path| path.contains("::"));
        Self { key, is_model: !is_inside && (Kind::MODELS.contains(&item.kind) || item.kind == Kind::Place) }
    }

    /// The item of a key that is not recorded yet.
    pub fn unrecorded(key: Key) -> Self {
        let last = key.as_str().rsplit(' ').next().unwrap_or_default();
        let is_component = key.as_str().starts_with('#') && !key.as_str().contains(' ');
        Self { is_model: is_component || key.as_str().contains(" as ") || matches!(last, "[]" | "{}"), key }
    }
}

/// The names that the settings give, by the keys of items.
#[derive(Debug, Default)]
pub struct Given {
    names: BTreeMap<Named, String>,
    /// The items that are there.
    found: Mutex<BTreeSet<Named>>,
}

impl Given {
    /// The name of a field, argument, method or anything else but a model.
    pub(super) fn name(&self, key: impl FnOnce() -> Key) -> Option<&str> {
        if self.names.is_empty() { None } else { self.find(Named { key: key(), is_model: false }) }
    }

    /// The name of a model.
    pub(super) fn model(&self, key: &Key) -> Option<&str> {
        if self.names.is_empty() { None } else { self.find(Named { key: key.clone(), is_model: true }) }
    }

    fn find(&self, named: Named) -> Option<&str> {
        let name = self.names.get(&named)?;
        self.found.lock().unwrap_or_else(PoisonError::into_inner).insert(named);
        Some(name)
    }

    /// Whether an item was there to be named.
    pub fn is_found(&self, named: &Named) -> bool {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).contains(named)
    }
}

impl FromIterator<(Named, String)> for Given {
    fn from_iter<I: IntoIterator<Item = (Named, String)>>(names: I) -> Self {
        Self { names: names.into_iter().collect(), found: Mutex::default() }
    }
}
