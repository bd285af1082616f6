//! `Share`: which schemas become models, where each of them is in the description, and which are one model.

pub mod call_key;
mod call_words;
mod classes;
mod growth;
mod meaning;
mod merge;
mod owners;
mod place;
mod walk;
pub mod words;

use std::collections::BTreeSet;

use indexmap::IndexMap;

pub use self::call_words::CallWords;
use self::classes::Classes;
use self::growth::{Kept, Losses};
use self::meaning::Meanings;
pub use self::place::{LocalName, Owner, Place};
use self::walk::Walk;
use crate::api::{Api, SchemaId, Schemas};
use crate::node::Origin;
use crate::record::{Key, Record};
use crate::source::Sources;

/// A model that has no name in the description.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineModel {
    /// The schema that it is made from.
    pub id: SchemaId,
    /// Its places, in the order in which they were met; at least one.
    pub places: Vec<Place>,
    /// Where the schema of each place was written.
    pub at: Vec<Origin>,
    /// The path of the model that these places had when the client was last generated, and which can no longer hold them.
    pub lost: Option<String>,
    /// The paths of the models that these places had then, if there were several.
    pub absorbed: Vec<String>,
}

/// A title that reads like a name has at most so many words and characters.
const LONGEST_TITLE: (usize, usize) = (5, 40);

/// Finds the models without a name in the description. Those with the same meaning and the same local name become one, and so do
/// those that were one when the client was last generated, as long as that model can hold them.
pub fn share(api: Api, calls: &CallWords, sources: &Sources, record: &Record, has_constraints: bool) -> (Api, Vec<InlineModel>) {
    let named = named(&api);
    let mut found = places(&api, calls, sources);
    let schemas = &api.schemas;
    let meanings = Meanings::new(&api, has_constraints);
    let classes = |kept: &Kept| {
        let meaning = |id| match (kept.get(&id), found.get(&id)) {
            _ if named.contains(&id) => meanings.named(id),
            (Some(first), _) => Meanings::kept(*first),
            (None, Some(place)) => meanings.of(id, Some(local_name(id, place, schemas))),
            (None, None) => meanings.of(id, None),
        };
        Classes::of(schemas, meaning, |id| kept.contains_key(&id))
    };
    let equal = growth::classes(&found, record, &api, classes).group(found.keys().copied());
    let mut losses = Losses::of(&equal, &found, record, &api);
    let written = |id: &SchemaId| schemas[*id].at;
    let at: Vec<Vec<Origin>> = equal.iter().map(|places| places.iter().map(written).collect()).collect();
    let shared: Vec<&Vec<SchemaId>> = equal.iter().filter(|places| places.len() > 1).collect();
    let merged = shared.iter().map(|places| ((*places).clone(), merge::merged(places, schemas, sources))).collect();
    let (api, ids) = api.with_shared(merged);
    let mut ids = ids.into_iter();
    let models = equal.into_iter().zip(at).map(|(members, at)| InlineModel {
        at,
        id: if members.len() > 1 { ids.next().expect("one for each that is shared") } else { members[0] },
        lost: losses.split.remove(&members[0]).map(str::to_owned),
        absorbed: losses.absorbed.remove(&members[0]).unwrap_or_default().into_iter().map(str::to_owned).collect(),
        places: members.iter().filter_map(|id| found.swap_remove(id)).collect(),
    });
    let models = models.collect();
    (api, models)
}

/// The places of the models that have no name in the description, in the order in which they are met.
pub fn places(api: &Api, calls: &CallWords, sources: &Sources) -> IndexMap<SchemaId, Place> {
    let mut walk = Walk::new(api, sources, named(api));
    owners::visit(api, calls, sources, &mut walk);
    walk.finish().0
}

/// The places of all schemas with a name and of all models without one, and those that refer to them. The first place of a schema
/// is its own.
pub fn sites(api: &Api, calls: &CallWords, sources: &Sources) -> Vec<(Key, SchemaId)> {
    let named = named_keys(api, sources).map(|(id, key)| (key, id));
    let mut walk = Walk::new(api, sources, self::named(api));
    owners::visit(api, calls, sources, &mut walk);
    let (found, uses) = walk.finish();
    let inline = found.into_iter().map(|(id, place)| (place.key, id));
    named.chain(inline).chain(uses).collect()
}

/// The schemas that have a name of their own, each with its key: first the components, then those with a place that names them.
pub fn named_keys(api: &Api, sources: &Sources) -> impl Iterator<Item = (SchemaId, Key)> {
    let components = api.components.iter().map(|(name, id)| (*id, Key::component("schemas", name)));
    let whole = api.referred.iter().filter(|(_, place)| !place.is_part);
    components.chain(whole.map(|(id, _)| (*id, Key::place(&sources.address(api.schemas[*id].at)))))
}

/// The schemas that have a name of their own.
fn named(api: &Api) -> BTreeSet<SchemaId> {
    let whole = api.referred.iter().filter(|(_, place)| !place.is_part).map(|(id, _)| *id);
    api.components.values().copied().chain(whole).collect()
}

/// The name of a model among those of the same owner: its title, if that reads like a name, or the words of its place.
fn local_name<'a>(id: SchemaId, place: &'a Place, schemas: &'a Schemas) -> &'a str {
    title(id, schemas).or_else(|| place.local().map(|local| local.words.as_str())).unwrap_or_default()
}

/// The name that an enumeration brings with it, or the title of a schema, if that reads like a name.
pub fn title(id: SchemaId, schemas: &Schemas) -> Option<&str> {
    let schema = &schemas[id];
    let reads_like_name = |title: &&str| {
        let (words, characters) = LONGEST_TITLE;
        let is_short = title.split_whitespace().count() <= words && title.chars().count() <= characters;
        is_short && title.contains(char::is_alphabetic)
    };
    let titles = [schema.labels.type_name.as_deref(), schema.annotations.title.as_deref()];
    let unfinished = |title: &'_ str| title.trim_end_matches(['!', '?', '*', '.', ':', ' ']).len();
    titles.into_iter().flatten().map(|title| &title[..unfinished(title)]).find(reads_like_name)
}
