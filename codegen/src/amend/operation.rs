//! The operation that an amendment is about, and the bodies that it has.

use super::route::{Dialect, Route, Routes};
use crate::api::MediaKind;
use crate::diagnostic::suggest;
use crate::node::Node;

/// An operation.
#[derive(Clone, Debug)]
pub(super) struct Operation {
    /// `GET /images/json`
    pub(super) label: String,
    id: Option<String>,
    path: String,
    route: Route,
    /// The path item, whose parameters it has, too.
    item: Route,
}

/// A body.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What it is: `the response 200`.
    pub(super) what: String,
    /// The operation, which has the media types in Swagger 2.0.
    pub(super) operation: Route,
    /// What has the schema or `content`.
    pub(super) holder: Route,
    pub(super) is_request: bool,
    /// The media types that the amendment is about: those of JSON, or else the first.
    pub(super) media_types: Vec<(String, Route)>,
    /// The schemas of the body.
    pub(super) schemas: Vec<Route>,
}

/// The keys of path items that are operations.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// Finds an operation by method and path, or by its id.
///
/// # Errors
///
/// Names the nearest if there is none, and all if several have the id.
pub(super) fn find(routes: &Routes<'_>, text: &str) -> Result<Operation, String> {
    let all = operations(routes);
    let with_id: Vec<&Operation> = all.iter().filter(|operation| operation.id.as_deref() == Some(text)).collect();
    if with_id.len() > 1 {
        let labels: Vec<String> = with_id.iter().map(|operation| format!("`{}`", operation.label)).collect();
        return Err(format!("several operations have the id `{text}`; name one as {}", labels.join(" or ")));
    }
    let with_label = || all.iter().find(|operation| operation.label == text);
    if let Some(found) = with_id.first().copied().or_else(with_label) {
        return Ok(found.clone());
    }
    if let Some((method, path)) = text.split_once(' ') {
        let path = without_host(path.trim());
        let is_so_called = |operation: &&Operation| {
            let same_method = operation.label.split(' ').next().is_some_and(|known| known.eq_ignore_ascii_case(method));
            same_method && path.ends_with(&operation.path)
        };
        // An address has the path of the server before that of the description.
        if let Some(found) = all.iter().filter(is_so_called).max_by_key(|operation| operation.path.len()) {
            return Ok(found.clone());
        }
    }
    let names = all.iter().flat_map(|operation| [Some(operation.label.as_str()), operation.id.as_deref()]).flatten();
    let help = match suggest(text, names) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "name one as `GET /path` or by its operationId".to_owned(),
    };
    Err(format!("the description has no operation `{text}`; {help}"))
}

/// The path of an address.
fn without_host(path: &str) -> &str {
    let Some((_, rest)) = path.split_once("://") else { return path };
    rest.find('/').map_or("/", |start| &rest[start..])
}

fn operations(routes: &Routes<'_>) -> Vec<Operation> {
    let mut found: Vec<Operation> = Vec::new();
    let paths = routes.child(&routes.root(), "paths").map(|paths| routes.children(&routes.resolved(paths)));
    for (path, item) in paths.into_iter().flatten() {
        // What stands beside a reference goes before what it leads to.
        for item in [item.clone(), routes.resolved(item)] {
            let own = METHODS.into_iter().filter_map(|key| Some((key.to_uppercase(), routes.child(&item, key)?)));
            let additional = routes.child(&item, "additionalOperations").map(|others| routes.children(&others));
            for (method, route) in own.chain(additional.into_iter().flatten()) {
                let label = format!("{method} {path}");
                if found.iter().rev().take(METHODS.len()).any(|operation| operation.label == label) {
                    continue;
                }
                let route = routes.resolved(route);
                let id = routes.node(&route).and_then(|node| node.get("operationId")).and_then(Node::as_str);
                let id = id.map(|id| id.trim().to_owned());
                found.push(Operation { label, id, path: path.clone(), route, item: item.clone() });
            }
        }
    }
    found
}

impl Operation {
    /// The body of a response: that of a status, or else of the first success that has one.
    ///
    /// # Errors
    ///
    /// Names the statuses there are.
    pub(super) fn response(&self, routes: &Routes<'_>, status: Option<&str>) -> Result<Found, String> {
        let responses = routes.child(&self.route, "responses").map(|responses| routes.children(&routes.resolved(responses)));
        let responses = responses.unwrap_or_default();
        let key = |wanted: &str| responses.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted));
        let chosen = match status {
            Some(status) => {
                let range = || format!("{}XX", status.get(..1).unwrap_or_default());
                key(status).or_else(|| key(&range())).or_else(|| key("default"))
            }
            None => {
                let successes = || responses.iter().filter(|(key, _)| key.starts_with('2'));
                let has_body = |(_, route): &&(String, Route)| {
                    let node = routes.node(&routes.resolved(route.clone()));
                    node.is_some_and(|node| node.get("schema").or_else(|| node.get("content")).is_some())
                };
                successes().find(has_body).or_else(|| successes().next()).or_else(|| key("default"))
            }
        };
        let Some((status, route)) = chosen else {
            let known: Vec<String> = responses.iter().map(|(key, _)| format!("`{key}`")).collect();
            let wanted = status.map_or("success".to_owned(), |status| format!("response `{status}`"));
            return Err(format!("{} has no {wanted}; its responses are {}", self.label, known.join(", ")));
        };
        let holder = routes.resolved(route.clone());
        Ok(self.body(routes, format!("the response `{status}`"), holder, false))
    }

    /// The body of the request.
    ///
    /// # Errors
    ///
    /// Fails if it has none.
    pub(super) fn request(&self, routes: &Routes<'_>) -> Result<Found, String> {
        let none = || format!("{} has no body in its request", self.label);
        let holder = match routes.dialect() {
            Dialect::Swagger => {
                let lists = [&self.route, &self.item].into_iter().filter_map(|owner| routes.child(owner, "parameters"));
                let mut all = lists.flat_map(|list| routes.children(&list)).map(|(_, parameter)| routes.resolved(parameter));
                all.find(|route| routes.node(route).and_then(|node| node.get("in")).and_then(Node::as_str) == Some("body"))
            }
            _ => routes.child(&self.route, "requestBody").map(|body| routes.resolved(body)),
        };
        Ok(self.body(routes, "the request".to_owned(), holder.ok_or_else(none)?, true))
    }

    fn body(&self, routes: &Routes<'_>, what: String, holder: Route, is_request: bool) -> Found {
        let content = routes.child(&holder, "content").map(|content| routes.children(&content)).unwrap_or_default();
        let is_json = |(name, _): &&(String, Route)| matches!(MediaKind::of(name), MediaKind::Json | MediaKind::JsonLines);
        let mut media_types: Vec<_> = content.iter().filter(is_json).cloned().collect();
        if media_types.is_empty() {
            media_types.extend(content.into_iter().next());
        }
        let resolved = media_types.iter().map(|(_, route)| routes.resolved(route.clone()));
        let in_content =
            resolved.filter_map(|route| routes.child(&route, "schema").or_else(|| routes.child(&route, "itemSchema")));
        let schemas: Vec<Route> = routes.child(&holder, "schema").into_iter().chain(in_content).collect();
        Found { what, operation: self.route.clone(), holder, is_request, media_types, schemas }
    }
}
