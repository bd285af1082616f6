//! Unions: their alternatives, and the evidence by which one of them is chosen.

use serde_yaml::Value;

use super::name::pascal;
use super::object::{Object, text};
use super::schema::{Kind, alternatives, is_null, json_types, kind, type_of_text, values};
use super::{Description, docs};
use crate::reader::facts::{Model, Variant, add};

/// What an alternative is called: after its component, its title, or the type of its values.
pub(crate) fn name(schema: &Value) -> String {
    if let Some(reference) = schema.get("$ref") {
        return pascal(text(reference).rsplit('/').next().unwrap_or_default());
    }
    if let Some(title) = schema.get("title") {
        return pascal(text(title));
    }
    match json_types(schema).0.as_slice() {
        ["string"] if type_of_text(schema) != "String" => pascal(schema.get("format").map_or("", text)),
        ["array"] => schema.get("items").map_or("List".to_owned(), |items| name(items) + "List"),
        [ty] => pascal(ty),
        _ => "Alternative".to_owned(),
    }
}

impl<'d> Description<'d> {
    /// A union.
    pub(crate) fn union(&self, object: &mut Object<'d, '_>, schema: &'d Value, row: &mut Model) {
        object.ignore(&["oneOf", "anyOf", "type", "nullable"]);
        row.kind = "union".to_owned();
        row.implements.push("serde_traits".to_owned());
        let several;
        let inner = match alternatives(schema) {
            Some((_, inner)) => inner.iter().filter(|inner| !is_null(inner)).map(|inner| self.alternative(inner)).collect(),
            None => {
                several = json_types(schema).0;
                several.iter().map(|ty| simple(ty)).collect::<Vec<_>>()
            }
        };
        let (mut written, mut made) = (Vec::new(), Vec::new());
        for (name, ty, docs) in inner {
            let bare = ty.strip_prefix("Box<").and_then(|ty| ty.strip_suffix('>')).unwrap_or(&ty);
            made.push(format!("{bare} as {name}"));
            written.push(name.clone());
            add(&mut row.alternatives, format!("alternative `{name}`"), Variant { holds: Some(ty), docs });
        }
        let unknown = docs("", "A shape that the description does not list.");
        add(&mut row.alternatives, "alternative `Unknown`", Variant { holds: Some("runtime::Value".to_owned()), docs: unknown });
        written.push("Unknown".to_owned());
        add(&mut row.orders, "made from", made);
        add(&mut row.orders, "written in order", written);
        match object.take("discriminator") {
            Some(discriminator) => self.discriminator(discriminator, schema, row),
            None => self.by_type(schema, row),
        }
    }

    /// Alternatives of different JSON types: listed texts go before any, integers before numbers, and objects last.
    fn by_type(&self, schema: &'d Value, row: &mut Model) {
        let (several, alternatives) = (json_types(schema).0, alternatives(schema).map_or(&[][..], |(_, inner)| inner));
        let of = |inner: &'d Value| {
            let target = self.peel(inner).0;
            let is_plain = target.get("format").is_none();
            let test = match (kind(target), json_types(target).0.as_slice()) {
                (Kind::Values, _) => {
                    let values = values(target).into_iter().map(|value| format!("{:?}", text(value)));
                    format!("is_one_of(&[{}])", values.collect::<Vec<_>>().join(","))
                }
                (Kind::Structure, _) => "is_object()".to_owned(),
                (_, [ty]) if is_plain => format!("is_{ty}()"),
                _ => return None,
            };
            Some((test, name(inner)))
        };
        let tests: Option<Vec<(String, String)>> = match several.as_slice() {
            [] => alternatives.iter().filter(|inner| !is_null(inner)).map(of).collect(),
            types => Some(types.iter().map(|ty| (format!("is_{ty}()"), pascal(ty))).collect()),
        };
        let mut tests = tests.unwrap_or_default();
        let rank = |test: &str| match test {
            "is_integer()" => 1,
            "is_object()" => 3,
            test if test.starts_with("is_one_of") => 0,
            _ => 2,
        };
        tests.sort_by_key(|(test, _)| rank(test));
        let is_clear = tests.windows(2).all(|pair| pair[0].0 != pair[1].0);
        let evidence = tests.into_iter().filter(|_| is_clear).map(|(test, variant)| format!("json.{test}: {variant}"));
        add(&mut row.orders, "evidence in order", evidence.collect());
    }

    /// An alternative's variant, type and docs.
    fn alternative(&self, schema: &'d Value) -> (String, String, crate::reader::facts::Docs) {
        let ty = self.type_of(schema).name;
        let is_struct = matches!(kind(self.peel(schema).0), Kind::Structure);
        let held = if is_struct { format!("Box<{ty}>") } else { ty };
        let name = name(schema);
        let origin = match schema.get("$ref") {
            Some(reference) => format!("`{}`.", text(reference).rsplit('/').next().unwrap_or_default()),
            None => said(json_types(schema).0.first().copied().unwrap_or_default()).to_owned(),
        };
        (name, held, docs("", origin))
    }

    /// The values of the property that decides: those of the mapping, then the names of components.
    fn discriminator(&self, discriminator: &'d Value, schema: &'d Value, row: &mut Model) {
        let mut object = self.object("a discriminator", discriminator);
        let mut evidence = vec![format!("tag(\"{}\")", object.text("propertyName"))];
        let mapping = object.entries("mapping");
        let component = |target: &str| target.rsplit('/').next().unwrap_or_default().to_owned();
        for inner in alternatives(schema).map_or(&[][..], |(_, inner)| inner) {
            let Some(reference) = inner.get("$ref") else { continue };
            let own = component(text(reference));
            let mut values: Vec<&str> =
                mapping.iter().filter(|(_, target)| component(text(target)) == own).map(|(value, _)| *value).collect();
            if values.is_empty() {
                values.push(&own);
            }
            let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
            evidence.push(format!("Some({}): {}", values.join("|"), name(inner)));
        }
        evidence.push("_: Unknown".to_owned());
        add(&mut row.orders, "evidence in order", evidence);
    }
}

/// An alternative of a JSON type, without more.
fn simple(ty: &str) -> (String, String, crate::reader::facts::Docs) {
    let held = match ty {
        "boolean" => "bool",
        "integer" => "i64",
        "number" => "f64",
        "string" => "String",
        "array" => "Vec<runtime::Value>",
        _ => "runtime::JsonObject",
    };
    (pascal(ty), held.to_owned(), docs("", said(ty)))
}

/// What the docs say of an alternative of a JSON type.
fn said(ty: &str) -> &'static str {
    match ty {
        "boolean" => "`true` or `false`.",
        "integer" => "An integer.",
        "number" => "A number.",
        "string" => "A text.",
        "array" => "A list.",
        _ => "An object.",
    }
}
