//! `Keep`: recorded types stay as long as they can hold every value that the description allows, in the direction in which it travels.
//!
//! The stage changes the API, and not the plan: a property that became an enumeration is text again, one that became required may
//! be absent again, a value that is no longer listed is a deprecated one. So naming, planning and emission know nothing
//! of it, and an API that needs nothing kept passes unchanged.

mod calls;
mod components;
mod fit;
mod fit_model;
mod models;
mod responses;
mod unions;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::api::{Api, SchemaId};
use crate::record::{Key, Record};
use crate::share::{CallWords, Place, named_keys, places};
use crate::source::Sources;

/// Returns the API, changed so that recorded types stay where they can.
pub fn keep(mut api: Api, calls: &CallWords, sources: &Sources, record: &Record) -> Api {
    if record.is_empty() {
        return api;
    }
    let found = places(&api, calls, sources);
    let keys = keys(&api, sources, &found);
    let ids = keys.iter().map(|(id, key)| (key.clone(), *id)).collect();
    let mut keeper =
        Keeper { api: &mut api, record, keys, ids, restored: BTreeMap::new(), only_received: BTreeSet::new(), is_changed: false };
    keeper.constructors();
    keeper.components();
    keeper.objects();
    keeper.unions();
    keeper.calls();
    keeper.dropped_aliases();
    // What is only kept in a response is received by now.
    keeper.constructors();
    if keeper.is_changed {
        // Kept types may be models that were not there before.
        keeper.keys = self::keys(keeper.api, sources, &places(keeper.api, calls, sources));
    }
    keeper.values();
    api
}

/// The keys of the models, those with a name in the description first.
fn keys(api: &Api, sources: &Sources, found: &IndexMap<SchemaId, Place>) -> IndexMap<SchemaId, Key> {
    let inline = found.iter().map(|(id, place)| (*id, place.key.clone()));
    let mut keys = IndexMap::new();
    for (id, key) in named_keys(api, sources).chain(inline) {
        keys.entry(id).or_insert(key);
    }
    keys
}

/// Changes an API so that recorded types stay.
struct Keeper<'a, 'r> {
    api: &'a mut Api,
    record: &'r Record,
    /// The keys of models, those with a name in the description first.
    keys: IndexMap<SchemaId, Key>,
    /// The schemas of models by their keys.
    ids: BTreeMap<Key, SchemaId>,
    /// Separate schemas for recorded models, and those that the description has in their places.
    restored: BTreeMap<SchemaId, SchemaId>,
    /// Models that callers can make although they are only received now.
    only_received: BTreeSet<SchemaId>,
    /// Whether anything had to be changed.
    is_changed: bool,
}

impl Keeper<'_, '_> {
    /// Derives again what follows from schemas and calls, if something was changed.
    fn settle(&mut self) {
        if self.is_changed {
            self.api.settle();
        }
    }
}
