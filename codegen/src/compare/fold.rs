//! Folds the consequences of a change into its finding.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::change::Difference;
use super::comparison::Found;
use super::direction::direction;
use super::finding::{Consequence, Finding};
use super::pairs::Pairs;
use super::rule::{Effect, Rule, Severity};
use super::subject::Subject;
use super::used::Used;
use crate::record::path::{models_in, split};
use crate::record::{Item, Key, Kind};

/// What happened to an item, as far as consequences depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Removed,
    Added,
    Renamed,
    Changed,
}

/// All findings about one key; the first one is reported.
struct Node<'f, 'c, 'r> {
    found: Vec<&'f Found<'c, 'r>>,
    fate: Fate,
    /// The node that this one follows from.
    cause: Option<usize>,
}

/// Returns the findings, each with its consequences.
pub(super) fn fold(found: Vec<Found<'_, '_>>, before: &Used<'_>, after: &Used<'_>, pairs: &Pairs<'_>) -> Vec<Finding> {
    let mut nodes = nodes(&found, pairs);
    let places = Places::of(&nodes);
    for place in 0..nodes.len() {
        nodes[place].cause = places.cause(&nodes, place);
    }
    add_causes_by_use(&mut nodes, &places, before, after, pairs);
    let roots: Vec<usize> = (0..nodes.len()).map(|place| root(&nodes, place)).collect();
    let mut findings: BTreeMap<usize, Finding> = BTreeMap::new();
    for (place, node) in nodes.iter().enumerate().filter(|(place, _)| roots[*place] == *place) {
        findings.insert(place, finding(node, before, after));
    }
    for (place, node) in nodes.iter().enumerate().filter(|(place, _)| roots[*place] != *place) {
        let Some(root) = findings.get_mut(&roots[place]) else { continue };
        if root.rule.contents.is_some_and(|(rule, _)| node.found[0].rule.id == rule) {
            root.wire = root.wire.max(finding(node, before, after).wire);
        }
        root.consequences.extend(node.found.iter().map(|found| consequence(found)));
    }
    // A change may have no severity in its direction.
    findings.into_values().filter(|finding| finding.severity().is_some()).collect()
}

/// Groups the findings by key: several changes of an item's shape are one.
fn nodes<'f, 'c, 'r>(found: &'f [Found<'c, 'r>], pairs: &Pairs<'_>) -> Vec<Node<'f, 'c, 'r>> {
    let mut by_key: IndexMap<(Key, Option<&str>), Vec<&Found<'_, '_>>> = IndexMap::new();
    for found in found {
        // Changed values are findings on their own.
        let value = (!found.rule.is_of_shape).then_some(found.rule.id);
        let is_gone = found.change.after.is_none();
        let key = if is_gone { pairs.key_after(&found.difference.key) } else { found.difference.key.clone() };
        by_key.entry((key, value)).or_default().push(found);
    }
    let node = |mut found: Vec<&'f Found<'c, 'r>>| {
        // Rules are listed with the most informative first.
        found.sort_by_key(|found| std::cmp::Reverse(urgency(found)));
        let fate = fate(found[0]);
        Node { found, fate, cause: None }
    };
    by_key.into_values().map(node).collect()
}

/// Returns whether it breaks behaviour, source or the wire, the most urgent first.
fn urgency(found: &Found<'_, '_>) -> [bool; 3] {
    let breaks = |effect: Effect| effect.otherwise == Some(Severity::Breaking);
    [breaks(found.rule.behaviour), breaks(found.rule.source), breaks(found.rule.wire)]
}

fn fate(found: &Found<'_, '_>) -> Fate {
    let Difference { before, after, .. } = &found.difference;
    match found.change.both() {
        _ if after.is_empty() => Fate::Removed,
        _ if before.is_empty() => Fate::Added,
        Some((before, after)) if before.path != after.path => Fate::Renamed,
        _ => Fate::Changed,
    }
}

/// The nodes by keys and paths of their items.
struct Places<'f> {
    by_key: BTreeMap<&'f Key, usize>,
    by_path: BTreeMap<&'f str, usize>,
    /// Groups by their features.
    by_feature: BTreeMap<&'f str, usize>,
}

impl<'f> Places<'f> {
    fn of<'r: 'f>(nodes: &[Node<'f, '_, 'r>]) -> Self {
        let mut places = Self { by_key: BTreeMap::new(), by_path: BTreeMap::new(), by_feature: BTreeMap::new() };
        for (place, node) in nodes.iter().enumerate().filter(|(_, node)| node.found[0].rule.is_of_shape) {
            for found in &node.found {
                places.by_key.entry(&found.difference.key).or_insert(place);
                for item in [found.change.before, found.change.after].into_iter().flatten() {
                    places.by_key.entry(&item.key).or_insert(place);
                    if matches!(item.kind, Kind::Module | Kind::Struct | Kind::Enum | Kind::Alias) {
                        places.by_path.entry(&item.path).or_insert(place);
                    }
                    if item.kind == Kind::Module {
                        places.by_feature.extend(item.features.iter().map(|feature| (feature.as_str(), place)));
                    }
                }
            }
        }
        places
    }

    /// Returns the node that another one follows from: that of an enclosing item.
    fn cause(&self, nodes: &[Node<'_, '_, '_>], place: usize) -> Option<usize> {
        let node = &nodes[place];
        let item = node.found[0].change.item();
        let keys: Vec<Key> = node.found[0].difference.key.ancestors().chain(item.key.ancestors()).collect();
        let around_key = keys.iter().rev().filter_map(|key| self.by_key.get(key).copied());
        let of_feature = self.by_feature.get(item.path.as_str()).copied().filter(|_| item.kind == Kind::Feature);
        let ends = item.path.match_indices("::").map(|(end, _)| end).collect::<Vec<_>>();
        let around_path = ends.iter().rev().filter_map(|end| self.by_path.get(&item.path[..*end]).copied());
        around_key.chain(around_path).chain(of_feature).find(|around| *around != place && explains(&nodes[*around], node))
    }

    /// Returns the node of an item or of the nearest enclosing one.
    fn around(&self, item: &Item) -> Option<usize> {
        let keys: Vec<Key> = item.key.ancestors().collect();
        keys.iter().rev().find_map(|key| self.by_key.get(key).copied())
    }
}

/// Returns whether a change inside an item, or inside its module, follows from the change of the item.
fn explains(around: &Node<'_, '_, '_>, inside: &Node<'_, '_, '_>) -> bool {
    let (of, rule) = (&around.found[0].change, inside.found[0].rule);
    match (around.fate, inside.fate) {
        _ if !rule.is_of_shape => false,
        (Fate::Removed, Fate::Removed) | (Fate::Added, Fate::Added) => true,
        (Fate::Renamed, Fate::Renamed) => is_renamed_with(around, inside),
        // A type change explains additions and removals inside the value.
        (Fate::Changed, _) => (of.types().is_some() || of.after.is_none()) && inside.fate != Fate::Changed,
        _ => false,
    }
}

/// Returns whether an item was renamed because the enclosing item or its call was.
fn is_renamed_with(around: &Node<'_, '_, '_>, inside: &Node<'_, '_, '_>) -> bool {
    let change = &inside.found[0].change;
    let Some((before, after)) = change.both() else { return false };
    let owners = (split(&before.path).0, split(&after.path).0);
    let is_of = |(one, other): (&Item, &Item)| (one.path.as_str(), other.path.as_str()) == owners;
    let has_same_name = !change.has_other_name() && around.found.iter().filter_map(|found| found.change.both()).any(is_of);
    let is_own =
        change.subject() == Subject::CallType && inside.found[0].rule.source.otherwise <= around.found[0].rule.source.otherwise;
    has_same_name || is_own
}

/// Finds the causes of removed and added models: every old user of one was removed, or every new user of one was added.
fn add_causes_by_use(
    nodes: &mut [Node<'_, '_, '_>],
    places: &Places<'_>,
    before: &Used<'_>,
    after: &Used<'_>,
    pairs: &Pairs<'_>,
) {
    for (fate, used) in [(Fate::Removed, before), (Fate::Added, after)] {
        let is_open = |node: &Node<'_, '_, '_>| {
            node.fate == fate && node.cause.is_none() && node.found[0].change.subject() == Subject::Model
        };
        let mut open: BTreeMap<&str, usize> = BTreeMap::new();
        for (place, node) in nodes.iter().enumerate().filter(|(_, node)| is_open(node)) {
            open.insert(&node.found[0].change.item().path, place);
        }
        let users = users(used, &open);
        let mut causes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (path, place) in &open {
            let users = users.get(path).map(Vec::as_slice).unwrap_or_default();
            let uses_no_more = |user: &&Item| match fate {
                Fate::Removed => pairs.after(user).is_none_or(|now| pairs.typed_in_call(user, now) != now.ty),
                _ => pairs.before(user).is_none_or(|earlier| pairs.typed_in_call(earlier, user) != user.ty),
            };
            if users.iter().all(uses_no_more) {
                causes
                    .insert(*place, users.iter().filter_map(|user| places.around(user)).filter(|cause| cause != place).collect());
            }
        }
        // One explained user explains a model; models that only use each other stay unexplained.
        let mut is_settled = false;
        while !is_settled {
            let found: Vec<(usize, usize)> = causes
                .iter()
                .filter_map(|(place, users)| {
                    let is_explained = |user: &&usize| !causes.contains_key(&root(nodes, **user));
                    users.iter().find(is_explained).map(|cause| (*place, *cause))
                })
                .collect();
            is_settled = found.is_empty();
            for (place, cause) in found {
                nodes[place].cause = Some(cause);
                causes.remove(&place);
            }
        }
    }
}

/// Returns the items outside of each model that mention it in their types.
fn users<'r>(used: &Used<'r>, models: &BTreeMap<&'r str, usize>) -> BTreeMap<&'r str, Vec<&'r Item>> {
    let mut users: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in used.items().filter(|_| !models.is_empty()) {
        for at in models_in(&item.ty) {
            let path = &item.ty[at];
            let is_itself = item.path.strip_prefix(path).is_some_and(|rest| rest.starts_with("::"));
            if models.contains_key(path) && !is_itself {
                users.entry(path).or_default().push(item);
            }
        }
    }
    users
}

/// Follows the causes of a node up to one without a cause.
fn root(nodes: &[Node<'_, '_, '_>], place: usize) -> usize {
    let mut root = place;
    while let Some(cause) = nodes[root].cause {
        root = cause;
    }
    root
}

fn finding(node: &Node<'_, '_, '_>, before: &Used<'_>, after: &Used<'_>) -> Finding {
    let found = node.found[0];
    let direction = direction(&found.change, before.record, after.record);
    let worst =
        |effect: fn(&Rule) -> Effect| node.found.iter().map(|found| effect(found.rule).in_direction(direction)).max().flatten();
    let Difference { key, path, before, after } = found.difference.clone();
    Finding {
        rule: found.rule,
        key,
        path,
        before,
        after,
        direction,
        source: worst(|rule| rule.source),
        wire: worst(|rule| rule.wire),
        behaviour: worst(|rule| rule.behaviour),
        location: None,
        consequences: node.found[1..].iter().map(|found| consequence(found)).collect(),
        allowed: None,
    }
}

fn consequence(found: &Found<'_, '_>) -> Consequence {
    Consequence { rule: found.rule.id, key: found.difference.key.clone(), path: found.difference.path.clone() }
}
