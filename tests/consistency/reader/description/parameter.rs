//! What a call takes: parameters, a body, or the properties of one.

use serde_yaml::Value;

use super::name::{snake, wanted};
use super::object::text;
use super::schema::bounds;
use super::{Description, docs};
use crate::reader::facts::Input;

/// A value that a call takes.
pub(crate) struct Member<'d> {
    /// `query`, `property`, `body`, ...
    pub(crate) place: &'static str,
    /// Its name on the wire.
    pub(crate) name: &'d str,
    /// Whether the call needs it.
    pub(crate) required: bool,
    /// Its row.
    pub(crate) input: Input,
}

impl Member<'_> {
    /// What the tables call it.
    pub(crate) fn key(&self) -> String {
        if self.place == "body" { "body".to_owned() } else { format!("{} `{}`", self.place, self.name) }
    }

    /// What the record calls it.
    pub(crate) fn argument(&self) -> String {
        if self.place == "body" { "body".to_owned() } else { format!("{}:{}", self.place, self.name) }
    }
}

impl<'d> Description<'d> {
    /// The parameters of an operation: those of its path that it does not replace, then its own.
    pub(crate) fn parameters(&self, shared: &'d [Value], own: &'d [Value]) -> Vec<&'d Value> {
        let own: Vec<&Value> = own.iter().map(|parameter| self.resolve(parameter)).collect();
        let key = |parameter: &Value| (parameter.get("name").cloned(), parameter.get("in").cloned());
        let shared = shared.iter().map(|parameter| self.resolve(parameter));
        let kept = shared.filter(|shared| !own.iter().any(|own| key(own) == key(shared)));
        kept.chain(own.iter().copied()).collect()
    }

    /// A parameter of an operation.
    pub(crate) fn parameter(&self, call: &str, parameter: &'d Value) -> Member<'d> {
        let mut object = self.object(format!("call `{call}`: a parameter"), parameter);
        let name = object.text("name");
        let schema = object.take("schema").unwrap_or(&Value::Null);
        let prose = match object.text("description") {
            "" => self.prose(schema),
            description if self.is_model(schema) => description.to_owned(),
            description => format!("{description} {}", bounds(self.resolve(schema))),
        };
        let (place, usual) = match object.text("in") {
            "path" => ("path", "simple"),
            "query" => ("query", "form"),
            "header" => ("header", "simple"),
            "cookie" => ("cookie", "form"),
            _ => ("a place that the reader does not know", ""),
        };
        let style = object.take("style").map_or(usual, text);
        let explode = match object.take("explode") {
            Some(explode) => *explode == Value::Bool(true),
            None => matches!(style, "form" | "cookie"),
        };
        // A deep object has one way only, and so has a cookie in this style.
        let exploded = if explode && style != "deepObject" && (place, style) != ("cookie", "form") { ", exploded" } else { "" };
        let reserved = if object.says("allowReserved") { ", reserved" } else { "" };
        let required = object.says("required");
        if place == "path" && !required {
            object.unread(format!("path parameter `{name}` is not required"));
        }
        let deprecated = object.says("deprecated");
        let prose = if object.says("allowEmptyValue") { prose + " May be empty." } else { prose };
        let (field, sent) = (snake(wanted(parameter, name)), format!("{style}{exploded}{reserved}"));
        let input = Input { field, sent, deprecated, ..Input::default() };
        self.member((place, name), schema, &prose, required, input)
    }

    /// The only value of a required parameter, as JSON, and what the docs of the call say of it.
    pub(crate) fn sent_by_itself(&self, parameter: &'d Value) -> Option<(String, String)> {
        let value = only_value(parameter, self.resolve(parameter.get("schema")?))?;
        let place = match text(parameter.get("in")?) {
            place @ ("path" | "query") => format!("{place} parameter"),
            place => place.to_owned(),
        };
        let (name, json) = (text(parameter.get("name")?), serde_json::to_string(value).unwrap_or_default());
        let described = parameter.get("description").map(text).unwrap_or_default();
        let prose = format!("Sends the {place} {name} with its only value, {}. {described}", json.trim_matches('"'));
        Some((json, prose))
    }

    /// A property of a body whose properties are given one by one.
    pub(crate) fn body_property(&self, name: &'d str, schema: &'d Value, required: bool) -> Member<'d> {
        let sent = if required { "required" } else { "optional" }.to_owned();
        let input = Input { field: snake(wanted(schema, name)), sent, ..Input::default() };
        self.member(("property", name), schema, &self.prose(schema), required, input)
    }

    /// A body that is given whole.
    pub(crate) fn body(&self, schema: &'d Value, description: &str, required: bool) -> Member<'d> {
        let is_nullable = required && self.type_of(schema).nullable;
        let sent = if is_nullable { "whole or null" } else { "whole" };
        let input = Input { field: "body".to_owned(), sent: sent.to_owned(), ..Input::default() };
        self.member(("body", ""), schema, description, required, input)
    }

    /// Adds to a row what follows from the schema of a value.
    fn member(
        &self,
        (place, name): (&'static str, &'d str),
        schema: &'d Value,
        prose: &str,
        required: bool,
        input: Input,
    ) -> Member<'d> {
        let ty = self.type_of(schema);
        // A parameter that is null is not sent; a property or a body is sent as null.
        let nullable = ty.nullable && place == "property";
        let own = if place == "property" || place == "body" { ty.with_null() } else { ty.name.clone() };
        let given = match (required, nullable) {
            (true, true) => format!("argument `{own}`"),
            _ if place == "body" && ty.nullable => format!("{} `{own}`", if required { "argument" } else { "setter" }),
            (true, false) => format!("argument `{}`", ty.argument()),
            (false, true) => format!("setter `{}` or null", ty.argument()),
            (false, false) => format!("setter `{}`", ty.argument()),
        };
        let noun = match place {
            "path" => "Path parameter",
            "query" => "Query parameter",
            "header" => "Header",
            "cookie" => "Cookie",
            _ => "Property",
        };
        let origin = if place == "body" { "The body of the request.".to_owned() } else { format!("{noun}: `{name}`.") };
        let null = (nullable && !required).then(|| format!("{}_null", input.field));
        let ty = if required { own } else { format!("Option<{own}>") };
        Member { place, name, required, input: Input { ty, given, null, docs: docs(prose, origin), ..input } }
    }
}

/// The value of a required parameter whose schema has only one; null is no value of a parameter.
pub(crate) fn only_value<'d>(parameter: &Value, schema: &'d Value) -> Option<&'d Value> {
    let says = |key: &str| parameter.get(key).and_then(Value::as_bool) == Some(true);
    let listed = schema.get("enum").and_then(Value::as_sequence);
    let listed = listed.map(|values| values.iter().filter(|value| !value.is_null()).collect::<Vec<_>>());
    let value = match (schema.get("const"), listed.as_deref()) {
        (Some(value), _) => value,
        (None, Some([value])) => *value,
        _ => return None,
    };
    (says("required") && !says("allowEmptyValue") && !value.is_null()).then_some(value)
}
