//! Named schemas: the models, with their properties and values.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::feature::Features;
use super::name::{pascal, snake, wanted};
use super::object::{Object, text, texts};
use super::place::Place;
use super::schema::{Kind, bounds, json_types, kind, values};
use super::{Description, docs, shared};
use crate::reader::facts::{Facts, Model, Property, add};

/// More required properties than this are handed to `new` in a struct.
const MOST_ARGUMENTS: usize = 4;

/// A model, and whether there is a struct of its required properties.
type Row = (Model, bool);

impl<'d> Description<'d> {
    /// What the description says of its models and of the named schemas that become aliases.
    pub(crate) fn models(&self, schemas: &[(&'d str, &'d Value)], features: &Features, facts: &mut Facts) {
        let mut models: BTreeMap<&str, Vec<&Place<'d>>> = BTreeMap::new();
        for place in self.places.values() {
            models.entry(&place.rust).or_default().push(place);
        }
        for (rust, places) in models {
            let rows: Vec<Row> = places.into_iter().map(|place| self.model(place)).collect();
            let declared = features.of_model(rust);
            add(&mut facts.types, format!("type `models::{rust}`"), declared.clone());
            if rows.iter().any(|row| row.1) {
                let condition = if self.is_only_received(rust) { ", cfg(feature=\"test-util\")" } else { "" };
                add(&mut facts.types, format!("type `models::{rust}Required`"), declared + condition);
            }
            let rows = rows.into_iter().map(|row| row.0).collect();
            match shared::one(rows) {
                Ok(row) => add(&mut facts.models, format!("model `{rust}`"), row),
                Err(what) => self.unread.borrow_mut().push(format!("model `{rust}`: {what}")),
            }
        }
        for (name, schema) in schemas.iter().filter(|(_, schema)| self.place(schema).is_none()) {
            let rust = pascal(wanted(schema, name));
            let row = Model {
                kind: format!("alias of `{}`", self.type_of(schema).with_null()),
                ..self.row(schema, &format!("#/components/schemas/{name}"))
            };
            add(&mut facts.types, format!("type `models::{rust}`"), "public".to_owned());
            add(&mut facts.models, format!("model `{rust}`"), row);
        }
    }

    fn row(&self, schema: &'d Value, pointer: &str) -> Model {
        let docs = docs(&self.prose(schema), format!("Schema: `{pointer}`."));
        Model { docs, deprecated: schema.get("deprecated") == Some(&Value::Bool(true)), ..Model::default() }
    }

    /// What the description says of a model at one place, and whether its constructor takes the required properties in a struct.
    fn model(&self, place: &Place<'d>) -> Row {
        let Place { rust, schema, pointer } = place;
        let mut row = self.row(schema, pointer);
        let mut by_name = false;
        let mut object = self.object(format!("model `{rust}`"), schema);
        object.ignore(&["title", "description", "deprecated", "example", "examples", "default"]);
        match kind(schema) {
            Kind::Values => enumeration(&mut object, schema, &mut row),
            Kind::Union => self.union(&mut object, schema, &mut row),
            Kind::Structure | Kind::Plain => {
                by_name = self.structure(&mut object, schema, self.is_only_received(rust), &mut row);
            }
        }
        (row, by_name)
    }

    /// The properties of a schema and of those that it is made of, and which of them are required.
    fn gather(&self, object: &mut Object<'d, '_>, properties: &mut Vec<(&'d str, &'d Value)>, required: &mut Vec<&'d str>) {
        object.ignore(&["type", "nullable"]);
        for part in object.list("allOf") {
            let mut part = self.object("a part", self.peel(part).0);
            part.ignore(&["title", "description", "deprecated"]);
            self.gather(&mut part, properties, required);
        }
        for (name, schema) in object.entries("properties") {
            match properties.iter_mut().find(|(earlier, _)| *earlier == name) {
                Some(earlier) => earlier.1 = schema,
                None => properties.push((name, schema)),
            }
        }
        required.extend(texts(object.list("required")));
        if object.take("additionalProperties").is_some_and(|additional| *additional != Value::Bool(false)) {
            object.unread("additional properties");
        }
    }

    /// A struct; whether the required properties are handed to `new` in a separate struct.
    fn structure(&self, object: &mut Object<'d, '_>, schema: &'d Value, is_only_received: bool, row: &mut Model) -> bool {
        if json_types(schema).0 != ["object"] && schema.get("allOf").is_none() {
            object.unread("not `object`, although it has properties");
        }
        let (mut properties, mut required) = (Vec::new(), Vec::new());
        self.gather(object, &mut properties, &mut required);
        let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        for stranger in required.iter().filter(|name| !names.contains(name)) {
            object.unread(format!("property `{stranger}` is required, but not described"));
        }
        required.sort_unstable();
        required.dedup();
        for order in ["read in order", "written in order"] {
            add(&mut row.orders, order, names.iter().map(|name| (*name).to_owned()).collect());
        }
        let mut constants = Vec::new();
        properties.retain(|(name, property)| {
            let value = self.only_value(schema, name, property).filter(|_| required.contains(name));
            if let Some(value) = &value {
                constants.push((*name).to_owned());
                add(&mut row.properties, format!("property `{name}`"), self.constant(name, property, value));
            }
            value.is_none()
        });
        required.retain(|name| !constants.iter().any(|constant| constant == name));
        add(&mut row.orders, "constants in order", constants);
        add(&mut row.orders, "fields in order", properties.iter().map(|(name, _)| (*name).to_owned()).collect());
        let by_name = required.len() > MOST_ARGUMENTS;
        let (default, of) = match (required.is_empty(), by_name) {
            (true, _) => (Some("Default"), "nothing, nothing"),
            (_, true) => (None, "fields, something"),
            (_, false) => (None, "arguments, something"),
        };
        row.kind = "struct".to_owned();
        row.implements = ["Decode"].into_iter().chain(default).chain(["Encode", "model_traits"]).map(str::to_owned).collect();
        row.constructor = Some(format!("`new` of {of} by docs"));
        if is_only_received {
            let in_tests = default.into_iter().chain(by_name.then_some("Required")).chain(["new"]);
            row.in_tests = in_tests.map(str::to_owned).collect();
        }
        let mut arguments = Vec::new();
        for (name, property) in properties {
            let place = match (required.contains(&name), by_name) {
                (true, true) => "field of type",
                (true, false) => "argument",
                (false, _) if is_only_received => "",
                (false, _) => "setter",
            };
            let property = self.property(schema, name, property, place);
            arguments.extend((place == "argument").then(|| property.field.clone()));
            add(&mut row.properties, format!("property `{name}`"), property);
        }
        add(&mut row.orders, "arguments in order", arguments);
        by_name
    }

    fn property(&self, owner: &'d Value, name: &str, property: &'d Value, place: &str) -> Property {
        let field = snake(wanted(property, name));
        let ty = self.type_of_field(owner, property);
        let docs = docs(&self.prose(property), format!("Property: `{name}`."));
        let is_required = place != "setter" && !place.is_empty();
        // Whoever only reads a property need not know null from absence.
        let is_nullable = ty.nullable && !place.is_empty();
        let is_paged = self.paged.borrow().iter().any(|list| std::ptr::eq(*list, property));
        let (read, written, own) = match (is_required, is_nullable) {
            (true, false) if is_paged => ("present", "required", ty.with_null()),
            (true, _) => ("required", "required", ty.with_null()),
            (false, false) => ("optional", "optional", format!("Option<{}>", ty.name)),
            (false, true) => ("optional_nullable", "optional", format!("Option<{}>", ty.with_null())),
        };
        let given = match place {
            "argument" if !ty.nullable => ty.argument(),
            "setter" => ty.argument(),
            _ => ty.with_null(),
        };
        let or_null = if !is_required && is_nullable { " or null" } else { "" };
        Property {
            ty: own,
            read: format!("{read} into `{field}`"),
            written: format!("{written} from `{field}`"),
            given: if place.is_empty() { String::new() } else { format!("{place} `{given}`{or_null}") },
            null: (!is_required && is_nullable).then(|| format!("{field}_null")),
            deprecated: property.get("deprecated") == Some(&Value::Bool(true)),
            required_docs: (place == "field of type").then(|| docs.clone()),
            docs,
            field,
        }
    }

    /// The docs of a value: its own description or that of the schema that it refers to, then its bounds. A model has these
    /// docs itself.
    pub(crate) fn prose(&self, schema: &'d Value) -> String {
        if self.is_model(schema) {
            return schema.get("description").map_or("", text).to_owned();
        }
        let target = self.resolve(schema);
        let of = |schema: &'d Value| schema.get("description").or_else(|| schema.get("title"));
        let own = of(schema).or_else(|| of(target)).map_or("", text);
        format!("{own} {}", bounds(target))
    }
}

/// An open enum.
fn enumeration(object: &mut Object<'_, '_>, schema: &Value, row: &mut Model) {
    object.ignore(&["enum", "const", "nullable"]);
    let listed = values(schema);
    let are_integers = listed.iter().all(|value| value.is_i64());
    let ty = if are_integers { "integer" } else { "string" };
    if object.take("type").is_some() && json_types(schema).0 != [ty] {
        object.unread("values of another type");
    }
    row.kind = format!("open enum of {ty}");
    let implements = match are_integers {
        true => ["Decode", "Display", "Encode", "From", "FromStr", "model_traits"].as_slice(),
        false => &["From", "text_enum_traits"],
    };
    row.implements = implements.iter().map(|name| (*name).to_owned()).collect();
    let spell = |value: &&Value| value.as_i64().map_or(text(value).to_owned(), |integer| integer.to_string());
    let values: Vec<String> = listed.iter().map(spell).collect();
    for value in &values {
        let named = row.values.entry(format!("value `{value}`")).or_default();
        let variant = pascal(value);
        named.variant += &variant;
        named.written += &variant;
        named.read += &variant;
    }
    add(&mut row.orders, "values in order", values);
}
