//! Bodies: the one of a request, whole or property by property, and those of responses.

use serde_yaml::Value;

use super::Description;
use super::name::{snake, wanted};
use super::object::{Object, entries, text};
use super::parameter::Member;
use crate::reader::Facts;
use crate::reader::docs::words;

/// The first representation of a body.
#[derive(Clone, Copy)]
pub(crate) struct Content<'d> {
    /// `application/json`, say.
    pub(crate) media_type: &'d str,
    /// The schema of the body.
    pub(crate) schema: &'d Value,
}

impl<'d> Content<'d> {
    /// Reads `content`. Its examples are no part of the client.
    pub(crate) fn read(subject: &str, content: &[(&'d str, &'d Value)], facts: &mut Facts) -> Option<Self> {
        if content.len() > 1 {
            facts.say(format!("{subject}: content"), "several media types");
        }
        let (media_type, content) = *content.first()?;
        let mut object = Object::open(format!("{subject}: content"), content);
        let schema = object.take("schema").unwrap_or(&Value::Null);
        object.take("examples");
        object.take("example");
        object.close(facts);
        Some(Self { media_type, schema })
    }
}

/// The body of a request.
pub(crate) struct Body<'d> {
    content: Content<'d>,
    /// Whether it must be given.
    pub(crate) required: bool,
    description: &'d str,
}

impl<'d> Description<'d> {
    /// Reads a request's body.
    pub(crate) fn request_body(&self, subject: &str, body: &'d Value, facts: &mut Facts) -> Option<Body<'d>> {
        let subject = format!("{subject}: request body");
        let mut object = Object::open(&subject, self.resolve(body));
        let (required, description) = (object.says("required"), object.text("description"));
        let content = object.entries("content");
        object.close(facts);
        Some(Body { content: Content::read(&subject, &content, facts)?, required, description })
    }

    /// The schema of the body of a success.
    pub(crate) fn success(&self, responses: &'d Value) -> &'d Value {
        let success = entries(responses).into_iter().find(|(status, _)| status.starts_with('2'));
        let content = success.and_then(|(_, response)| self.resolve(response).get("content"));
        let media_type = content.and_then(|content| entries(content).first().copied());
        media_type.and_then(|(_, content)| content.get("schema")).unwrap_or(&Value::Null)
    }

    /// What the description says of a body that is given whole.
    pub(crate) fn body(&self, call: &str, body: &Body<'d>, facts: &mut Facts) {
        let Content { media_type, schema } = body.content;
        let ty = self.type_of(schema);
        let (name, argument) = (ty.with_null(), ty.argument());
        let given = match body.required {
            true => format!("`{name}` in `{media_type}`, given as an argument, `{argument}`"),
            false => format!("`Option<{name}>` in `{media_type}`, given to a setter, `{argument}`"),
        };
        facts.say(format!("{call}: body"), given);
        facts.say(format!("{call}: words of the body"), words(&format!("{} The body of the request.", body.description)));
    }

    /// What the description says of a body whose properties are given one by one, but for the one that is fixed.
    pub(crate) fn body_properties(
        &self,
        call: &str,
        body: &Body<'d>,
        fixed: (&str, &Value),
        facts: &mut Facts,
    ) -> Vec<Member<'d>> {
        facts.say(format!("{call}: body"), format!("an object in `{}`", body.content.media_type));
        if !body.required {
            facts.say(format!("{call}: body"), "not required, although a property decides");
        }
        let mut object = Object::open(format!("{call}: body"), self.resolve(body.content.schema));
        if object.text("type") != "object" {
            facts.say(format!("{call}: JSON type of the body"), "not `object`");
        }
        let required: Vec<&str> = object.list("required").iter().map(text).collect();
        let properties = object.entries("properties");
        object.close(facts);
        let order: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        facts.say(format!("{call}: properties in order"), order.join(", "));
        for stranger in required.iter().filter(|name| !order.contains(name)) {
            facts.say(format!("{call}: Property `{stranger}`"), "required, but not described");
        }
        self.fixed_property(call, &properties, fixed, facts);
        let member = |(name, schema): (&'d str, &'d Value)| {
            let is_required = required.contains(&name);
            let sent = if is_required { "required" } else { "optional" }.to_owned();
            let (field, words) = (snake(wanted(schema, name)), words(&self.prose(schema)));
            Member { noun: "Property", name, field, schema, words, required: is_required, sent }
        };
        properties.into_iter().filter(|(name, _)| *name != fixed.0).map(member).collect()
    }

    /// The property that decides has a type that its value is of.
    fn fixed_property(&self, call: &str, properties: &[(&str, &Value)], (name, value): (&str, &Value), facts: &mut Facts) {
        let subject = format!("{call}: Property `{name}`");
        facts.say(format!("{subject}: sent"), format!("always as `{}`", serde_json::to_string(value).unwrap_or_default()));
        let schema = properties.iter().find(|(property, _)| *property == name).map(|(_, schema)| *schema);
        let fits = match schema.map(|schema| self.type_of(schema).name).as_deref() {
            Some("bool") => value.is_bool(),
            Some("i64") => value.is_i64(),
            Some("String") => value.is_string(),
            _ => false,
        };
        if !fits {
            facts.say(subject, "no property that has this value");
        }
    }
}
