//! The names of models: a named schema keeps its own, any other one is named after its title or its place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::method_path::{constructor_path, parse_model_path};
use super::parts::Parts;
use super::recorded::Recorded;
use super::scope::Scope;
use super::{Candidates, Claim, MOST_ARGUMENTS, ModelNames, Name, spelling};
use crate::api::{Api, SchemaId, Shape};
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::Origin;
use crate::record::{Item, Key, Kind, Record, Step};
use crate::share::{self, CallWords, InlineModel, Owner, Place, named_keys};
use crate::source::Sources;

/// Names every schema that becomes a model, and what is inside it.
pub(super) fn claim(
    api: &Api,
    calls: &CallWords,
    inline: &[InlineModel],
    sources: &Sources,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<SchemaId, ModelNames> {
    let keys = keys(api, inline, sources);
    let lost: BTreeSet<SchemaId> = inline.iter().filter(|model| model.lost.is_some()).map(|model| model.id).collect();
    let scope = Scope::new(spelling::type_name);
    let mut types =
        Types { api, claimed: BTreeMap::new(), required: BTreeMap::new(), invalid: BTreeMap::new(), scope, diagnostics };
    recorded.inside("models", &Kind::MODELS).names().for_each(|name| types.scope.set_aside(name));
    types.explicit(&keys, recorded);
    types.recorded(&keys, &lost, recorded.record);
    types.named(calls, &keys);
    types.inline(inline);
    types.report_lost(inline);
    let Types { claimed, mut required, mut scope, .. } = types;
    let places: BTreeMap<SchemaId, &[Origin]> = inline.iter().map(|model| (model.id, model.at.as_slice())).collect();
    let keys: BTreeMap<SchemaId, &[Key]> = keys.iter().map(|(id, keys)| (*id, keys.as_slice())).collect();
    let modules = modules(&claimed);
    let mut models: BTreeMap<SchemaId, ModelNames> = BTreeMap::new();
    for (id, claim, module) in modules {
        let derived = || scope.place(claim.name.with("required"));
        let kept = required.remove(&id);
        let is_literal = match arguments(id, api) {
            0 => false,
            _ if kept.is_some() => true,
            count => count > MOST_ARGUMENTS && !takes_arguments(&claimed[&id].0, claim, recorded.record),
        };
        let required = is_literal.then(|| kept.unwrap_or_else(derived));
        let parts = Parts::of(id, &claimed, api, recorded, diagnostics);
        let places = places.get(&id).map_or_else(|| vec![api.schemas[id].at], |places| places.to_vec());
        let key = claimed[&id].0.clone();
        let other_places = keys[&id].iter().filter(|other| **other != key).cloned().collect();
        models.insert(id, ModelNames { key, other_places, claim: claim.clone(), places, module, required, parts });
    }
    models
}

/// The models, each with the keys of its places: first the components, then those with a place that names them, then the others.
fn keys(api: &Api, inline: &[InlineModel], sources: &Sources) -> Vec<(SchemaId, Vec<Key>)> {
    let named = named_keys(api, sources).map(|(id, key)| (id, vec![key]));
    let inline = inline.iter().map(|model| (model.id, model.places.iter().map(|place| place.key.clone()).collect()));
    named.chain(inline).collect()
}

/// The module of each type, in their order. Modules are in ASCII, in which two types may have the same name: the one that is in ASCII
/// itself gets it.
fn modules(claimed: &BTreeMap<SchemaId, (Key, Claim)>) -> Vec<(SchemaId, &Claim, Name)> {
    let mut scope = Scope::new(|text, _| spelling::module(text));
    let mut types: Vec<(SchemaId, &Claim)> = claimed.iter().map(|(id, (_, claim))| (*id, claim)).collect();
    types.sort_by_key(|(_, claim)| (!claim.name.as_str().is_ascii(), &claim.name));
    let module = |(id, claim): (SchemaId, &'_ Claim)| (id, scope.place(spelling::module(claim.name.as_str())));
    let modules: BTreeMap<SchemaId, Name> = types.into_iter().map(module).collect();
    let mut modules: Vec<(SchemaId, &Claim, Name)> =
        modules.into_iter().map(|(id, module)| (id, &claimed[&id].1, module)).collect();
    modules.sort_by(|(_, _, left), (_, _, right)| left.cmp(right));
    modules
}

/// How many required properties a constructor would ask for.
fn arguments(id: SchemaId, api: &Api) -> usize {
    let Shape::Object(object) = &api.schemas[id].shape else { return 0 };
    let required = object.properties.iter().enumerate().filter(|(_, property)| api.presence(id, property).is_required());
    required.filter(|(place, one)| !api.is_constant(id, *place) && !api.schemas.is_null(one.schema)).count()
}

/// Whether the constructor of a model took arguments when the client was last generated.
fn takes_arguments(key: &Key, claim: &Claim, record: &Record) -> bool {
    let of_model = record.model_of_place(key).and_then(|model| record.get(&model.key, Kind::Constructor));
    let of_path = || record.at_path(&constructor_path(claim.name.as_str()), Kind::Constructor);
    of_model.or_else(of_path).is_some_and(|constructor| !constructor.order.is_empty())
}

/// Claims the names of types.
struct Types<'a> {
    api: &'a Api,
    claimed: BTreeMap<SchemaId, (Key, Claim)>,
    /// The recorded names of the structs that constructors take.
    required: BTreeMap<SchemaId, Name>,
    /// Recorded names that are reserved by now.
    invalid: BTreeMap<SchemaId, Name>,
    scope: Scope,
    diagnostics: &'a mut Diagnostics,
}

impl Types<'_> {
    /// Claims the names that the settings give, or the description with `x-clientsmith`.
    fn explicit(&mut self, models: &[(SchemaId, Vec<Key>)], recorded: &Recorded<'_>) {
        let api = self.api;
        let given = models
            .iter()
            .filter_map(|(id, keys)| Some((*id, keys.iter().find_map(|key| Some((key, recorded.given_to_model(key)?)))?)));
        let given: BTreeMap<SchemaId, (&Key, &str)> = given.collect();
        let is_derived = |id: &SchemaId| api.schemas[*id].annotations.rust_name.is_none() && !given.contains_key(id);
        self.scope.prefer(api.components.iter().filter(|(_, id)| is_derived(id)).map(|(component, _)| component.as_str()));
        for (id, keys) in models {
            let schema = &api.schemas[*id];
            let of_description = || Some((&keys[0], schema.annotations.rust_name.as_deref()?));
            if let Some((key, explicit)) = given.get(id).copied().or_else(of_description) {
                let candidates = Candidates::of(explicit, schema.at).or_explicit(Some(explicit));
                self.claim(*id, candidates, key);
            }
        }
    }

    /// Keeps the names that models had when the client was last generated. One that was a model by itself keeps its name before
    /// one that only shared a model.
    fn recorded(&mut self, models: &[(SchemaId, Vec<Key>)], lost: &BTreeSet<SchemaId>, record: &Record) {
        let name = |item: Option<&Item>| parse_model_path(&item?.path);
        let own = |key: &Key| name(record.model(key));
        let shared = |key: &Key| name(record.get(key, Kind::Place));
        for recorded in [&own as &dyn Fn(&Key) -> Option<Name>, &shared] {
            for (id, keys) in models.iter() {
                if self.claimed.contains_key(id) || lost.contains(id) {
                    continue;
                }
                let mut recorded = keys.iter().filter_map(|key| Some((key, recorded(key)?)));
                let kept = recorded.find_map(|(key, name)| Some((key.clone(), self.keep(*id, name)?)));
                self.claimed.extend(kept.map(|kept| (*id, kept)));
            }
        }
        for (id, keys) in models.iter().filter(|(id, _)| !lost.contains(id)) {
            let required = |key: &Key| name(record.get(&key.then(Step::Own("required")), Kind::Struct));
            let required = keys.iter().find_map(required).and_then(|name| self.keep(*id, name));
            self.required.extend(required.map(|claim| (*id, claim.name)));
        }
    }

    fn keep(&mut self, id: SchemaId, name: Name) -> Option<Claim> {
        let kept = self.scope.keep(name.clone(), &Candidates::of(name.as_str(), self.api.schemas[id].at));
        if self.scope.is_reserved(&name) {
            self.invalid.insert(id, name);
        }
        kept
    }

    /// Names the schemas that have a name of their own, after the component or the place that names them.
    fn named(&mut self, calls: &CallWords, keys: &[(SchemaId, Vec<Key>)]) {
        let api = self.api;
        let components = api
            .components
            .iter()
            .map(|(component, id)| (*id, body_of_call(component, calls).unwrap_or_else(|| component.clone()), None));
        let whole = api.referred.iter().filter(|(_, place)| !place.is_part);
        let referred = whole.map(|(id, place)| (*id, place.name.clone(), place.around.as_deref()));
        for ((id, name, around), (_, keys)) in components.chain(referred).zip(keys) {
            // If another schema has the name already, what is around this one distinguishes them.
            let longer = around.map(|around| format!("{around} {name}"));
            self.claim(id, Candidates { longer, ..Candidates::of(&name, api.schemas[id].at) }, &keys[0]);
        }
    }

    /// Claims a name for a model that has none yet.
    fn claim(&mut self, id: SchemaId, candidates: Candidates<'_>, key: &Key) {
        if !self.claimed.contains_key(&id) {
            let candidates = candidates.or_recorded(self.invalid.remove(&id));
            let claim = self.scope.claim(candidates, self.diagnostics);
            self.claimed.insert(id, (key.clone(), claim));
        }
    }

    /// Names the other models: first those with a title or a local name of several places that is free, then all others after
    /// their owners, of which the one that is nearest to its owner comes first.
    fn inline(&mut self, models: &[InlineModel]) {
        let schemas = &self.api.schemas;
        let rank = |model: &&InlineModel| Reverse(share::title(model.id, schemas).is_some());
        let is_open = |model: &&InlineModel| !self.claimed.contains_key(&model.id);
        let mut models: Vec<&InlineModel> = models.iter().filter(is_open).collect();
        models.sort_by_key(rank);
        self.scope.prefer(models.iter().filter_map(|model| share::title(model.id, schemas)));
        models.retain(|model| !self.unowned(model));
        models.sort_by_key(|model| model.places[0].path.len());
        models.into_iter().for_each(|model| self.owned(model));
    }

    /// Reports the places that no longer have the model that they had when the client was last generated.
    fn report_lost(&mut self, models: &[InlineModel]) {
        for model in models {
            let (at, now) = (model.at[0], &self.claimed[&model.id].1.name);
            let former = |path: &String| parse_model_path(path);
            if let Some(former) = model.lost.as_ref().and_then(former) {
                let (former, name) = (former.to_string(), now.to_string());
                self.diagnostics.report(at, Problem::ModelSplit { former, name, places: model.at.len() });
            }
            for former in model.absorbed.iter().filter_map(former).filter(|former| former != now) {
                let (former, name) = (former.to_string(), now.to_string());
                self.diagnostics.report(at, Problem::ModelMerged { former, name });
            }
        }
    }

    /// Claims a name that does without the model's owner, if there is one that is free.
    fn unowned(&mut self, model: &InlineModel) -> bool {
        let local = local(model).filter(|_| model.places.len() > 1);
        let mut names = share::title(model.id, &self.api.schemas).into_iter().chain(local);
        let Some(name) = names.find(|name| self.scope.is_free(name)) else { return false };
        self.claim(model.id, Candidates::of(name, self.api.schemas[model.id].at), &model.places[0].key);
        true
    }

    /// Claims a name that begins with the model's owner and ends with its local name. What is between them, and what kind of type
    /// it is, is only part of it where the name is not free otherwise.
    fn owned(&mut self, model: &InlineModel) {
        let schema = &self.api.schemas[model.id];
        let Place { key, owner, path } = &model.places[0];
        let owner = match owner {
            Owner::Model(id) => self.claimed[id].1.name.as_str(),
            Owner::Words(words) => words,
        };
        let from = |first: usize| path[first..].iter().fold(owner.to_owned(), |words, step| format!("{words} {}", step.words));
        let longest = from(0);
        let with_kind = format!("{longest} {}", kind(&schema.shape));
        let mut names = (1..path.len()).rev().map(from).chain([longest.clone(), with_kind]);
        let name = names.find(|name| self.scope.is_free(name));
        let candidates = Candidates::of(&longest, schema.at).derived_from(name.as_deref().unwrap_or(&longest));
        self.claim(model.id, candidates, key);
    }
}

/// The word for the kind of type that a shape becomes.
fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Object(_) => "object",
        Shape::Enumeration(_) => "enum",
        Shape::Union(_) => "union",
        _ => "type",
    }
}

/// The words of a component that a framework names after an operation: `Body_read_item_items__id__get` is the body of `read_item`.
fn body_of_call(component: &str, calls: &CallWords) -> Option<String> {
    Some(format!("{} body", calls.of_id(component.strip_prefix("Body_")?)?))
}

/// The words of a model's places, if they say what it is.
fn local(model: &InlineModel) -> Option<&str> {
    model.places[0].local().filter(|local| local.is_telling).map(|local| local.words.as_str())
}
