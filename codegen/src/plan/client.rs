//! `Plan`: the whole client crate, with no choice left.

use std::collections::{BTreeMap, BTreeSet};

use super::boxes::{self, Boxes};
use super::docs::{self, Docs};
use super::feature::{self, Features};
use super::former::{Former, FormerType};
use super::graph::Graph;
use super::group::Group;
use super::handle::GroupHandle;
use super::inputs::PlanInputs;
use super::model::{self, Model, ModelItem};
use super::operation::{self, Operation};
use super::security_scheme::{self, SecurityScheme};
use super::server::{self, Server};
use super::ty::Ty;
use super::types::Types;
use crate::api::{Api, SchemaId, Untyped};
use crate::diagnostic::{Diagnostics, Problem};
use crate::limits::Limit;
use crate::names::reserved::{ALL_GROUPS, OTHER_MODELS, TEST_UTIL};
use crate::names::{GroupNames, Names};
use crate::record::{Key, Record};
use crate::share::call_key;
use crate::source::Sources;

/// The whole client crate: `src/generated`, item by item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The API's title, as the description writes it.
    pub title: String,
    /// Crate documentation of `generated/mod.rs`.
    pub docs: Docs,
    /// The description's path, as the file headers show it.
    pub source: String,
    /// The command that generates the files, as their headers show it.
    pub command: String,
    /// Whether the description names a server that a client can call without being told more.
    pub has_server: bool,
    /// The servers; the first is the default.
    pub servers: Vec<Server>,
    /// How a client is given credentials: one method of its builder each.
    pub security_schemes: Vec<SecurityScheme>,
    /// One file each below `models/`, in the order of their modules.
    pub models: Vec<Model>,
    /// Earlier names of models.
    pub former_models: Vec<FormerType>,
    /// One folder each below `operations/`, in the order of their modules.
    pub groups: Vec<Group>,
    /// The features that nothing needs any more: manifests of other crates name them.
    pub empty_features: Vec<String>,
    /// The keys of what the settings leave out of the description: it stays in the record.
    pub left_out: BTreeSet<Key>,
    /// Whether the groups have no features because the settings say so.
    pub is_without_features: bool,
    /// The types of texts and of numbers that may be texts, some of which need a part of the runtime.
    pub scalars: BTreeSet<Ty>,
    /// Whether constraints are checked before values are sent.
    pub checks_constraints: bool,
    /// Places that are free JSON although the description says something about them, in its order.
    pub untyped: Vec<Untyped>,
}

/// What a plan is made from, beside the API.
#[derive(Clone, Copy, Debug)]
pub struct PlanOptions<'a> {
    /// The files of the description.
    pub sources: &'a Sources,
    /// The client's public API when it was last generated.
    pub record: &'a Record,
    /// What was adopted of it.
    pub adopted: &'a Record,
    /// The description's path, as the headers of files say it.
    pub source: &'a str,
    /// The command that generates the files, as their headers say it.
    pub command: &'a str,
    /// Whether constraints are checked before values are sent.
    pub constraint_checks: bool,
    /// Whether each group of calls is a feature of the crate.
    pub has_features: bool,
    /// Whether models that no call needs are left out.
    pub only_needed_models: bool,
}

impl Plan {
    /// The model in a file of `models/`.
    pub fn model_of(&self, module: &str) -> Option<&Model> {
        let index = self.models.binary_search_by(|model| model.module.as_str().cmp(module)).ok()?;
        Some(&self.models[index])
    }

    /// The features of the client, and the features that each turns on: those of its groups, one of them all, that of the models
    /// that no call needs, and that of the constructors of models that are only received.
    pub fn features(&self) -> BTreeMap<&str, Vec<&str>> {
        let groups: Vec<&str> = self.groups.iter().filter_map(|group| group.feature.as_deref()).collect();
        let has_others = self.models.iter().any(|model| model.features.iter().any(|feature| feature == OTHER_MODELS));
        let empty = self.empty_features.iter().map(String::as_str);
        let mut features: BTreeMap<&str, Vec<&str>> =
            empty.chain(groups.iter().copied()).map(|group| (group, Vec::new())).collect();
        features.extend(has_others.then_some((OTHER_MODELS, Vec::new())));
        let has_received = self.models.iter().any(Model::is_only_received);
        features.extend(has_received.then_some((TEST_UTIL, Vec::new())));
        features.extend((!groups.is_empty()).then_some((ALL_GROUPS, groups)));
        features
    }
}

/// Decides everything that is left to decide.
pub fn plan(api: &Api, names: &Names, options: PlanOptions<'_>, diagnostics: &mut Diagnostics) -> Plan {
    let PlanOptions { sources, record, .. } = options;
    let limits = sources.limits();
    let models = names.models.keys().filter(|id| api.schemas.is_model(**id)).count();
    if models + api.operations.len() > limits.of(Limit::Items) {
        diagnostics.report(api.at, Problem::too_much(Limit::Items, limits));
        return Plan::default();
    }
    let graph = Graph::of(api, &names.models);
    let types = Types::new(&api.schemas, &names.models, options.constraint_checks);
    let boxes = Boxes::decide(&graph, &boxes::recorded(&graph, &names.models, api, record));
    let former = Former::of(record, options.adopted);
    let inputs = PlanInputs { api, sources, names, types, boxes, record, former };
    let mut items = model::items(&inputs, diagnostics);
    let calls = |group: &GroupNames, diagnostics: &mut Diagnostics| -> Vec<Operation> {
        let handle = GroupHandle::of(group);
        group.calls.iter().map(|call| operation::plan(call, &handle, &items, &inputs, diagnostics)).collect()
    };
    let calls: Vec<Vec<Operation>> = names.groups.iter().map(|group| calls(group, diagnostics)).collect();
    let mut features = Features::default();
    if options.has_features {
        features = Features::assign(&names.groups, &calls, &graph, &inputs);
    }
    if options.only_needed_models {
        let needed = feature::needed(&calls, &graph);
        items.retain(|id, _| needed.contains(id));
    }
    let left_out = left_out(api, names, &items);
    let empty_features = features.empty;
    let features_of_groups = features.groups.into_iter().chain(std::iter::repeat(None));
    let groups = names.groups.iter().zip(calls).zip(features_of_groups);
    let groups = groups.map(|((names, calls), feature)| Group::new(names, feature, calls, &inputs)).collect();
    let models = model::models(items, features.models, &inputs);
    let (servers, security_schemes) = (server::plan(&inputs, diagnostics), security_scheme::plan(&inputs, diagnostics));
    let (scalars, mut untyped) = inputs.types.noticed(diagnostics);
    untyped.extend(api.untyped.iter().cloned());
    untyped.sort();
    untyped.dedup();
    Plan {
        title: api.info.title.clone(),
        docs: docs(api),
        source: options.source.to_owned(),
        has_server: !api.servers.is_empty(),
        command: options.command.to_owned(),
        servers,
        security_schemes,
        former_models: inputs.former.models(&models),
        models,
        groups,
        empty_features,
        left_out,
        is_without_features: !options.has_features,
        scalars,
        checks_constraints: options.constraint_checks,
        untyped,
    }
}

/// The keys of the operations that the settings leave out, and of the models and security schemes that only these need.
fn left_out(api: &Api, names: &Names, items: &BTreeMap<SchemaId, ModelItem>) -> BTreeSet<Key> {
    if api.left_out.is_empty() {
        return BTreeSet::new();
    }
    let calls = call_key::left_out(api).into_iter();
    let models = names.models.iter().filter(|(id, _)| !items.contains_key(id)).map(|(_, names)| names.key.clone());
    let is_named = |place: usize| names.security_schemes.get(place).is_some_and(Option::is_some);
    let schemes = api.security_schemes.keys().enumerate().filter(|(place, _)| !is_named(*place));
    calls.chain(models).chain(schemes.map(|(_, name)| Key::security_scheme(name))).collect()
}

/// What the description says of the whole API.
fn docs(api: &Api) -> Docs {
    let words = api.info.summary.as_ref().or(api.info.description.as_ref()).map(|text| Docs::text(text)).unwrap_or_default();
    let version = match api.info.version.as_str() {
        "" => Docs::default(),
        version => Docs::sentence(format!("Version {} of the API.", docs::code(version))),
    };
    Docs::text(&api.info.title).then(words).then(Docs::external(api.external_docs.as_ref())).then(version)
}
