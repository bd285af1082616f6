//! Calls: what a caller writes, and what is sent.

use serde_yaml::Value;

use super::name::pascal;
use super::object::{entries, text};
use super::operation::Operation;
use super::pagination::milliseconds;
use super::parameter::Member;
use super::{Description, docs};
use crate::reader::facts::{Call, Facts, add};

/// What one call of an operation has that the others have not.
pub(crate) struct Naming<'d> {
    /// The method that makes it.
    pub(crate) name: String,
    /// What is said of it.
    pub(crate) prose: String,
    /// How long an attempt may take, if not as long as the operation's.
    pub(crate) timeout: Option<&'d Value>,
    /// What distinguishes it from the operation's other calls.
    pub(crate) variant: Option<Variant<'d>>,
}

/// One of several calls of an operation.
pub(crate) struct Variant<'d> {
    /// The property of the body that decides, and its value.
    pub(crate) fixed: (&'d str, &'d Value),
    /// The schema of a success.
    pub(crate) success: Option<&'d Value>,
}

impl<'d> Description<'d> {
    /// What the description says of a call.
    pub(crate) fn call(&self, operation: &Operation<'d>, naming: Naming<'d>, facts: &mut Facts) {
        let Operation { method, path, group, timeout, responses, .. } = operation;
        let endpoint = format!("{method} {path}");
        let key = format!("{}.{}", group.module, naming.name);
        let mut row = Call {
            handle: group.handle.clone(),
            request_type: format!("{}Request", pascal(&naming.name)),
            error_type: format!("{}Error", pascal(&naming.name)),
            aliases: aliases(operation, &naming.name),
            method: method.clone(),
            template: (*path).to_owned(),
            path: (*path).to_owned(),
            deprecated: operation.deprecated,
            ways_to_send: vec!["send".to_owned()],
            implements: ["IntoFuture", "Operation", "request_debug"].map(str::to_owned).to_vec(),
            ..Call::default()
        };
        for name in [&row.request_type, &row.error_type] {
            add(&mut facts.types, format!("type `operations::{}::{name}`", group.module), "public".to_owned());
        }
        if let Some(timeout) = naming.timeout.or(*timeout) {
            add(&mut row.endpoint, "timeout", vec![milliseconds(timeout)]);
        }
        if let Some(security) = &operation.security {
            add(&mut row.endpoint, "security", vec![security.clone()]);
        }
        let mut origin = format!("Operation: `{endpoint}`.");
        let url = operation.server.and_then(|server| server.get("url")).map(|url| text(url).trim_end_matches('/'));
        if let Some(url) = url.filter(|url| *url != self.server()) {
            add(&mut row.endpoint, "server", vec![format!("{url:?}")]);
            origin += &format!(" Server: `{url}`.");
        }
        let mut parameters: Vec<&'d Value> = operation.parameters.clone();
        let name = |parameter: &Value| format!("{{{}}}", parameter.get("name").map_or("", text));
        parameters.sort_by_key(|parameter| match parameter.get("in").map(text) {
            Some("path") => path.find(&name(parameter)),
            _ => Some(usize::MAX),
        });
        let by_itself = parameters.into_iter().filter_map(|parameter| self.sent_by_itself(parameter));
        let prose = [naming.prose].into_iter().chain(by_itself.map(|(_, prose)| prose)).collect::<Vec<_>>().join(" ");
        for place in ["request", "method"] {
            add(&mut row.docs, place, docs(&prose, &origin));
        }
        add(&mut row.docs, "errors", docs("", format!("Errors that the description documents for `{endpoint}`.")));
        let members = self.members(&key, operation, naming.variant.as_ref(), &mut row);
        self.responses(&key, responses, naming.variant.and_then(|variant| variant.success), &mut row);
        if let Some(pagination) = operation.pagination {
            row.ways_to_send.extend(["pages", "items"].map(str::to_owned));
            row.implements.insert(2, "Paginated".to_owned());
            row.pages = Some(self.pagination(&key, pagination, &members, self.success(responses)));
        }
        add(&mut facts.calls, format!("call `{key}`"), row);
    }

    /// What a call takes: parameters, then the body or its properties.
    fn members(&self, key: &str, operation: &Operation<'d>, variant: Option<&Variant<'d>>, row: &mut Call) -> Vec<Member<'d>> {
        let mut members: Vec<Member<'d>> = operation.parameters.iter().map(|parameter| self.parameter(key, parameter)).collect();
        if let Some(body) = operation.body {
            let mut object = self.object(format!("the body of call `{key}`"), body);
            let (required, description) = (object.says("required"), object.text("description"));
            let content = object.entries("content");
            if let Some((media_type, schema)) = self.content(key, &content) {
                row.media_type = Some(media_type.to_owned());
                match variant {
                    None => members.push(self.body(schema, description, required)),
                    Some(variant) => {
                        if !required {
                            object.unread("not required, although a property decides");
                        }
                        let properties = self.body_properties(key, schema, variant.fixed, row);
                        members.extend(properties);
                    }
                }
            }
        }
        let mut values = operation.parameters.iter().map(|parameter| self.sent_by_itself(parameter).map(|(value, _)| value));
        let mut given = Vec::new();
        for member in members {
            if let ("query" | "header" | "cookie", name) = (member.place, member.name) {
                row.parameters_in_order.push(format!("{} {name}", member.place));
            }
            match values.next().flatten() {
                Some(value) => add(&mut row.fixed_value, member.key(), format!("{} {value}", member.input.sent)),
                None => given.push(member),
            }
        }
        let members = given;
        for member in &members {
            add(&mut row.inputs, member.key(), member.input.clone());
        }
        if let Some(variant) = variant {
            let schema = operation.body.and_then(|body| body.get("content")).map(entries).unwrap_or_default();
            let schema = schema.first().and_then(|(_, content)| content.get("schema")).unwrap_or(&Value::Null);
            let properties = self.resolve(schema).get("properties").map(entries).unwrap_or_default();
            row.parameters_in_order.extend(properties.iter().map(|(name, _)| format!("property {name}")));
            let (name, value) = variant.fixed;
            add(&mut row.fixed_value, format!("`{name}`"), serde_json::to_string(value).unwrap_or_default());
        }
        row.arguments_in_order = self.arguments(key, operation.path, &members);
        members
    }

    /// The properties of a body that are given one by one: all but the one that is fixed.
    fn body_properties(&self, key: &str, schema: &'d Value, fixed: (&str, &Value), row: &mut Call) -> Vec<Member<'d>> {
        let mut object = self.object(format!("the body of call `{key}`"), self.resolve(schema));
        if object.text("type") != "object" || row.media_type.as_deref() != Some("application/json") {
            object.unread("no JSON object, although a property decides");
        }
        let required: Vec<&str> = object.list("required").iter().map(text).collect();
        let properties = object.entries("properties");
        for stranger in required.iter().filter(|name| !properties.iter().any(|(property, _)| property == *name)) {
            object.unread(format!("property `{stranger}` is required, but not described"));
        }
        let of_fixed = properties.iter().find(|(name, _)| *name == fixed.0).map(|(_, schema)| self.type_of(schema).name);
        let fits = match of_fixed.as_deref() {
            Some("bool") => fixed.1.is_bool(),
            Some("i64") => fixed.1.is_i64(),
            Some("String") => fixed.1.is_string(),
            _ => false,
        };
        if !fits {
            object.unread(format!("property `{}` has no such value", fixed.0));
        }
        let others = properties.into_iter().filter(|(name, _)| *name != fixed.0);
        others.map(|(name, schema)| self.body_property(name, schema, required.contains(&name))).collect()
    }

    /// The first representation of a body. Its examples are no part of the client.
    pub(crate) fn content(&self, key: &str, content: &[(&'d str, &'d Value)]) -> Option<(&'d str, &'d Value)> {
        let (media_type, content) = match content {
            [] => return None,
            [only] => *only,
            [first, ..] => {
                self.unread.borrow_mut().push(format!("call `{key}`: several media types"));
                *first
            }
        };
        let mut object = self.object(format!("call `{key}`: content"), content);
        object.ignore(&["example", "examples"]);
        Some((media_type, object.take("schema").unwrap_or(&Value::Null)))
    }

    /// The required values: those of the path in its order, then the others as they are described, unless the record knows of
    /// another order.
    fn arguments(&self, key: &str, path: &str, members: &[Member<'d>]) -> Vec<String> {
        let place = |member: &Member<'d>| match member.place {
            "path" => path.find(&format!("{{{}}}", member.name)).unwrap_or(usize::MAX),
            _ => usize::MAX,
        };
        let mut required: Vec<&Member<'d>> = members.iter().filter(|member| member.required).collect();
        required.sort_by_key(|member| place(member));
        let mut arguments: Vec<String> = required.iter().map(|member| member.argument()).collect();
        self.record.sort(key, &mut arguments);
        arguments
    }
}

/// By what a call is found besides its name: its method and path, and its id if that has other letters.
fn aliases(operation: &Operation<'_>, name: &str) -> Vec<String> {
    let letters = |text: &str| text.replace('_', "").to_lowercase();
    let place = [format!("{} {}", operation.method, operation.path), operation.path.to_owned()];
    let id = operation.id.filter(|id| letters(id) != letters(name) && *id != operation.path).map(str::to_owned);
    let is_accepted = |text: &String| !text.contains(['"', '\'']) && !text.is_empty();
    place.into_iter().chain(id).filter(is_accepted).collect()
}
