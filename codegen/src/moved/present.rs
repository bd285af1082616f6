//! `Present`: the models of a description, and the places that refer to them.

use std::collections::{BTreeMap, BTreeSet};

use super::alternatives::word;
use super::shape::{Shape, words};
use super::site::Site;
use crate::api::{Api, SchemaId, Shape as SchemaShape};
use crate::record::{Key, Step};

/// The models of a description.
pub(super) struct Present<'a> {
    /// The place of each schema that has one.
    pub(super) keys: BTreeMap<SchemaId, &'a Key>,
    /// All places, and the schemas that they refer to.
    sites: &'a [(Key, SchemaId)],
}

/// A model that is not in the record.
pub(super) struct New<'a> {
    pub(super) key: &'a Key,
    pub(super) shape: Shape,
    pub(super) words: BTreeSet<String>,
    /// Whether it is written in a place that does not name it.
    pub(super) is_inline: bool,
    pub(super) sites: BTreeSet<Site>,
}

impl<'a> Present<'a> {
    pub(super) fn of(sites: &'a [(Key, SchemaId)]) -> Self {
        let mut keys: BTreeMap<SchemaId, &Key> = BTreeMap::new();
        for (key, id) in sites {
            keys.entry(*id).or_insert(key);
        }
        Self { keys, sites }
    }

    /// The places that refer to a model with another place, and the key of that model.
    pub(super) fn references(&self, api: &Api) -> Vec<(&'a Key, &'a Key)> {
        let models = self.sites.iter().filter_map(|(place, id)| Some((place, *self.keys.get(&model_inside(*id, api))?)));
        models.filter(|(place, model)| !model.as_str().starts_with(place.as_str())).collect()
    }

    /// The models that are not known.
    pub(super) fn new_models(&self, api: &Api, is_known: impl Fn(&Key) -> bool) -> Vec<New<'a>> {
        let ids = self.keys.iter().filter(|(id, key)| api.schemas.is_model(**id) && !is_known(key));
        let mut sites: BTreeMap<SchemaId, BTreeSet<Site>> = ids.map(|(id, _)| (*id, BTreeSet::new())).collect();
        if sites.is_empty() {
            return Vec::new();
        }
        let mut alternatives: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (key, id) in self.sites {
            let id = &model_inside(*id, api);
            if let Some(sites) = sites.get_mut(id) {
                sites.insert(Site::of(key));
            }
            if let Some((union, is_list)) = union_around(key) {
                let name = self.keys.get(id).map(|key| word(key)).unwrap_or_default();
                let label = if is_list { format!("[{name}]") } else { name };
                alternatives.entry(union).or_default().insert(Step::Alternative(&label).to_string());
            }
        }
        let new = |(id, sites): (SchemaId, BTreeSet<Site>)| {
            let key = self.keys[&id];
            let alternatives = alternatives.get(key.as_str()).into_iter().flatten().cloned();
            let shape = Shape::of(&api.schemas[id], alternatives)?;
            let place = key.as_str().trim_start_matches("#/components/schemas/");
            Some(New { key, shape, words: words(place), is_inline: key.as_str().contains(' '), sites })
        };
        sites.into_iter().filter_map(new).collect()
    }
}

/// The union that a key is an alternative of, and whether that is a list.
fn union_around(key: &Key) -> Option<(&str, bool)> {
    let text = key.as_str();
    let alternative = text.strip_suffix(" []").unwrap_or(text);
    let (union, _) = alternative.rsplit_once(' ').filter(|(_, step)| step.starts_with('|'))?;
    Some((union, alternative != text))
}

/// How many lists and maps may be around a model.
const DEEPEST: usize = 64;

/// The model that a schema is, or a list or map of.
fn model_inside(mut id: SchemaId, api: &Api) -> SchemaId {
    for _ in 0..DEEPEST {
        id = api.schemas.target(id).0;
        match &api.schemas[id].shape {
            SchemaShape::Array(inner) | SchemaShape::Map(Some(inner)) => id = *inner,
            _ => break,
        }
    }
    id
}
