//! Unions: their alternatives, and the evidence by which one of them is chosen.

use serde_yaml::Value;

use super::name::{extension, pascal};
use super::object::{Object, text};
use super::schema::{Kind, alternatives, is_null, json_types, kind, type_of_text, values};
use super::{Description, docs};
use crate::reader::facts::{Model, Variant, add};

/// What an alternative is called: by `x-clientsmith`, or else after its component, its title, or the type of its values.
pub(crate) fn name(schema: &Value) -> String {
    if let Some(reference) = schema.get("$ref") {
        return pascal(text(reference).rsplit('/').next().unwrap_or_default());
    }
    if let Some(name) = extension(schema, "name").or_else(|| schema.get("title")) {
        return pascal(text(name));
    }
    match json_types(schema).0.as_slice() {
        ["string"] if type_of_text(schema) != "String" => pascal(schema.get("format").map_or("", text)),
        ["array"] => schema.get("items").map_or("List".to_owned(), |items| name(items) + "List"),
        [ty] => pascal(ty),
        _ => "Alternative".to_owned(),
    }
}

/// An alternative of a union.
struct Alternative {
    name: String,
    holds: String,
    origin: String,
    /// The test of its JSON type, and the rank of that test; none if the type is no evidence.
    test: Option<(u8, String)>,
}

impl Alternative {
    /// Any value of a JSON type.
    fn of_type(ty: &str) -> Self {
        let (holds, origin) = match ty {
            "boolean" => ("bool", "`true` or `false`."),
            "integer" => ("i64", "An integer."),
            "number" => ("f64", "A number."),
            "string" => ("String", "A text."),
            "array" => ("Vec<runtime::Value>", "A list."),
            _ => ("runtime::JsonObject", "An object."),
        };
        // Every integer is a number, and an object may be anything.
        let rank = match ty {
            "integer" => 1,
            "object" => 3,
            _ => 2,
        };
        let test = Some((rank, format!("json.is_{ty}()")));
        Self { name: pascal(ty), holds: holds.to_owned(), origin: origin.to_owned(), test }
    }
}

impl<'d> Description<'d> {
    /// A union.
    pub(crate) fn union(&self, object: &mut Object<'d, '_>, schema: &'d Value, row: &mut Model) {
        object.ignore(&["oneOf", "anyOf", "type", "nullable"]);
        row.kind = "union".to_owned();
        row.implements.push("serde_traits".to_owned());
        let mut inner: Vec<Alternative> = match alternatives(schema) {
            Some((_, inner)) => inner.iter().filter(|inner| !is_null(inner)).map(|inner| self.alternative(inner)).collect(),
            None => json_types(schema).0.into_iter().map(Alternative::of_type).collect(),
        };
        match object.take("discriminator") {
            Some(discriminator) => self.discriminator(discriminator, schema, row),
            None => {
                let has_numbers = inner.iter().any(|one| one.holds == "f64");
                for one in inner.iter_mut().filter(|one| has_numbers && one.holds == "i64") {
                    one.test = Some((1, "json.is::<i64>()".to_owned()));
                }
                let mut tests: Vec<_> = inner.iter().filter_map(|one| Some((one.test.clone()?, &one.name))).collect();
                tests.sort_by_key(|((rank, _), _)| *rank);
                let is_clear = tests.len() == inner.len() && tests.windows(2).all(|pair| pair[0].0 != pair[1].0);
                let evidence = tests.iter().filter(|_| is_clear).map(|((_, test), variant)| format!("{test}: {variant}"));
                add(&mut row.orders, "evidence in order", evidence.collect());
            }
        }
        let bare = |ty: &str| ty.strip_prefix("Box<").and_then(|ty| ty.strip_suffix('>')).unwrap_or(ty).to_owned();
        let made = inner.iter().map(|one| format!("{} as {}", bare(&one.holds), one.name)).collect();
        let written = inner.iter().map(|one| one.name.clone()).chain(["Unknown".to_owned()]).collect();
        add(&mut row.orders, "made from", made);
        add(&mut row.orders, "written in order", written);
        let unknown = Alternative {
            name: "Unknown".to_owned(),
            holds: "runtime::Unrecognized".to_owned(),
            origin: "A value that is none of the alternatives, and the reason.".to_owned(),
            test: None,
        };
        for one in inner.into_iter().chain([unknown]) {
            let variant = Variant { holds: Some(one.holds), docs: docs("", one.origin) };
            add(&mut row.alternatives, format!("alternative `{}`", one.name), variant);
        }
    }

    fn alternative(&self, schema: &'d Value) -> Alternative {
        let target = self.peel(schema).0;
        let of_type = Alternative::of_type(json_types(target).0.first().copied().unwrap_or("object"));
        let ty = self.type_of(schema).name;
        let holds = if kind(target) == Kind::Structure { format!("Box<{ty}>") } else { ty };
        let origin = match schema.get("$ref") {
            Some(reference) => format!("`{}`.", text(reference).rsplit('/').next().unwrap_or_default()),
            None => of_type.origin,
        };
        let test = match kind(target) {
            Kind::Values => {
                let values = values(target).into_iter().map(|value| format!("{:?}", text(value)));
                Some((0, format!("json.is_one_of(&[{}])", values.collect::<Vec<_>>().join(","))))
            }
            Kind::Union => None,
            Kind::Structure | Kind::Plain => of_type.test.filter(|_| target.get("format").is_none()),
        };
        Alternative { name: name(schema), holds, origin, test }
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
        add(&mut row.orders, "evidence in order", evidence);
    }
}
