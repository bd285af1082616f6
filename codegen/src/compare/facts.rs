//! Differences in facts: what the description says about an item beyond its type.

use super::change::{Change, Difference, shown};
use super::constraint::{Shift, shifted};
use super::credentials::are_enough;
use super::subject::Subject;
use crate::record::{FactName, Item};

impl Change<'_, '_> {
    /// Returns both items if both records have facts.
    fn with_facts(&self) -> Option<(&Item, &Item)> {
        let have_facts = self.pairs.before.has_facts() && self.pairs.after.has_facts();
        self.both().filter(|_| have_facts)
    }

    /// Returns the difference if a fact was added.
    pub(super) fn fact_added(&self, subjects: &[Subject], name: FactName) -> Vec<Difference> {
        match self.with_facts() {
            Some((before, after)) if before.fact(name).is_none() && after.fact(name).is_some() => self.among(subjects),
            _ => Vec::new(),
        }
    }

    /// Returns the difference if a fact was removed.
    pub(super) fn fact_removed(&self, subjects: &[Subject], name: FactName) -> Vec<Difference> {
        match self.with_facts() {
            Some((before, after)) if before.fact(name).is_some() && after.fact(name).is_none() => self.among(subjects),
            _ => Vec::new(),
        }
    }

    /// Returns the difference in the item if it is one of `subjects`.
    fn among(&self, subjects: &[Subject]) -> Vec<Difference> {
        let is_meant = subjects.contains(&self.subject());
        self.both().filter(|_| is_meant).map_or_else(Vec::new, |(before, after)| self.differs(shown(before), shown(after)))
    }

    /// Returns the difference if the facts of a name differ; `usual` is shown for a missing one.
    pub(super) fn fact_differs(&self, subjects: &[Subject], name: FactName, usual: &str) -> Vec<Difference> {
        match self.fact_values(name, usual) {
            Some((before, after)) if subjects.contains(&self.subject()) => self.differs(before, after),
            _ => Vec::new(),
        }
    }

    /// Returns the old and new alternatives of a call, separated by `|`, and whether one was removed, if they differ.
    pub(super) fn alternatives(&self, name: FactName, usual: &str) -> Option<(String, String, bool)> {
        let (before, after) = self.fact_values(name, usual).filter(|_| self.subject() == Subject::Call)?;
        let is_gone = if name == FactName::Auth {
            !are_enough(&before, &after)
        } else {
            let now: Vec<&str> = after.split(" | ").collect();
            before.split(" | ").any(|value| value != usual && !now.contains(&value))
        };
        Some((before, after, is_gone))
    }

    /// Returns the constraints that shifted in one direction.
    pub(super) fn constraints(&self, shift: Shift) -> Vec<Difference> {
        let Some((before, after)) = self.with_facts() else { return Vec::new() };
        let shifted = shifted(&before.facts, &after.facts, shift);
        shifted.into_iter().flat_map(|(before, after)| self.differs(before, after)).collect()
    }

    /// Returns the old and new values of the facts of a name if they differ.
    fn fact_values(&self, name: FactName, usual: &str) -> Option<(String, String)> {
        let (before, after) = self.with_facts()?;
        let values = |item: &Item| {
            let facts = item.facts.iter().filter(|fact| fact.name == name);
            let values: Vec<String> = facts.map(|fact| fact.value.clone().unwrap_or_else(|| name.word().to_owned())).collect();
            if values.is_empty() { usual.to_owned() } else { values.join(" | ") }
        };
        let values = (values(before), values(after));
        (values.0 != values.1).then_some(values)
    }
}
