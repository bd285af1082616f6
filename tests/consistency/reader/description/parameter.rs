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
    /// The field, argument or setter.
    pub(crate) field: String,
    schema: &'d Value,
    prose: String,
    /// Whether the call needs it.
    pub(crate) required: bool,
    deprecated: bool,
    /// How it is sent.
    sent: String,
}

impl<'d> Member<'d> {
    /// A body that is given whole.
    pub(crate) fn body(schema: &'d Value, description: &str, required: bool) -> Self {
        let (field, prose, sent) = ("body".to_owned(), description.to_owned(), "whole".to_owned());
        Self { place: "body", name: "", field, schema, prose, required, deprecated: false, sent }
    }

    /// What the tables call it.
    pub(crate) fn key(&self) -> String {
        if self.place == "body" { "body".to_owned() } else { format!("{} `{}`", self.place, self.name) }
    }

    /// What the lock calls it.
    pub(crate) fn argument(&self) -> String {
        if self.place == "body" { "body".to_owned() } else { format!("{}:{}", self.place, self.name) }
    }

    /// The line of the docs that names it.
    fn origin(&self) -> String {
        let noun = match self.place {
            "path" => "Path parameter",
            "query" => "Query parameter",
            "header" => "Header",
            "cookie" => "Cookie",
            "property" => "Property",
            _ => return "The body of the request.".to_owned(),
        };
        format!("{noun}: `{}`.", self.name)
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
        Member { place, name, field, schema, prose, required, deprecated, sent }
    }

    /// A property of a body whose properties are given one by one.
    pub(crate) fn body_property(&self, name: &'d str, schema: &'d Value, required: bool) -> Member<'d> {
        let (field, prose) = (snake(wanted(schema, name)), self.prose(schema));
        let sent = if required { "required" } else { "optional" }.to_owned();
        Member { place: "property", name, field, schema, prose, required, deprecated: false, sent }
    }

    /// What a call does with a value that it takes.
    pub(crate) fn input(&self, member: &Member<'d>) -> Input {
        let ty = self.type_of(member.schema);
        // A parameter that is null is not sent; a property or a body is sent as null.
        let nullable = ty.nullable && member.place == "property";
        let own = if ty.nullable && member.place != "property" && member.place != "body" { &ty.name } else { &ty.with_null() };
        let given = match (member.required, nullable) {
            (true, true) => format!("argument `{own}`"),
            (true, false) => format!("argument `{}`", ty.argument()),
            (false, true) => format!("setter `{}` or null", ty.argument()),
            (false, false) => format!("setter `{}`", ty.argument()),
        };
        Input {
            field: member.field.clone(),
            ty: if member.required { own.clone() } else { format!("Option<{own}>") },
            given,
            null: (nullable && !member.required).then(|| format!("{}_null", member.field)),
            sent: member.sent.clone(),
            deprecated: member.deprecated,
            docs: docs(&member.prose, member.origin()),
        }
    }
}
