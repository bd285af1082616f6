//! Parameters and properties of a body: what a call takes, and how it sends it.

use serde_yaml::Value;

use super::Description;
use super::name::{snake, wanted};
use super::object::{Object, text};
use super::schema::bounds;
use crate::reader::Facts;
use crate::reader::docs::words;

/// A value that a call takes.
pub(crate) struct Member<'d> {
    /// `Query parameter`, `Header`, ...
    pub(crate) noun: &'static str,
    /// Its name on the wire.
    pub(crate) name: &'d str,
    /// The field, argument or setter.
    pub(crate) field: String,
    /// Its schema.
    pub(crate) schema: &'d Value,
    /// What is said of it.
    pub(crate) words: String,
    /// Whether the call needs it.
    pub(crate) required: bool,
    /// How it is sent.
    pub(crate) sent: String,
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
    pub(crate) fn parameter(&self, call: &str, parameter: &'d Value, facts: &mut Facts) -> Member<'d> {
        let mut object = Object::open(format!("{call}: a parameter"), parameter);
        let (name, place) = (object.text("name"), object.text("in"));
        let schema = object.take("schema").unwrap_or(&Value::Null);
        let prose = match object.text("description") {
            "" => self.prose(schema),
            description if self.is_model(schema) => description.to_owned(),
            description => format!("{description} {}", bounds(self.resolve(schema))),
        };
        let (noun, method, usual) = match place {
            "path" => ("Path parameter", "segment", "simple"),
            "query" => ("Query parameter", "query", "form"),
            "header" => ("Header", "header", "simple"),
            "cookie" => ("Cookie", "cookie", "form"),
            _ => ("A parameter of a place that the reader does not know", "", ""),
        };
        let style = object.take("style").map_or(usual, text);
        let explode = object.take("explode").map_or(style == "form", |explode| *explode == Value::Bool(true));
        let required = object.says("required");
        if place == "path" && !required {
            facts.say(format!("{call}: path parameter `{name}`"), "not required");
        }
        object.close(facts);
        let sent = match (place, style, explode) {
            ("path", "simple", false) | ("query", "form", true) | ("header", "simple", false) | ("cookie", "form", true) => {
                method.to_owned()
            }
            ("path", "simple" | "label" | "matrix", explode) => format!("{method}, {style}, {explode}"),
            ("query", "form" | "spaceDelimited" | "pipeDelimited", explode) => format!("{method}, {style}, {explode}"),
            ("query", "deepObject", _) => format!("{method}, {style}"),
            _ => format!("{method}, in a style that the reader does not know"),
        };
        let field = snake(wanted(parameter, name));
        Member { noun, name, field, schema, words: words(&prose), required, sent }
    }

    /// What a call does with a value that it takes.
    pub(crate) fn member(&self, call: &str, member: &Member<'d>, facts: &mut Facts) {
        let Member { noun, name, field, schema, words, required, sent } = member;
        let ty = self.type_of(schema);
        let subject = format!("{call}: {noun} `{name}`");
        // A parameter that is null is not sent; a property is sent as null.
        let nullable = ty.nullable && *noun == "Property";
        facts.say(format!("{subject}: sent"), format!("{sent} from `{field}`"));
        facts.say(format!("{subject}: words"), words);
        facts.say(format!("{subject}: origin"), format!("{noun}: `{name}`."));
        if nullable && !required {
            facts.say(format!("{subject}: set to null"), format!("by `{field}_null`"));
        }
        let given = match (required, nullable) {
            (true, false) => format!("`{}`, given as an argument, `{}`", ty.name, ty.argument()),
            (true, true) => format!("`{0}`, given as an argument, `{0}`", ty.with_null()),
            (false, false) => format!("`Option<{}>`, given to a setter, `{}`", ty.name, ty.argument()),
            (false, true) => format!("`Option<{}>`, given to a setter, `{}`, or as null", ty.with_null(), ty.argument()),
        };
        facts.say(subject, given);
    }
}
