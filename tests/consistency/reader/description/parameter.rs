//! Parameters and properties of a body: what a call takes, and how it sends it.

use serde_yaml::Value;

use super::Description;
use super::name::snake;
use super::object::{Object, text};
use crate::reader::Facts;
use crate::reader::docs::words;

/// A value that a call takes.
pub(crate) struct Member<'d> {
    /// `Query parameter`, `Header`, ...
    pub noun: &'static str,
    /// Its name on the wire.
    pub name: &'d str,
    /// Its schema.
    pub schema: &'d Value,
    /// What is said of it.
    pub words: String,
    /// Whether the call needs it.
    pub required: bool,
    /// How it is sent.
    pub sent: String,
}

impl<'d> Description<'d> {
    /// A parameter of an operation.
    pub(crate) fn parameter(&self, call: &str, parameter: &'d Value, facts: &mut Facts) -> Member<'d> {
        let parameter = self.resolve(parameter);
        let mut object = Object::open(format!("{call}: a parameter"), parameter);
        let (name, place) = (object.text("name"), object.text("in"));
        let schema = object.take("schema").unwrap_or(&Value::Null);
        let description = object.text("description");
        let prose = if description.is_empty() {
            self.prose(schema)
        } else {
            format!("{description} {}", super::schema::bounds(self.resolve(schema)))
        };
        let styled = match (object.take("style").map(text), object.take("explode")) {
            (None, None) => "",
            _ => ", in a style that the reader does not know",
        };
        let (noun, sent) = match place {
            "path" => ("Path parameter", "segment"),
            "query" => ("Query parameter", "query"),
            "header" => ("Header", "header"),
            "cookie" => ("Cookie", "cookie"),
            _ => ("A parameter of a place that the reader does not know", ""),
        };
        let required = object.says("required");
        if place == "path" && !required {
            facts.say(format!("{call}: path parameter `{name}`"), "not required");
        }
        object.close(facts);
        Member { noun, name, schema, words: words(&prose), required, sent: format!("{sent}{styled}") }
    }

    /// What a call does with a value that it takes.
    pub(crate) fn member(&self, call: &str, member: &Member<'d>, facts: &mut Facts) {
        let Member { noun, name, schema, words, required, sent } = member;
        let field = snake(name);
        let ty = self.type_of(schema);
        let subject = format!("{call}: {noun} `{name}`");
        let is_property = *noun == "Property";
        facts.say(format!("{subject}: sent"), format!("{sent} from `{field}`"));
        facts.say(format!("{subject}: words"), words);
        facts.say(format!("{subject}: origin"), format!("{noun}: `{name}`."));
        facts.say(
            subject,
            match (required, ty.nullable && is_property) {
                (true, false) => format!("`{}`, given as an argument, `{}`", ty.name, ty.argument()),
                (true, true) => format!("`{0}`, given as an argument, `{0}`", ty.with_null()),
                (false, false) => format!("`Option<{}>`, given to a setter, `{}`", ty.name, ty.argument()),
                (false, true) => format!("`Option<{}>`, given to a setter, `{}`, or as null", ty.with_null(), ty.argument()),
            },
        );
    }
}
