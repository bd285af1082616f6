//! Operations: one call each, or one for each of their variants.

use serde_yaml::Value;

use super::Description;
use super::call::{Naming, Variant};
use super::group::Group;
use super::name::{extension, snake, wanted};
use super::object::{entries, text};
use super::schema::is_open;
use crate::reader::facts::Facts;

/// The methods that a path can have.
pub(crate) const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// An operation as far as all its calls share it.
pub(crate) struct Operation<'d> {
    /// `GET`.
    pub(crate) method: String,
    /// The path's template.
    pub(crate) path: &'d str,
    /// The group.
    pub(crate) group: Group,
    /// How long an attempt may take.
    pub(crate) timeout: Option<&'d Value>,
    /// Parameters of the path, then the operation's own.
    pub(crate) parameters: Vec<&'d Value>,
    /// The body of the request.
    pub(crate) body: Option<&'d Value>,
    /// The responses by status.
    pub(crate) responses: &'d Value,
    /// `pagination` of `x-clientsmith`.
    pub(crate) pagination: Option<&'d Value>,
    /// The first of the servers that it has instead of the description's.
    pub(crate) server: Option<&'d Value>,
    /// The alternatives of schemes.
    pub(crate) security: Option<String>,
    /// Whether it is deprecated.
    pub(crate) deprecated: bool,
    /// Its id.
    pub(crate) id: Option<&'d str>,
}

/// What the operations of a path share.
struct Shared<'d, 't> {
    parameters: &'d [Value],
    server: Option<&'d Value>,
    tags: &'t [Value],
    prose: String,
}

impl<'d> Description<'d> {
    /// What the description says of a path's operations.
    pub(crate) fn path_item(&self, path: &'d str, item: &'d Value, tags: &[Value], facts: &mut Facts) {
        let mut object = self.object(format!("path `{path}`"), self.resolve(item));
        let shared =
            Shared { parameters: object.list("parameters"), server: object.list("servers").first(), tags, prose: object.prose() };
        for method in METHODS {
            if let Some(operation) = object.take(method) {
                self.operation(&method.to_uppercase(), path, &shared, operation, facts);
            }
        }
    }

    fn operation(&self, method: &str, path: &'d str, shared: &Shared<'d, '_>, described: &'d Value, facts: &mut Facts) {
        let Shared { parameters, server, tags, .. } = *shared;
        let mut object = self.object(format!("operation `{method} {path}`"), described);
        let tag = object.list("tags").first().map(text);
        object.ignore(&["operationId"]);
        let name = call_name(self.root, &method.to_lowercase(), path, described);
        let own = object.prose();
        // An operation without a description has that of its path.
        let prose = if object.has_prose() { own } else { format!("{} {own}", shared.prose) };
        let variants = extension(described, "variants");
        let operation = Operation {
            method: method.to_owned(),
            path,
            group: Group::of(tag, tags),
            timeout: extension(described, "timeout"),
            parameters: self.parameters(parameters, object.list("parameters")),
            body: object.take("requestBody").map(|body| self.resolve(body)),
            responses: object.take("responses").unwrap_or(&Value::Null),
            pagination: extension(described, "pagination"),
            server: object.list("servers").first().or(server),
            deprecated: object.says("deprecated"),
            id: id(described),
            security: self.security(object.take("security")),
        };
        match variants {
            None => self.call(&operation, Naming { name, prose, timeout: None, variant: None }, facts),
            Some(variants) => self.variants(&operation, &prose, variants, facts),
        }
    }

    fn variants(&self, operation: &Operation<'d>, prose: &str, variants: &'d Value, facts: &mut Facts) {
        let mut object = self.object(format!("the variants of `{} {}`", operation.method, operation.path), variants);
        let property = object.text("property");
        let calls = object.entries("calls");
        for (name, call) in &calls {
            let mut call = self.object(format!("variant `{name}`"), call);
            let fixed = (property, call.take("value").unwrap_or(&Value::Null));
            let own = call.prose();
            // A call of which nothing is said is described by its operation.
            let prose = if own.trim().is_empty() { prose.to_owned() } else { own };
            let variant = Some(Variant { fixed, success: call.take("response") });
            self.call(operation, Naming { name: snake(name), prose, timeout: call.take("timeout"), variant }, facts);
        }
        // The responses of the calls are the alternatives of the operation's response.
        let success = self.success(operation.responses);
        let alternatives = success.get("oneOf").and_then(Value::as_sequence).into_iter().flatten();
        let of_calls = calls.iter().filter_map(|(_, call)| call.get("response"));
        if !is_open(success) && !alternatives.eq(of_calls) {
            object.unread("the responses of its calls are not the alternatives of its response");
        }
    }

    /// The schema of the body of a success.
    pub(crate) fn success(&self, responses: &'d Value) -> &'d Value {
        let success = entries(responses).into_iter().find(|(status, _)| status.starts_with('2'));
        let content = success.and_then(|(_, response)| self.resolve(response).get("content"));
        let media_type = content.and_then(|content| entries(content).first().copied());
        media_type.and_then(|(_, content)| content.get("schema")).unwrap_or(&Value::Null)
    }
}

/// The method that makes the call of an operation, if that has only one.
pub(crate) fn call_name(root: &Value, method: &str, path: &str, operation: &Value) -> String {
    let tag = super::group::tag(operation);
    let place = place(root, method, path, tag);
    let own = id(operation).filter(|own| first_with_id(root, own).is_some_and(|first| std::ptr::eq(first, operation)));
    snake(wanted(operation, own.map_or(place.as_str(), |own| without_tag(without_place(own, method, path), tag))))
}

/// A method and path without the segments that all paths begin with, and without a first one that repeats the tag.
fn place(root: &Value, method: &str, path: &str, tag: Option<&str>) -> String {
    let paths: Vec<Vec<&str>> =
        root.get("paths").map(entries).unwrap_or_default().iter().map(|(path, _)| path.split('/').collect()).collect();
    let is_shared = |place: usize, segment: &str| {
        paths.len() > 1 && !segment.contains('{') && paths.iter().all(|path| path.len() > place + 1 && path[place] == segment)
    };
    let segments: Vec<&str> = path.split('/').collect();
    let shared = segments.iter().enumerate().take_while(|(place, segment)| is_shared(*place, segment)).count();
    let mut own = segments[shared.max(1)..].to_vec();
    if tag.is_some_and(|tag| own.first().is_some_and(|first| snake(first) == snake(tag))) {
        own.remove(0);
    }
    format!("{method} {}", own.join("/"))
}

/// An id without the path and method that FastAPI appends.
fn without_place<'d>(id: &'d str, method: &str, path: &str) -> &'d str {
    let place: String = path.chars().map(|character| if character.is_alphanumeric() { character } else { '_' }).collect();
    id.strip_suffix(&format!("{place}_{method}")).map_or(id, |rest| rest.trim_matches('_'))
}

fn id(operation: &Value) -> Option<&str> {
    Some(text(operation.get("operationId")?).trim())
}

/// The operation that an id names: the first that has it.
fn first_with_id<'d>(root: &'d Value, wanted: &str) -> Option<&'d Value> {
    let paths = root.get("paths").map(entries).unwrap_or_default();
    let mut operations = paths.into_iter().flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(method)));
    operations.find(|operation| id(operation) == Some(wanted))
}

/// An operation's id without a prefix that repeats its tag.
fn without_tag<'d>(id: &'d str, tag: Option<&str>) -> &'d str {
    match id.split_once(['/', '.', ':']) {
        Some((prefix, rest)) if tag.is_some_and(|tag| snake(tag) == snake(prefix)) => rest,
        _ => id,
    }
}
