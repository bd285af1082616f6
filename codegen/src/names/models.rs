//! The names of models: a named schema keeps its own, any other one is named after its title or its place.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::parts::Parts;
use super::scope::Scope;
use super::{Candidates, Claim, MOST_ARGUMENTS, ModelNames, Name, spelling};
use crate::api::{Api, SchemaId, Shape};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::Key;
use crate::share::{self, CallWords, InlineModel, Owner, Place};
use crate::source::Sources;

/// Names every schema that becomes a model, and what is inside it.
pub(super) fn claim(
    api: &Api,
    calls: &CallWords,
    inline: &[InlineModel],
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<SchemaId, ModelNames> {
    let mut types = Types { api, claimed: BTreeMap::new(), scope: Scope::new(spelling::type_name), diagnostics };
    types.named(calls, sources);
    types.inline(inline);
    let Types { claimed, mut scope, .. } = types;
    let places: BTreeMap<SchemaId, &[Origin]> = inline.iter().map(|model| (model.id, model.at.as_slice())).collect();
    let module = |claim: &Claim| spelling::module(claim.name.as_str());
    let mut modules: Vec<(SchemaId, &Claim, Name)> = claimed.iter().map(|(id, (_, claim))| (*id, claim, module(claim))).collect();
    modules.sort_by(|(_, _, left), (_, _, right)| left.cmp(right));
    let mut models: BTreeMap<SchemaId, ModelNames> = BTreeMap::new();
    for (id, claim, module) in modules {
        let required = (arguments(id, api) > MOST_ARGUMENTS).then(|| scope.place(claim.name.with("required")));
        let parts = Parts::of(id, &claimed, &api.schemas, diagnostics);
        let places = places.get(&id).map_or_else(|| vec![api.schemas[id].at], |places| places.to_vec());
        models.insert(id, ModelNames { key: claimed[&id].0.clone(), claim: claim.clone(), places, module, required, parts });
    }
    models
}

/// How many required properties a constructor would ask for.
fn arguments(id: SchemaId, api: &Api) -> usize {
    let Shape::Object(object) = &api.schemas[id].shape else { return 0 };
    let required = object.properties.iter().enumerate().filter(|(_, property)| property.is_always_sent());
    required.filter(|(place, _)| !api.only_values.contains_key(&(id, *place))).count()
}

/// Claims the names of types.
struct Types<'a> {
    api: &'a Api,
    claimed: BTreeMap<SchemaId, (Key, Claim)>,
    scope: Scope,
    diagnostics: &'a mut Diagnostics,
}

impl Types<'_> {
    /// Names the schemas that have a name of their own: first the components, then those with a place that names them.
    fn named(&mut self, calls: &CallWords, sources: &Sources) {
        let api = self.api;
        let is_derived = |id: &SchemaId| api.schemas[*id].annotations.rust_name.is_none();
        self.scope.prefer(api.components.iter().filter(|(_, id)| is_derived(id)).map(|(component, _)| component.as_str()));
        for (component, id) in &api.components {
            let name = body_of_call(component, calls).unwrap_or_else(|| component.clone());
            self.one(*id, &name, None, Key::component("schemas", component));
        }
        for (id, place) in api.referred.iter().filter(|(_, place)| !place.is_part) {
            let key = Key::place(&sources.address(api.schemas[*id].at));
            self.one(*id, &place.name, place.around.as_deref(), key);
        }
    }

    /// If another schema has the name already, what is around this one distinguishes them.
    fn one(&mut self, id: SchemaId, name: &str, around: Option<&str>, key: Key) {
        let schema = &self.api.schemas[id];
        let explicit = schema.annotations.rust_name.as_deref();
        let label = explicit.unwrap_or(name);
        let longer = around.map(|around| format!("{around} {label}"));
        let candidates = Candidates { longer, ..Candidates::of(label, schema.at).or_explicit(explicit) };
        let claim = self.scope.claim(candidates, self.diagnostics);
        self.claimed.entry(id).or_insert((key, claim));
    }

    /// Names the other models: those with an explicit name, those with a title, those of several places, then all others, of
    /// which the one that is nearest to its owner comes first.
    fn inline(&mut self, models: &[InlineModel]) {
        let schemas = &self.api.schemas;
        let rank = |model: &&InlineModel| {
            let is_explicit = schemas[model.id].annotations.rust_name.is_some();
            let is_titled = share::title(model.id, schemas).is_some();
            let is_shared = model.places.len() > 1 && local(model).is_some();
            (Reverse(is_explicit), Reverse(is_titled), Reverse(is_shared), model.places[0].path.len())
        };
        let mut models: Vec<&InlineModel> = models.iter().collect();
        models.sort_by_key(rank);
        for model in models {
            let claim = self.model(model);
            self.claimed.insert(model.id, (model.places[0].key.clone(), claim));
        }
    }

    fn model(&mut self, model: &InlineModel) -> Claim {
        let schema = &self.api.schemas[model.id];
        let explicit = schema.annotations.rust_name.as_deref();
        let Place { owner, path, .. } = &model.places[0];
        let owner = match owner {
            Owner::Model(id) => self.claimed[id].1.name.as_str(),
            Owner::Words(words) => words,
        };
        let owned = |first: usize| path[first..].iter().fold(owner.to_owned(), |words, step| format!("{words} {}", step.words));
        let title = share::title(model.id, &self.api.schemas);
        let alone = title.into_iter().chain(local(model).filter(|_| model.places.len() > 1)).map(str::to_owned);
        let mut shorter = alone.chain((1..path.len()).rev().map(owned));
        let longest = owned(0);
        let name = shorter.find(|name| self.scope.is_free(name));
        let candidates = Candidates::of(&longest, schema.at).derived_from(name.as_deref().unwrap_or(&longest));
        self.scope.claim(candidates.or_explicit(explicit), self.diagnostics)
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
