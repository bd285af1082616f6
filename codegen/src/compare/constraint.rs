//! Compares constraints: which of two is satisfied by fewer values.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Fact, FactName};

/// How a constraint changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// Some values that satisfied the old constraint violate the new one.
    Tightened,
    /// All of them satisfy the new one, and so do others.
    Loosened,
}

/// How the bound of a constraint relates to the number of values that satisfy it.
enum Order {
    /// A greater bound allows fewer values.
    Least,
    /// A greater bound allows more values.
    Most,
    /// A longer list allows more values.
    Listed,
    /// Two bounds cannot be ordered.
    Other,
}

fn order(name: FactName) -> Option<Order> {
    match name {
        FactName::MinLength | FactName::Minimum | FactName::ExclusiveMinimum | FactName::MinItems | FactName::MinProperties => {
            Some(Order::Least)
        }
        FactName::MaxLength | FactName::Maximum | FactName::ExclusiveMaximum | FactName::MaxItems | FactName::MaxProperties => {
            Some(Order::Most)
        }
        FactName::Enum => Some(Order::Listed),
        FactName::Pattern
        | FactName::MultipleOf
        | FactName::UniqueItems
        | FactName::Format
        | FactName::ContentEncoding
        | FactName::ContentMediaType
        | FactName::PatternProperties
        | FactName::Rule => Some(Order::Other),
        _ => None,
    }
}

/// Returns the constraints that shifted in one direction, each before and after, with `nothing` for a missing one.
pub(super) fn shifted(before: &[Fact], after: &[Fact], shift: Shift) -> Vec<(String, String)> {
    let (before, after) = (constraints(before), constraints(after));
    let texts: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = texts.into_iter().filter_map(|place| {
        let (one, other) = (before.get(place), after.get(place));
        let shown = |fact: Option<&Fact>| {
            fact.map_or("nothing".to_owned(), |fact| {
                format!("{place}{fact}").trim_start_matches(|c| c != ' ').trim_start().to_owned()
            })
        };
        (of_two(one, other) == Some(shift)).then(|| (shown(one), shown(other)))
    });
    changed.collect()
}

fn of_two(before: Option<&Fact>, after: Option<&Fact>) -> Option<Shift> {
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Shift::Tightened),
        (Some(_), None) => return Some(Shift::Loosened),
        (Some(before), Some(after)) if before == after => return None,
        (Some(before), Some(after)) => (before, after),
    };
    let (one, other) = (before.value.as_deref().unwrap_or_default(), after.value.as_deref().unwrap_or_default());
    let numbers = one.parse::<f64>().ok().zip(other.parse::<f64>().ok());
    let listed = |text: &str| text.split(" | ").map(str::to_owned).collect::<BTreeSet<String>>();
    let is_loosened = match (order(before.name), numbers) {
        (Some(Order::Least), Some((one, other))) => other < one,
        (Some(Order::Most), Some((one, other))) => other > one,
        (Some(Order::Listed), _) => listed(other).is_superset(&listed(one)),
        _ => false,
    };
    Some(if is_loosened { Shift::Loosened } else { Shift::Tightened })
}

/// Returns the constraints of a value and of the values inside it, by position and name.
fn constraints(facts: &[Fact]) -> BTreeMap<String, Fact> {
    let mut found = BTreeMap::new();
    for fact in facts {
        add("", fact.clone(), &mut found);
    }
    found
}

fn add(place: &str, fact: Fact, found: &mut BTreeMap<String, Fact>) {
    match fact.inner() {
        Some(inner) => add(&format!("{place}{} ", fact.name.word()), inner, found),
        None if order(fact.name).is_some() => {
            found.insert(format!("{} {place}", fact.name.word()), fact);
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(before: &str, after: &str) -> (usize, usize) {
        let facts = |text: &str| -> Vec<Fact> { text.split("; ").filter_map(Fact::parse).collect() };
        let count = |shift| shifted(&facts(before), &facts(after), shift).len();
        (count(Shift::Tightened), count(Shift::Loosened))
    }

    #[test]
    fn what_fewer_values_meet_is_tightened() {
        assert_eq!(shift("max-length 20", "max-length 10"), (1, 0));
        assert_eq!(shift("min-length 2", "min-length 10"), (1, 0));
        assert_eq!(shift("minimum -1", "minimum -1.5"), (0, 1));
        assert_eq!(shift("", "pattern ^a$"), (1, 0));
        assert_eq!(shift("pattern ^a$", "pattern ^b$"), (1, 0));
        assert_eq!(shift("enum 1 | 2", "enum 1 | 2 | 3"), (0, 1));
        assert_eq!(shift("enum 1 | 2", "enum 1 | 3"), (1, 0));
        assert_eq!(shift("min-length 2; max-length 9", "min-length 1; max-length 8"), (1, 1));
        assert_eq!(shift("default 1", "default 2"), (0, 0));
    }

    #[test]
    fn items_have_constraints_as_well() {
        assert_eq!(shift("items max-length 9", "items max-length 8"), (1, 0));
        let facts = |text: &str| Fact::parse(text).into_iter().collect::<Vec<_>>();
        let found = shifted(&facts("items max-length 9"), &[], Shift::Loosened);
        assert_eq!(found, [("items max-length 9".to_owned(), "nothing".to_owned())]);
    }
}
