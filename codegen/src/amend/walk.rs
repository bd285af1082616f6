//! The way from the schema of a body to the schemas behind a place in it.

use std::collections::BTreeSet;

use super::place::{Place, Step};
use super::route::{Route, Routes};
use crate::diagnostic::suggest;
use crate::node::{Node, Value};

/// What is behind a place.
pub(super) struct Reached {
    /// The schemas of the value.
    pub(super) routes: Vec<Route>,
    /// The schemas of the object that the last step was taken from.
    pub(super) owners: Vec<Route>,
}

/// How many schemas a value may have at once; more of them are not looked at.
const MOST: usize = 10_000;

/// How many properties an error names.
const NAMED: usize = 20;

/// Goes from schemas to those behind a place.
///
/// # Errors
///
/// Says how far it got, and what there is instead.
pub(super) fn walk(routes: &Routes<'_>, starts: &[Route], place: &Place) -> Result<Reached, String> {
    let mut reached = Reached { routes: starts.to_vec(), owners: Vec::new() };
    let mut variant = None;
    for (index, step) in place.steps.iter().enumerate() {
        if let Step::Variant(name) = step {
            variant = Some(name.as_str());
            continue;
        }
        let parts = parts(routes, &reached.routes, variant.take());
        let next = match step {
            Step::Property(name) => property(routes, &parts, name),
            Step::Item(item) => items(routes, &parts, *item),
            Step::Variant(_) => Vec::new(),
        };
        if next.is_empty() {
            return Err(missing(routes, &parts, place, index));
        }
        reached = Reached { routes: next, owners: parts };
    }
    Ok(reached)
}

/// The schemas that a value of some schemas has: their targets, and all that is in `allOf`, `oneOf` and `anyOf`.
fn parts(routes: &Routes<'_>, starts: &[Route], variant: Option<&str>) -> Vec<Route> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut open: Vec<Route> = starts.iter().rev().cloned().collect();
    while let Some(route) = open.pop() {
        if found.len() == MOST || !seen.insert(route.spot.clone()) {
            continue;
        }
        let inside = |key: &str| routes.child(&route, key).map(|list| routes.children(&list)).unwrap_or_default();
        let mut alternatives: Vec<Route> = ["oneOf", "anyOf"].into_iter().flat_map(inside).map(|(_, child)| child).collect();
        if let Some(variant) = variant {
            let is_named = |route: &Route| is_called(routes, route, variant);
            if alternatives.iter().any(is_named) {
                alternatives.retain(is_named);
            }
        }
        let members = inside("allOf").into_iter().map(|(_, child)| child);
        let target = routes.target(&route);
        let next: Vec<Route> = target.into_iter().chain(members).chain(alternatives).collect();
        open.extend(next.into_iter().rev());
        found.push(route);
    }
    found
}

/// Whether an alternative is the one that a type is named after.
fn is_called(routes: &Routes<'_>, route: &Route, variant: &str) -> bool {
    let plain = |name: &str| {
        name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let node = routes.node(route);
    let reference = node.and_then(Node::reference).and_then(|(_, target)| target.rsplit('/').next());
    let title = node.and_then(|node| node.get("title")).and_then(Node::as_str);
    [reference, title].into_iter().flatten().any(|name| plain(name) == plain(variant))
}

fn property(routes: &Routes<'_>, parts: &[Route], name: &str) -> Vec<Route> {
    let declared = |route: &Route| {
        let properties = routes.resolved(routes.child(route, "properties")?);
        routes.child(&properties, name)
    };
    let found: Vec<Route> = parts.iter().filter_map(declared).collect();
    if !found.is_empty() {
        return found;
    }
    parts.iter().filter_map(|route| schema(routes, route, "additionalProperties")).collect()
}

fn items(routes: &Routes<'_>, parts: &[Route], item: Option<usize>) -> Vec<Route> {
    let place = |route: &Route| {
        let places = ["prefixItems", "items"].into_iter().find_map(|key| {
            routes.child(route, key).filter(|list| routes.node(list).is_some_and(|node| node.as_sequence().is_some()))
        });
        routes.child(&places?, &item?.to_string())
    };
    parts.iter().filter_map(|route| place(route).or_else(|| schema(routes, route, "items"))).collect()
}

/// The schema under a keyword, if it says anything of the value.
fn schema(routes: &Routes<'_>, route: &Route, key: &str) -> Option<Route> {
    let child = routes.child(route, key)?;
    matches!(routes.node(&child)?.value, Value::Mapping(_)).then_some(child)
}

/// What to say of a place that is not there.
fn missing(routes: &Routes<'_>, parts: &[Route], place: &Place, index: usize) -> String {
    let before = place.before(index);
    let here = if before.steps.is_empty() { "the body".to_owned() } else { format!("`{before}`") };
    let mut known: Vec<String> = Vec::new();
    for route in parts {
        let properties = routes.child(route, "properties").map(|properties| routes.resolved(properties));
        for (name, _) in properties.iter().flat_map(|properties| routes.children(properties)) {
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
    let is_list = parts.iter().any(|route| routes.child(route, "items").is_some());
    let listed: Vec<String> = known.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let more = if known.len() > NAMED { format!(" and {} more", known.len() - NAMED) } else { String::new() };
    let there_is = match (known.is_empty(), is_list) {
        (false, _) => format!("{here} has the properties {}{more}", listed.join(", ")),
        (true, true) => format!("{here} is a list"),
        (true, false) => format!("the description says nothing of what is in {here}"),
    };
    let nearest = match &place.steps[index] {
        Step::Property(name) => suggest(name, known.iter().map(String::as_str)),
        _ => None,
    };
    let help = nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    format!("there is no `{}`: {there_is}{help}", place.before(index + 1))
}
