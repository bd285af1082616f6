//! Rules as sentences: what a value must be like beyond its type.

use super::docs::{or, sentence};
use super::json;
use crate::api::Rule;
use crate::node::Node;
use crate::plan::docs::code;

/// What a rule says.
pub(in crate::plan) fn said(rule: &Rule) -> String {
    if let Rule::Bound(None, kind) = rule {
        return sentence(kind).unwrap_or_default();
    }
    let mut sentence = demand(rule) + ".";
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

fn uncapitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// A rule as a demand: `name` is required.
fn demand(rule: &Rule) -> String {
    match rule {
        Rule::Given(of, names) => format!("{} required", are(of.as_ref(), names)),
        Rule::Only(names) => only(names, "allowed"),
        Rule::All(parts) => joined(parts.iter().map(demand), "and"),
        Rule::Any(parts) => match single_names(parts) {
            Some(names) => format!("at least one of {} is required", and(&names)),
            None => format!("at least one of these holds: {}", listed(parts)),
        },
        Rule::One(parts) => match single_names(parts) {
            Some(names) => format!("exactly one of {} is required", and(&names)),
            None => format!("exactly one of these holds: {}", listed(parts)),
        },
        Rule::If(parts) => {
            let [condition, then, otherwise] = &**parts;
            match (then.is_nothing(), otherwise.is_nothing()) {
                (_, true) => format!("if {}, {}", fact(condition), demand(then)),
                (true, false) => format!("unless {}, {}", fact(condition), demand(otherwise)),
                (false, false) => format!("if {}, {}; otherwise, {}", fact(condition), demand(then), demand(otherwise)),
            }
        }
        Rule::Not(part) => denied(part, "allowed"),
        Rule::Values(..) | Rule::Bound(..) => fact(rule),
    }
}

/// A rule as a fact: `name` is given.
fn fact(rule: &Rule) -> String {
    match rule {
        Rule::Given(of, names) => format!("{} given", are(of.as_ref(), names)),
        Rule::Values(property, values) => value(property.as_ref(), "is", values),
        Rule::Bound(property, kind) => {
            let sentence = sentence(kind).unwrap_or_default();
            let bound = uncapitalized(sentence.trim_end_matches('.').replacen(": ", " ", 1));
            property.as_ref().map_or_else(|| bound.clone(), |name| format!("{bound} for {}", code(name)))
        }
        Rule::Only(names) => only(names, "given"),
        Rule::All(parts) => joined(parts.iter().map(fact), "and"),
        Rule::Any(parts) => joined(parts.iter().map(fact), "or"),
        Rule::One(parts) => format!("exactly one of these holds: {}", joined(parts.iter().map(fact), "or")),
        Rule::If(_) => demand(rule),
        Rule::Not(part) => denied(part, "given"),
    }
}

/// That a rule does not hold. A property is not "allowed", or not "given".
fn denied(rule: &Rule, word: &str) -> String {
    match rule {
        Rule::Given(of, names) if names.len() > 1 => format!("{} are not {word} together", and(&paths(of.as_ref(), names))),
        Rule::Given(of, names) => format!("{} is not {word}", and(&paths(of.as_ref(), names))),
        Rule::Values(property, values) => value(property.as_ref(), "is not", values),
        Rule::All(parts) => format!("not all of these hold: {}", joined(parts.iter().map(fact), "and")),
        other => format!("this does not hold: {}", fact(other)),
    }
}

/// That no other properties are "allowed" or "given".
fn only(names: &[String], word: &str) -> String {
    match names {
        [] => format!("no properties are {word}"),
        names => format!("no properties but {} are {word}", and(names)),
    }
}

/// That a property or the value itself "is" or "is not" one of several values.
fn value(property: Option<&String>, is: &str, values: &[Node]) -> String {
    let values: Vec<String> = values.iter().map(json).collect();
    let values = or(values.iter().map(String::as_str)).unwrap_or_default();
    property.map_or_else(|| format!("the value {is} {values}"), |name| format!("{} {is} {values}", code(name)))
}

/// The names, if each of the rules demands one property.
fn single_names(parts: &[Rule]) -> Option<Vec<String>> {
    let name = |part: &Rule| match part {
        Rule::Given(of, names) if names.len() == 1 => Some(path(of.as_ref(), &names[0])),
        _ => None,
    };
    parts.iter().map(name).collect()
}

fn listed(parts: &[Rule]) -> String {
    let clause = |part: &Rule| match part {
        Rule::Any(_) | Rule::One(_) | Rule::If(_) => format!("({})", demand(part)),
        _ => demand(part),
    };
    parts.iter().map(clause).collect::<Vec<_>>().join("; ")
}

/// A property of the value, or of a property of it.
fn path(of: Option<&String>, name: &str) -> String {
    of.map_or_else(|| name.to_owned(), |of| format!("{of}.{name}"))
}

fn paths(of: Option<&String>, names: &[String]) -> Vec<String> {
    names.iter().map(|name| path(of, name)).collect()
}

/// "`a` is", "`a` and `b` are"
fn are(of: Option<&String>, names: &[String]) -> String {
    format!("{} {}", and(&paths(of, names)), if names.len() == 1 { "is" } else { "are" })
}

fn and(names: &[String]) -> String {
    joined(names.iter().map(|name| code(name)), "and")
}

/// "a", "a and b", "a, b and c"
fn joined(parts: impl Iterator<Item = String>, word: &str) -> String {
    let parts: Vec<String> = parts.collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {word} {last}", others.join(", ")),
        None => String::new(),
    }
}
