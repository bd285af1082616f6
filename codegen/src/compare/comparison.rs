//! Runs every rule on every change.

use indexmap::IndexMap;

use super::change::{Change, Difference};
use super::finding::Finding;
use super::fold::fold;
use super::pairs::Pairs;
use super::rule::Rule;
use super::rules::RULES;
use super::used::Used;
use crate::record::{Item, Kind, Record};

/// A difference that a rule found in a change.
pub(super) struct Found<'c, 'r> {
    pub(super) rule: &'static Rule,
    pub(super) change: Change<'c, 'r>,
    pub(super) difference: Difference,
}

/// Compares two APIs and returns the findings, each with its consequences.
pub(super) fn findings(before: &Record, after: &Record) -> Vec<Finding> {
    let have_facts = before.has_facts() && after.has_facts();
    let (before, after) = (Used::of(before, have_facts), Used::of(after, have_facts));
    let pairs = Pairs::all(&before, &after);
    let found = changes(&before, &after, &pairs).into_iter().flat_map(|change| {
        let differences = |rule: &'static Rule| (rule.applies)(&change).into_iter().map(move |difference| (rule, difference));
        let found = RULES.iter().flat_map(differences);
        found.map(|(rule, difference)| Found { rule, change, difference }).collect::<Vec<_>>()
    });
    fold(found.collect(), &before, &after, &pairs)
}

/// Returns the items that differ: those of the old API, then new ones.
fn changes<'c, 'r>(before: &Used<'r>, after: &Used<'r>, pairs: &'c Pairs<'r>) -> Vec<Change<'c, 'r>> {
    let is_changed = |item: &&'r Item| pairs.before(item) != Some(item);
    let changed: IndexMap<(&str, Kind), &Item> =
        after.items().filter(is_changed).map(|item| ((item.path.as_str(), item.kind), item)).collect();
    let of_earlier = before.items().filter_map(|item| {
        let now = pairs.after(item);
        let at_path = |kind| changed.get(&(item.path.as_str(), kind)).copied().filter(|found| Some(*found) != now);
        let instead = || at_path(item.kind).or_else(|| at_path(Kind::Alias));
        (now != Some(item)).then(|| Change { pairs, before: Some(item), after: now, instead: instead() })
    });
    let new = after.items().filter(|item| pairs.before(item).is_none());
    of_earlier.chain(new.map(|item| Change { pairs, before: None, after: Some(item), instead: None })).collect()
}
