//! Features: each group of calls can be left out of a build, with the models that nothing else needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Model, Name, Plan, Recorded, Ty};

/// Names that have a meaning of their own among a crate's features.
const RESERVED: [&str; 2] = ["default", "reqwest"];

/// Gives each group a feature, and each model the features of the groups that need it.
///
/// A client of one group has no features. A group that had none when the client was last generated stays without: whoever
/// builds the client without default features has it, and would lose it.
pub fn assign(groups: &mut [Group], models: &mut [Model], recorded: &Recorded) {
    let known: BTreeSet<&str> = recorded.groups.values().map(String::as_str).collect();
    let is_single = groups.len() < 2;
    let mut taken = BTreeSet::new();
    for group in &mut *groups {
        let feature = name(&group.module, &mut taken);
        let is_kept_without = known.contains(group.module.as_str()) && !recorded.features.contains(&feature);
        group.feature = (!is_single && !is_kept_without).then_some(feature);
    }
    let needs = needs(groups, models);
    for model in models {
        model.features = needs.get(model.name()).cloned().unwrap_or_default();
    }
}

/// `cloud-functions`; the tags `default` and `reqwest` give `default-api` and `reqwest-api`.
fn name(module: &Name, taken: &mut BTreeSet<String>) -> String {
    let plain = module.as_str().trim_end_matches('_').replace('_', "-");
    let wanted = if RESERVED.contains(&plain.as_str()) { format!("{plain}-api") } else { plain };
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let free = [wanted.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name));
    let name = free.expect("there are more numbers than names");
    taken.insert(name.clone());
    name
}

/// How many groups may need a model for it to be left out with them; `cfg` names each.
const MOST: usize = 100;

/// The features of which one has to be on for a model to be needed; models that are not in here are always there.
fn needs(groups: &[Group], models: &[Model]) -> BTreeMap<Name, Vec<String>> {
    let graph = Graph::of(models);
    let mut features: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); models.len()];
    let mut always = vec![false; models.len()];
    for group in groups {
        // What is always there need not be followed: so is all that it holds.
        for reached in graph.reached(graph.named_by(group), &always) {
            always[reached] |= match &group.feature {
                Some(feature) => features[reached].insert(feature) && features[reached].len() > MOST,
                None => true,
            };
        }
    }
    // What no call needs is there for those who name it, and so is what it holds.
    let unneeded = (0..models.len()).filter(|model| features[*model].is_empty()).collect();
    graph.reached(unneeded, &[]).into_iter().for_each(|model| always[model] = true);
    let count = groups.iter().filter(|group| group.feature.is_some()).count();
    let gated = models.iter().zip(features).zip(always).filter(|((_, features), always)| !always && features.len() < count);
    gated.map(|((model, features), _)| (model.name().clone(), features.into_iter().map(str::to_owned).collect())).collect()
}

impl Plan {
    /// Keeps the models that the calls need.
    pub fn leave_out_unneeded_models(&mut self) {
        let graph = Graph::of(&self.models);
        let named = self.groups.iter().flat_map(|group| graph.named_by(group)).collect();
        let reached = graph.reached(named, &[]);
        let mut index = 0..;
        self.models.retain(|_| index.next().is_some_and(|index| reached.contains(&index)));
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
    fn reached(&self, from: Vec<usize>, settled: &[bool]) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut queue = from;
        while let Some(model) = queue.pop() {
            if settled.get(model) != Some(&true) && reached.insert(model) {
                queue.extend(&self.held[model]);
            }
        }
        reached
    }
}

fn places<'t>(types: impl Iterator<Item = &'t Ty>, index: &BTreeMap<&Name, usize>) -> Vec<usize> {
    types.filter_map(|ty| index.get(ty.model()?).copied()).collect()
}
