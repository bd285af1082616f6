//! Named schemas: the models, with their properties and values.

use serde_yaml::Value;

use super::name::{pascal, snake, wanted};
use super::object::{Object, text, texts};
use super::schema::bounds;
use super::{Description, docs};
use crate::reader::facts::{Facts, Model, Property, add};

/// More required properties than this are handed to `new` in a struct.
const MOST_ARGUMENTS: usize = 4;

impl<'d> Description<'d> {
    /// What the description says of a named schema, whose types are declared in the given way.
    pub(crate) fn model(&self, name: &'d str, schema: &'d Value, declared: &str, facts: &mut Facts) {
        let rust = pascal(wanted(schema, name));
        let mut row = Model {
            docs: docs(&self.prose(schema), format!("Schema: `#/components/schemas/{name}`.")),
            deprecated: schema.get("deprecated") == Some(&Value::Bool(true)),
            ..Model::default()
        };
        add(&mut facts.types, format!("type `models::{rust}`"), declared.to_owned());
        let object = || {
            let mut object = self.object(format!("model `{rust}`"), schema);
            object.ignore(&["title", "description", "deprecated"]);
            object
        };
        if schema.get("enum").is_some() {
            enumeration(&mut object(), &mut row);
        } else if schema.get("properties").is_some() {
            let by_name = self.structure(&mut object(), &mut row);
            if by_name {
                add(&mut facts.types, format!("type `models::{rust}Required`"), declared.to_owned());
            }
        } else {
            row.kind = format!("alias of `{}`", self.type_of(schema).with_null());
        }
        add(&mut facts.models, format!("model `{rust}`"), row);
    }

    /// A struct; whether the required properties are handed to `new` in a struct of their own.
    fn structure(&self, object: &mut Object<'d, '_>, row: &mut Model) -> bool {
        if object.text("type") != "object" {
            object.unread("not `object`, although it has properties");
        }
        let properties = object.entries("properties");
        let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        let required: Vec<&str> = texts(object.list("required"));
        for stranger in required.iter().filter(|name| !names.contains(name)) {
            object.unread(format!("property `{stranger}` is required, but not described"));
        }
        let by_name = required.len() > MOST_ARGUMENTS;
        for order in ["fields in order", "read in order", "written in order"] {
            add(&mut row.orders, order, names.iter().map(|name| (*name).to_owned()).collect());
        }
        let (default, of) = match (required.is_empty(), by_name) {
            (true, _) => (Some("Default"), "nothing, nothing"),
            (_, true) => (None, "fields, something"),
            (_, false) => (None, "arguments, something"),
        };
        row.kind = "struct".to_owned();
        row.implements = ["Decode"].into_iter().chain(default).chain(["Encode", "model_traits"]).map(str::to_owned).collect();
        row.constructor = Some(format!("`new` of {of} by docs"));
        let mut arguments = Vec::new();
        for (name, property) in properties {
            let place = match (required.contains(&name), by_name) {
                (true, true) => "field of type",
                (true, false) => "argument",
                (false, _) => "setter",
            };
            let property = self.property(name, property, place);
            arguments.extend((place == "argument").then(|| property.field.clone()));
            add(&mut row.properties, format!("property `{name}`"), property);
        }
        add(&mut row.orders, "arguments in order", arguments);
        by_name
    }

    fn property(&self, name: &str, property: &'d Value, place: &str) -> Property {
        let field = snake(wanted(property, name));
        let ty = self.type_of(property);
        let docs = docs(&self.prose(property), format!("Property: `{name}`."));
        let is_required = place != "setter";
        let (read, written, own) = match (is_required, ty.nullable) {
            (true, _) => ("required", "required", ty.with_null()),
            (false, false) => ("optional", "optional", format!("Option<{}>", ty.name)),
            (false, true) => ("optional_nullable", "optional", format!("Option<{}>", ty.with_null())),
        };
        let given = match place {
            "argument" if !ty.nullable => ty.argument(),
            "setter" => ty.argument(),
            _ => ty.with_null(),
        };
        let or_null = if !is_required && ty.nullable { " or null" } else { "" };
        Property {
            ty: own,
            read: format!("{read} into `{field}`"),
            written: format!("{written} from `{field}`"),
            given: format!("{place} `{given}`{or_null}"),
            null: (!is_required && ty.nullable).then(|| format!("{field}_null")),
            deprecated: property.get("deprecated") == Some(&Value::Bool(true)),
            required_docs: (place == "field of type").then(|| docs.clone()),
            docs,
            field,
        }
    }

    /// What is said of a value: where it stands, or else by the schema that it refers to; then its bounds. A model says all of
    /// that itself.
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
fn enumeration(object: &mut Object<'_, '_>, row: &mut Model) {
    let ty = object.text("type");
    row.kind = format!("open enum of {ty}");
    let implements = match ty {
        "integer" => ["Decode", "Display", "Encode", "From", "FromStr", "model_traits"].as_slice(),
        _ => &["From", "text_enum_traits"],
    };
    row.implements = implements.iter().map(|name| (*name).to_owned()).collect();
    let value = |value: &Value| match ty {
        "integer" => value.as_i64().map_or("(no integer)".to_owned(), |integer| integer.to_string()),
        _ => text(value).to_owned(),
    };
    let values: Vec<String> = object.list("enum").iter().map(value).collect();
    for value in &values {
        let named = row.values.entry(format!("value `{value}`")).or_default();
        let variant = pascal(value);
        named.variant += &variant;
        named.written += &variant;
        named.read += &variant;
    }
    add(&mut row.orders, "values in order", values);
}
