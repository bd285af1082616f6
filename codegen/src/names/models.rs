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
    let modules = modules(&claimed);
    let mut models: BTreeMap<SchemaId, ModelNames> = BTreeMap::new();
    for (id, claim, module) in modules {
        let required = (arguments(id, api) > MOST_ARGUMENTS).then(|| scope.place(claim.name.with("required")));
        let parts = Parts::of(id, &claimed, api, diagnostics);
        let places = places.get(&id).map_or_else(|| vec![api.schemas[id].at], |places| places.to_vec());
        models.insert(id, ModelNames { key: claimed[&id].0.clone(), claim: claim.clone(), places, module, required, parts });
    }
    models
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
    let required = object.properties.iter().enumerate().filter(|(_, property)| property.is_always_sent());
    required.filter(|(place, one)| !api.constants.contains_key(&(id, *place)) && !api.schemas.is_null(one.schema)).count()
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

    /// Names the other models: first those with an explicit name, a title or a local name of several places that is free, then
    /// all others after their owners, of which the one that is nearest to its owner comes first.
    fn inline(&mut self, models: &[InlineModel]) {
        let schemas = &self.api.schemas;
        let rank = |model: &&InlineModel| {
            let is_explicit = schemas[model.id].annotations.rust_name.is_some();
            (Reverse(is_explicit), Reverse(share::title(model.id, schemas).is_some()))
        };
        let mut models: Vec<&InlineModel> = models.iter().collect();
        models.sort_by_key(rank);
        models.retain(|model| {
            let claim = self.unowned(model);
            claim.map(|claim| self.claimed.insert(model.id, (model.places[0].key.clone(), claim))).is_none()
        });
        models.sort_by_key(|model| model.places[0].path.len());
        for model in models {
            let claim = self.owned(model);
            self.claimed.insert(model.id, (model.places[0].key.clone(), claim));
        }
    }

    /// The explicit name of a model, or else a name that does without its owner, if there is one that is free.
    fn unowned(&mut self, model: &InlineModel) -> Option<Claim> {
        let schema = &self.api.schemas[model.id];
        let explicit = schema.annotations.rust_name.as_deref();
        let local = local(model).filter(|_| model.places.len() > 1);
        let mut names = explicit.into_iter().chain(share::title(model.id, &self.api.schemas)).chain(local);
        let name = names.find(|name| explicit.is_some() || self.scope.is_free(name))?;
        Some(self.scope.claim(Candidates::of(name, schema.at).or_explicit(explicit), self.diagnostics))
    }

    /// A name of a model that begins with its owner and ends with its local name. What is between them, and what kind of type it
    /// is, is only part of it where the name is not free otherwise.
    fn owned(&mut self, model: &InlineModel) -> Claim {
        let schema = &self.api.schemas[model.id];
        let Place { owner, path, .. } = &model.places[0];
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
        self.scope.claim(candidates, self.diagnostics)
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
