//! Features: each group of calls can be left out of a build, with the models that nothing else needs.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Kind};
use super::inputs::PlanInputs;
use super::operation::Operation;
use crate::api::SchemaId;
use crate::names::method_path::GROUPS;
use crate::names::reserved::{ALL_GROUPS, OTHER_MODELS, Space, is_reserved};
use crate::names::{GroupNames, Name};
use crate::record;

/// The features of groups and models.
#[derive(Default)]
pub struct Features {
    /// The feature of each group, if it has one.
    pub groups: Vec<Option<String>>,
    /// The features of which one has to be on for a model to be there; models that are not in here always are.
    pub models: BTreeMap<SchemaId, Vec<String>>,
    /// The features of groups that are gone: manifests of other crates name them.
    pub empty: Vec<String>,
}

impl Features {
    /// Gives each group a feature, and each model the features of the groups that need it, or that of the models no call needs.
    ///
    /// A client of one group has no features. What had none when the client was last generated stays without, and what had some
    /// keeps them: whoever builds the client without default features has it, and would lose it.
    pub(super) fn assign(groups: &[GroupNames], calls: &[Vec<Operation>], graph: &Graph, inputs: &PlanInputs<'_>) -> Self {
        let record = inputs.record;
        let has_recorded = |feature: &str| record.at_path(feature, record::Kind::Feature).is_some();
        let recorded = |group: &GroupNames| {
            let path = format!("{GROUPS}{}", group.module);
            record.get(&group.key, record::Kind::Module).or_else(|| record.at_path(&path, record::Kind::Module))
        };
        let kept = |group: &GroupNames| recorded(group)?.features.first().cloned();
        let mut taken: BTreeSet<String> = groups.iter().filter_map(kept).collect();
        let is_single = groups.len() < 2;
        let feature = |group: &GroupNames| {
            kept(group).or_else(|| {
                let feature = name(&group.module, &mut taken);
                let is_kept_without = recorded(group).is_some() && !has_recorded(&feature);
                (!is_single && !is_kept_without).then_some(feature)
            })
        };
        let of_groups: Vec<Option<String>> = groups.iter().map(feature).collect();
        let has_groups = record.of_kind(record::Kind::Module).any(|item| item.path.starts_with(GROUPS));
        let are_others_kept = !has_recorded(OTHER_MODELS) && (is_single || has_groups);
        let mentioned = calls.iter().map(|calls| graph.mentioned(calls.iter().flat_map(Operation::types)));
        let needed = of_groups.iter().map(Option::as_deref).zip(mentioned).collect();
        let known = graph.models.iter().map(|id| inputs.recorded_model(*id).map(|model| model.features.as_slice())).collect();
        let models = needs(needed, known, graph, (!are_others_kept).then_some(OTHER_MODELS));
        let is_feature = |feature: &String| of_groups.iter().flatten().any(|other| other == feature);
        // What the settings leave out is no feature of the client.
        let names = record.of_kind(record::Kind::Feature).filter(|_| inputs.api.left_out.is_empty());
        let empty = names.map(|item| item.path.clone()).filter(|name| !is_feature(name) && name != ALL_GROUPS).collect();
        Self { groups: of_groups, models, empty }
    }
}

/// `cloud-functions`; the tags `default` and `reqwest` give `default-api` and `reqwest-api`.
fn name(module: &Name, taken: &mut BTreeSet<String>) -> String {
    let plain = module.as_str().trim_end_matches('_').replace('_', "-");
    let wanted = if is_reserved(Space::Feature, &plain) { format!("{plain}-api") } else { plain };
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let free = [wanted.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name));
    let name = free.expect("there are more numbers than names");
    taken.insert(name.clone());
    name
}

/// How many groups may need a model for it to be left out with them; `cfg` names each.
const MOST: usize = 100;

/// When a model has to be there.
#[derive(Clone, Default, PartialEq)]
struct Need<'a> {
    always: bool,
    features: BTreeSet<&'a str>,
}

impl<'a> Need<'a> {
    fn add(&mut self, feature: Option<&'a str>) {
        self.features.extend(feature);
        self.always |= feature.is_none() || self.features.len() > MOST;
    }
}

/// The features of which one has to be on for a model to be there, by the feature of each group and the models that its calls
/// mention, and by the features that each model is recorded with; models that are not in here always are.
fn needs<'a>(
    groups: Vec<(Option<&'a str>, Vec<usize>)>,
    recorded: Vec<Option<&'a [String]>>,
    graph: &Graph,
    others: Option<&'a str>,
) -> BTreeMap<SchemaId, Vec<String>> {
    let mut needs = vec![Need::default(); graph.models.len()];
    let count = groups.iter().filter(|(feature, _)| feature.is_some()).count();
    for (feature, mentioned) in groups {
        // What is always there need not be followed: so is all that it holds.
        let reached = graph.reached(mentioned, |model| needs[model].always);
        reached.into_iter().for_each(|model| needs[model].add(feature));
    }
    let is_alias = |model: usize| graph.kinds[model] == Kind::Alias;
    let uncalled = (0..needs.len()).filter(|model| needs[*model] == Need::default() && !is_alias(*model)).collect();
    needs.iter_mut().for_each(|need| need.always |= need.features.len() == count);
    // What no call needs is there for those who name it, and so is what it holds.
    graph.reached(uncalled, |_| false).into_iter().for_each(|model| needs[model].add(others));
    // What a build had once it keeps, with all that it holds.
    let mut had: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (model, features) in recorded.iter().enumerate().filter_map(|(model, features)| Some((model, (*features)?))) {
        let features = features.iter().map(|feature| Some(feature.as_str())).chain(features.is_empty().then_some(None));
        features.for_each(|feature| had.entry(feature).or_default().push(model));
    }
    for (feature, models) in had {
        graph.reached(models, |model| needs[model].always).into_iter().for_each(|model| needs[model].add(feature));
    }
    // Another name for a type is there with the type.
    for alias in (0..needs.len()).filter(|model| is_alias(*model)) {
        let unmet = |model: &usize| needs[*model] == Need::default();
        let next = |model: &usize| graph.edges[*model].first().map(|edge| edge.target).filter(|_| unmet(model));
        let meant = std::iter::successors(Some(alias), next);
        needs[alias] = needs[meant.last().expect("the alias itself is the first")].clone();
    }
    let gated = graph.models.iter().zip(needs).filter(|(_, need)| !need.always);
    gated.map(|(id, need)| (*id, need.features.into_iter().map(str::to_owned).collect())).collect()
}

/// The models that calls need.
pub(super) fn needed(calls: &[Vec<Operation>], graph: &Graph) -> BTreeSet<SchemaId> {
    let mentioned = graph.mentioned(calls.iter().flatten().flat_map(Operation::types));
    graph.reached(mentioned, |_| false).into_iter().map(|node| graph.models[node]).collect()
}
