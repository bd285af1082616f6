//! Places: the schemas that become Rust types. Which name each gets is read from the client; one that the client does not have is
//! named after its place.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::Description;
use super::constant::only;
use super::name::{extension, pascal, wanted};
use super::object::{entries, text, texts};
use super::operation::{METHODS, call_name};
use super::parameter::only_value;
use super::schema::{Kind, alternatives, kind, part};
use crate::reader::facts::ModelNames;

/// A schema that becomes a Rust type.
#[derive(Clone)]
pub(crate) struct Place<'d> {
    /// The type.
    pub(crate) rust: String,
    /// The JSON Pointer that the docs name.
    pub(crate) pointer: String,
    /// The schema.
    pub(crate) schema: &'d Value,
}

/// The places, by the addresses of their schemas.
pub(crate) type Places<'d> = BTreeMap<*const Value, Place<'d>>;

/// All places of a description: the named schemas, then those that are found where they are used.
pub(crate) fn places<'d>(root: &'d Value, names: &ModelNames) -> Places<'d> {
    let mut places = Walk { places: Places::new(), names };
    let components =
        |key: &str| root.get("components").and_then(|components| components.get(key)).map(entries).unwrap_or_default();
    for (name, schema) in components("schemas") {
        places.visit(schema, &pascal(wanted(schema, name)), &format!("#/components/schemas/{}", token(name)));
    }
    for (section, suffix) in [("responses", "Response"), ("requestBodies", "Body"), ("parameters", "Parameter")] {
        for (name, component) in components(section) {
            places.content(component, &(pascal(name) + suffix), &format!("#/components/{section}/{}", token(name)));
        }
    }
    for (path, item) in root.get("paths").map(entries).unwrap_or_default() {
        let pointer = format!("#/paths/{}", token(path));
        for (method, operation) in entries(item).into_iter().filter(|(key, _)| METHODS.contains(key)) {
            let owner = pascal(&call_name(root, method, path, operation));
            places.operation(operation, &owner, &format!("{pointer}/{method}"));
            places.parameters(item, &owner, &pointer);
        }
    }
    places.places
}

struct Walk<'d, 'n> {
    places: Places<'d>,
    names: &'n ModelNames,
}

impl<'d> Walk<'d, '_> {
    fn operation(&mut self, operation: &'d Value, owner: &str, pointer: &str) {
        self.parameters(operation, owner, pointer);
        if let Some(body) = operation.get("requestBody") {
            // What the calls of variants give property by property is no type.
            match extension(operation, "variants") {
                None => self.content(body, &format!("{owner}Body"), &format!("{pointer}/requestBody")),
                Some(variants) => {
                    for (name, call) in variants.get("calls").map(entries).unwrap_or_default() {
                        if let Some(response) = call.get("response") {
                            let pointer = format!("{pointer}/x-clientsmith/variants/calls/{}/response", token(name));
                            self.visit(response, &format!("{owner}{}Output", pascal(name)), &pointer);
                        }
                    }
                }
            }
        }
        for (status, response) in operation.get("responses").map(entries).unwrap_or_default() {
            let is_success = status.starts_with('2');
            if is_success && extension(operation, "variants").is_some() {
                continue;
            }
            let name = if is_success {
                format!("{owner}Output")
            } else {
                format!("{owner}Error{}", pascal(status).trim_start_matches('N'))
            };
            self.content(response, &name, &format!("{pointer}/responses/{status}"));
        }
    }

    fn parameters(&mut self, of: &'d Value, owner: &str, pointer: &str) {
        let parameters = of.get("parameters").and_then(Value::as_sequence).map_or(&[][..], Vec::as_slice);
        for (index, parameter) in parameters.iter().enumerate() {
            // What is sent by itself has no type.
            let schema = parameter.get("schema").filter(|schema| only_value(parameter, schema).is_none());
            if let (Some(schema), Some(name)) = (schema, parameter.get("name")) {
                let name = format!("{owner}{}", pascal(wanted(parameter, text(name))));
                self.visit(schema, &name, &format!("{pointer}/parameters/{index}/schema"));
            }
        }
    }

    /// The schemas of a body, or the one of a parameter.
    fn content(&mut self, of: &'d Value, name: &str, pointer: &str) {
        for (media_type, content) in of.get("content").map(entries).unwrap_or_default() {
            if let Some(schema) = content.get("schema") {
                self.visit(schema, name, &format!("{pointer}/content/{}/schema", token(media_type)));
            }
        }
        if let Some(schema) = of.get("schema").filter(|schema| only_value(of, schema).is_none()) {
            self.visit(schema, name, &format!("{pointer}/schema"));
        }
    }

    /// A schema, and those in it.
    fn visit(&mut self, schema: &'d Value, name: &str, pointer: &str) {
        if schema.get("$ref").is_some() {
            return;
        }
        // A name that the description gives is not the client's to choose.
        let given = extension(schema, "name").map(|given| pascal(text(given)));
        let is_component = pointer.split('/').count() == 4 && pointer.starts_with("#/components/schemas/");
        let known = given.as_ref().or_else(|| self.names.get(pointer).filter(|_| !is_component));
        let is_expected = || !self.places.values().any(|place| place.rust == name);
        if kind(schema) != Kind::Plain && (known.is_some() || is_expected()) {
            let rust = known.map_or(name, String::as_str).to_owned();
            self.places.entry(schema).or_insert(Place { rust, pointer: pointer.to_owned(), schema });
        }
        self.visit_parts(schema, name, pointer);
    }

    fn visit_parts(&mut self, schema: &'d Value, name: &str, pointer: &str) {
        let required = schema.get("required").and_then(Value::as_sequence).map_or(Vec::new(), |required| texts(required));
        for (property, inner) in schema.get("properties").map(entries).unwrap_or_default() {
            // A constant has no type.
            if required.contains(&property) && only(inner).is_some() {
                continue;
            }
            let pointer = format!("{pointer}/properties/{}", token(property));
            self.visit(inner, &format!("{name}{}", pascal(wanted(inner, property))), &pointer);
        }
        for (key, suffix) in [("items", "Item"), ("additionalProperties", "Value")] {
            if let Some(inner) = schema.get(key) {
                self.visit(inner, &format!("{name}{suffix}"), &format!("{pointer}/{key}"));
            }
        }
        for (index, inner) in schema.get("allOf").and_then(Value::as_sequence).into_iter().flatten().enumerate() {
            self.visit_parts(inner, name, &format!("{pointer}/allOf/{index}"));
        }
        let Some((key, inner)) = alternatives(schema) else { return };
        for (index, inner) in inner.iter().enumerate() {
            let pointer = format!("{pointer}/{key}/{index}");
            match part(schema) {
                Some(_) => self.visit(inner, name, &pointer),
                None => self.visit(inner, &format!("{name}{}", super::alternative::name(inner)), &pointer),
            }
        }
    }
}

impl<'d> Description<'d> {
    /// The place of a schema that becomes a Rust type.
    pub(crate) fn place(&self, schema: &Value) -> Option<&Place<'d>> {
        self.places.get(&std::ptr::from_ref(schema))
    }
}

/// A token of a JSON Pointer in a URI.
fn token(name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@?/".contains(&byte);
    let name = name.replace('~', "~0").replace('/', "~1");
    name.bytes().map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
