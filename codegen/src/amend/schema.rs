//! What an overlay says of a schema.

use serde_json::{Value as Json, json};

use super::action::{Action, Change};
use super::route::{Dialect, Route, Routes, quoted, steps};
use crate::node::{Mapping, Node, Value};

/// Keywords that say nothing of the value's type.
const KEPT: [&str; 7] = ["title", "description", "deprecated", "readOnly", "writeOnly", "externalDocs", "x-clientsmith"];

/// Keywords that only allow null beside the type.
const NULLS: [&str; 2] = ["nullable", "x-nullable"];

/// Allows null; nothing if it is allowed.
pub(super) fn nullable(routes: &Routes<'_>, route: &Route) -> Option<Vec<Action>> {
    let node = routes.node(route)?;
    if allows_null(routes, route) {
        return None;
    }
    let update = |update: Json| Some(vec![Action::new(&route.path, Change::Update(update))]);
    let listed = |mut entries: Json| {
        if node.get("enum").is_some() {
            entries["enum"] = json!([null]);
        }
        update(entries)
    };
    match routes.dialect() {
        Dialect::Swagger => return update(json!({ "x-nullable": true })),
        Dialect::V3_0 => return listed(json!({ "nullable": true })),
        Dialect::Later => {}
    }
    if let Some((_, reference)) = node.reference() {
        let either = json!({ "anyOf": [{ "$ref": reference }, { "type": "null" }] });
        let removed = Action::new(&format!("{}['$ref']", route.path), Change::Remove);
        return Some(vec![removed, Action::new(&route.path, Change::Update(either))]);
    }
    match node.get("type").map(|types| &types.value) {
        Some(Value::String(only)) => return listed(json!({ "type": [only, "null"] })),
        Some(Value::Sequence(_)) => return listed(json!({ "type": ["null"] })),
        _ => {}
    }
    match ["oneOf", "anyOf"].into_iter().find(|key| node.get(key).is_some()) {
        Some(key) => update(json!({ key: [{ "type": "null" }] })),
        None if node.get("enum").is_some() => listed(json!({})),
        // Only a schema around it could say so in the words of JSON Schema; this one is read, too.
        None => update(json!({ "nullable": true })),
    }
}

/// Takes a property out of `required` wherever it is; nothing if it is nowhere.
pub(super) fn optional(routes: &Routes<'_>, owners: &[Route], name: &str) -> Option<(Vec<Action>, Vec<Route>)> {
    let mut actions = Vec::new();
    let mut changed = Vec::new();
    for owner in owners {
        let list = routes.child(owner, "required").map(|list| routes.settled(list));
        let names = list.as_ref().and_then(|list| routes.node(list)?.as_sequence()).unwrap_or_default();
        let of_itself = routes.child(owner, "properties").and_then(|all| {
            let property = routes.child(&routes.resolved(all), name)?;
            routes.child(&property, "required").filter(|required| routes.node(required).and_then(Node::as_bool) == Some(true))
        });
        let is_it = |node: &Node| node.as_str() == Some(name);
        let own = list.filter(|_| names.iter().any(is_it)).map(|list| {
            let path = if names.iter().all(is_it) { list.path } else { format!("{}[?@ == {}]", list.path, quoted(name)) };
            Action::new(&path, Change::Remove)
        });
        let of_itself = of_itself.map(|required| Action::new(&required.path, Change::Remove));
        if own.is_some() || of_itself.is_some() {
            changed.push(owner.clone());
        }
        actions.extend(own.into_iter().chain(of_itself));
    }
    (!actions.is_empty()).then_some((actions, changed))
}

/// Says nothing of the value; nothing to do if nothing is said.
pub(super) fn untyped(routes: &Routes<'_>, route: &Route) -> Option<Vec<Action>> {
    let removed = removed(routes.node(route)?.as_mapping()?, &[]);
    (!removed.is_empty()).then(|| vec![removal(route, &removed)])
}

/// Says of the value that it is of a JSON type, and no more; nothing to do if that is all that is said.
pub(super) fn typed(routes: &Routes<'_>, route: &Route, ty: &str) -> Option<Vec<Action>> {
    let node = routes.node(route)?;
    let had_null = node.get("type").and_then(Node::as_sequence).is_some_and(|types| types.iter().any(is_null));
    let types = if had_null { json!([ty, "null"]) } else { json!(ty) };
    let mut update = json!({ "type": types });
    if ty == "array" {
        update["items"] = json!({});
    }
    let mut removed = removed(node.as_mapping()?, &NULLS);
    let is_so = node.get("type").and_then(Node::as_str) == Some(ty);
    if is_so && removed.iter().all(|key| key == "type" || (ty == "array" && key == "items")) {
        return None;
    }
    if node.get("type").is_some_and(|types| types.as_sequence().is_none()) {
        removed.retain(|key| key != "type");
    }
    let removal = (!removed.is_empty()).then(|| removal(route, &removed));
    Some(removal.into_iter().chain([Action::new(&route.path, Change::Update(update))]).collect())
}

/// The keywords that say what the value is.
fn removed(entries: &Mapping, kept: &[&str]) -> Vec<String> {
    let is_kept = |key: &str| KEPT.contains(&key) || kept.contains(&key);
    entries.keys().filter(|key| !is_kept(key)).cloned().collect()
}

fn removal(route: &Route, keys: &[String]) -> Action {
    Action::new(&(route.path.clone() + &steps(keys)), Change::Remove)
}

/// Whether a schema allows null by itself or by the schema that it refers to.
fn allows_null(routes: &Routes<'_>, route: &Route) -> bool {
    let says = |route: &Route| {
        let Some(node) = routes.node(route) else { return false };
        let is_flagged = NULLS.iter().any(|key| node.get(key).and_then(Node::as_bool) == Some(true));
        let types = node.get("type");
        let is_listed =
            types.is_some_and(|types| is_null(types) || types.as_sequence().is_some_and(|types| types.iter().any(is_null)));
        let has_null = |key: &str| {
            let alternatives = node.get(key).and_then(Node::as_sequence).unwrap_or_default();
            alternatives.iter().any(|alternative| alternative.get("type").is_some_and(is_null))
        };
        is_flagged || is_listed || has_null("oneOf") || has_null("anyOf")
    };
    says(route) || says(&routes.resolved(route.clone()))
}

fn is_null(node: &Node) -> bool {
    node.as_str() == Some("null") || node.value == Value::Null
}
