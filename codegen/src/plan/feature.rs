//! Features: each group of calls can be left out of a build, with the models that nothing else needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Model, ModelItem, Name, Plan, Recorded, Ty};
use crate::names::reserved::{OTHER_MODELS, Space, is_reserved};

/// Gives each group a feature, and each model the features of the groups that need it, or that of the models no call needs.
///
/// A client of one group has no features. What had none when the client was last generated stays without: whoever builds
/// the client without default features has it, and would lose it.
pub fn assign(groups: &mut [Group], models: &mut [Model], recorded: &Recorded) {
    let known: BTreeSet<&str> = recorded.groups.values().map(String::as_str).collect();
    let is_single = groups.len() < 2;
    let mut taken = BTreeSet::new();
    for group in &mut *groups {
        let feature = name(&group.module, &mut taken);
        let is_kept_without = known.contains(group.module.as_str()) && !recorded.features.contains(&feature);
        group.feature = (!is_single && !is_kept_without).then_some(feature);
    }
    let are_others_kept = is_single || (!known.is_empty() && !recorded.features.contains(OTHER_MODELS));
    let needs = needs(groups, models, (!are_others_kept).then_some(OTHER_MODELS));
    for model in models {
        model.features = needs.get(model.name()).cloned().unwrap_or_default();
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

/// The features of which one has to be on for a model to be there; models that are not in here always are.
fn needs(groups: &[Group], models: &[Model], others: Option<&str>) -> BTreeMap<Name, Vec<String>> {
    let graph = Graph::of(models);
    let mut needs = vec![Need::default(); models.len()];
    for group in groups {
        // What is always there need not be followed: so is all that it holds.
        let reached = graph.reached(graph.named_by(group), |model| needs[model].always);
        reached.into_iter().for_each(|model| needs[model].add(group.feature.as_deref()));
    }
    let is_alias = |model: usize| matches!(models[model].item, ModelItem::Alias(_));
    let uncalled = (0..models.len()).filter(|model| needs[*model] == Need::default() && !is_alias(*model)).collect();
    let count = groups.iter().filter(|group| group.feature.is_some()).count();
    needs.iter_mut().for_each(|need| need.always |= need.features.len() == count);
    // What no call needs is there for those who name it, and so is what it holds.
    graph.reached(uncalled, |_| false).into_iter().for_each(|model| needs[model].add(others));
    // Another name for a type is there with the type.
    for alias in (0..models.len()).filter(|model| is_alias(*model)) {
        let unmet = |model: &usize| needs[*model] == Need::default();
        let meant = std::iter::successors(Some(alias), |model| graph.held[*model].first().copied().filter(|_| unmet(model)));
        needs[alias] = needs[meant.last().expect("the alias itself is the first")].clone();
    }
    let gated = models.iter().zip(needs).filter(|(_, need)| !need.always);
    gated.map(|(model, need)| (model.name().clone(), need.features.into_iter().map(str::to_owned).collect())).collect()
}

impl Plan {
    /// Keeps the models that the calls need.
    pub fn leave_out_unneeded_models(&mut self) {
        let graph = Graph::of(&self.models);
        let named = self.groups.iter().flat_map(|group| graph.named_by(group)).collect();
        let reached = graph.reached(named, |_| false);
        let mut index = 0..;
        self.models.retain(|_| index.next().is_some_and(|index| reached.contains(&index)));
    }

    /// The features of the client: those of its groups, and that of the models that no call needs.
    pub fn features(&self) -> impl Iterator<Item = &str> {
        let groups = self.groups.iter().filter_map(|group| group.feature.as_deref());
        let has_others = self.models.iter().any(|model| model.features.iter().any(|feature| feature == OTHER_MODELS));
        groups.chain(has_others.then_some(OTHER_MODELS))
    }

    /// Makes all calls and models be there always.
    pub fn leave_out_features(&mut self) {
        self.groups.iter_mut().for_each(|group| group.feature = None);
        self.models.iter_mut().for_each(|model| model.features.clear());
    }
}

/// Which models hold which, by their places in the plan.
struct Graph<'a> {
    index: BTreeMap<&'a Name, usize>,
    held: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    fn of(models: &'a [Model]) -> Self {
        let index: BTreeMap<&Name, usize> = models.iter().enumerate().map(|(index, model)| (model.name(), index)).collect();
        let held = models.iter().map(|model| places(model.item.types().into_iter(), &index)).collect();
        Self { index, held }
    }

    /// The models that a group's calls mention.
    fn named_by(&self, group: &Group) -> Vec<usize> {
        places(group.operations.iter().flat_map(super::Operation::types), &self.index)
    }

    /// The models that some lead to, themselves included, without those that are settled.
    fn reached(&self, from: Vec<usize>, is_settled: impl Fn(usize) -> bool) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut queue = from;
        while let Some(model) = queue.pop() {
            if !is_settled(model) && reached.insert(model) {
                queue.extend(&self.held[model]);
            }
        }
        reached
    }
}

fn places<'t>(types: impl Iterator<Item = &'t Ty>, index: &BTreeMap<&Name, usize>) -> Vec<usize> {
    types.filter_map(|ty| index.get(ty.model()?).copied()).collect()
}
