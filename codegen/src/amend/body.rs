//! What an overlay says of the media type of a body.

use serde_json::{Value as Json, json};

use super::action::{Action, Change};
use super::operation::Found;
use super::route::{Dialect, Route, Routes, quoted, steps};
use crate::api::MediaKind;
use crate::node::Node;

/// The actions that give a body a media type in place of the one that it has, and what they change.
///
/// # Errors
///
/// Fails if it has that media type already, or it is not a media type.
pub(super) fn with_media_type(routes: &Routes<'_>, found: &Found, media_type: &str) -> Result<(Vec<Action>, Vec<Route>), String> {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let is_sound = essence.contains('/') && !essence.chars().any(|character| character.is_whitespace() || character.is_control());
    if !is_sound {
        return Err(format!("`{media_type}` is not a media type, such as `text/plain`"));
    }
    let actions = match routes.dialect() {
        Dialect::Swagger => of_swagger(routes, found, media_type),
        _ => of_content(routes, found, media_type),
    };
    let actions = actions.ok_or_else(|| format!("{} is `{media_type}` already; nothing was written", found.what))?;
    Ok((actions, vec![found.holder.clone()]))
}

/// OpenAPI 3: the media type is a key of `content`.
fn of_content(routes: &Routes<'_>, found: &Found, media_type: &str) -> Option<Vec<Action>> {
    let path = &found.holder.path;
    let replaced: Vec<&(String, Route)> = found.media_types.iter().filter(|(name, _)| name != media_type).collect();
    let content = format!("{path}.content");
    let is_there = routes.child(&found.holder, "content").is_some_and(|content| routes.child(&content, media_type).is_some());
    if is_there && replaced.is_empty() {
        return None;
    }
    let mut actions = Vec::new();
    if !is_there {
        let schema = found.schemas.first().and_then(|route| schema_for(routes, route, media_type));
        let source = replaced.first().filter(|_| schema.is_none());
        let schema = schema.or_else(|| found.schemas.is_empty().then(|| free_schema(media_type)));
        let added = schema.map_or_else(|| json!({}), |schema| json!({ "schema": schema }));
        actions.push(Action::new(path, Change::Update(json!({ "content": { media_type: added } }))));
        if let Some((name, _)) = source.filter(|_| !found.schemas.is_empty()) {
            let copied = format!("{content}[{}]", quoted(name));
            actions.push(Action::new(&format!("{content}[{}]", quoted(media_type)), Change::Copy(copied)));
        }
    }
    if !replaced.is_empty() {
        let names: Vec<String> = replaced.iter().map(|(name, _)| name.clone()).collect();
        actions.push(Action::new(&(content + &steps(&names)), Change::Remove));
    }
    Some(actions)
}

/// Swagger 2.0: the operation says what it produces and consumes, and a response has the schema.
fn of_swagger(routes: &Routes<'_>, found: &Found, media_type: &str) -> Option<Vec<Action>> {
    let (key, operation) = (if found.is_request { "consumes" } else { "produces" }, &found.operation);
    let list = routes.child(operation, key);
    let is_so = list
        .as_ref()
        .and_then(|list| routes.node(list)?.as_sequence())
        .is_some_and(|list| matches!(list, [only] if only.as_str() == Some(media_type)));
    let mut actions = Vec::new();
    if !is_so {
        actions.extend(list.map(|list| Action::new(&list.path, Change::Remove)));
        actions.push(Action::new(&operation.path, Change::Update(json!({ key: [media_type] }))));
    }
    let schema = match found.schemas.first() {
        Some(route) => schema_for(routes, route, media_type),
        None => Some(free_schema(media_type)),
    };
    if let Some(schema) = schema {
        let (holder, schema) = (&found.holder.path, if found.is_request { schema } else { file_of(schema) });
        actions.extend(found.schemas.first().map(|route| Action::new(&route.path, Change::Remove)));
        actions.push(Action::new(holder, Change::Update(json!({ "schema": schema }))));
    }
    (!actions.is_empty()).then_some(actions)
}

/// How Swagger 2.0 says that a response is bytes.
fn file_of(schema: Json) -> Json {
    if schema == bytes() { json!({ "type": "file" }) } else { schema }
}

/// The schema that a body of a media type has instead of another, unless that holds: bytes and text are no objects.
fn schema_for(routes: &Routes<'_>, route: &Route, media_type: &str) -> Option<Json> {
    let node = routes.node(&routes.resolved(route.clone()));
    let text = |key: &str| node.and_then(|node| node.get(key)).and_then(Node::as_str);
    let is_bytes = text("type") == Some("file") || (text("type") == Some("string") && text("format") == Some("binary"));
    let is_scalar = matches!(text("type"), Some("string" | "integer" | "number" | "boolean"));
    match MediaKind::of(media_type) {
        MediaKind::Binary => (!is_bytes).then(bytes),
        MediaKind::Text | MediaKind::Xml | MediaKind::Yaml => (!is_scalar).then(|| json!({ "type": "string" })),
        _ => is_bytes.then(|| json!({})),
    }
}

/// The schema of a body of which nothing was said.
fn free_schema(media_type: &str) -> Json {
    match MediaKind::of(media_type) {
        MediaKind::Binary => bytes(),
        MediaKind::Text | MediaKind::Xml | MediaKind::Yaml => json!({ "type": "string" }),
        _ => json!({}),
    }
}

fn bytes() -> Json {
    json!({ "type": "string", "format": "binary" })
}
