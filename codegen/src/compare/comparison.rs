//! Runs every rule on every change.

use indexmap::IndexMap;

use super::arguments::Arguments;
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
    fold(found(&before, &after, &pairs), &before, &after, &pairs)
}

/// Returns what each rule finds in each change.
fn found<'c, 'r>(before: &Used<'r>, after: &Used<'r>, pairs: &'c Pairs<'r>) -> Vec<Found<'c, 'r>> {
    let of_change = |change: Change<'c, 'r>| {
        let of_rule = move |rule: &'static Rule| {
            (rule.applies)(&change).into_iter().map(move |difference| Found { rule, change, difference })
        };
        RULES.iter().flat_map(of_rule)
    };
    changes(before, after, pairs).into_iter().flat_map(of_change).collect()
}

/// Returns the ids of the rules that find something, each with its message, before consequences are folded into causes.
#[cfg(test)]
pub(super) fn messages(before: &Record, after: &Record) -> Vec<(&'static str, String)> {
    let (before, after) = (Used::of(before, true), Used::of(after, true));
    let pairs = Pairs::all(&before, &after);
    let message = |Found { rule, difference: Difference { key, path, before, after }, .. }: Found<'_, '_>| {
        (rule.id, rule.message_of(&key, &path, &before, &after))
    };
    found(&before, &after, &pairs).into_iter().map(message).collect()
}

/// Returns whether a call or constructor that is recorded as before takes a struct with different fields.
fn has_other_fields(item: &Item, before: &Record, after: &Record) -> bool {
    let takes_struct = matches!(item.kind, Kind::Constructor | Kind::Method) && item.ty.contains("Required");
    takes_struct && Arguments::of(before, item) != Arguments::of(after, item)
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
        let is_same = now == Some(item) && !has_other_fields(item, before.record, after.record);
        (!is_same).then(|| Change { pairs, before: Some(item), after: now, instead: instead() })
    });
    let new = after.items().filter(|item| pairs.before(item).is_none());
    of_earlier.chain(new.map(|item| Change { pairs, before: None, after: Some(item), instead: None })).collect()
}
