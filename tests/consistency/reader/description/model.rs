//! Named schemas: the models, with their properties and values.

use serde_yaml::Value;

use super::Description;
use super::name::{pascal, snake, wanted};
use super::object::{Object, text};
use super::schema::{Type, bounds};
use crate::reader::Facts;
use crate::reader::docs::words;

/// More required properties than this are handed to `new` in a struct.
const MOST_ARGUMENTS: usize = 4;

impl<'d> Description<'d> {
    /// What the description says of a named schema, whose types are declared in the given way.
    pub(crate) fn model(&self, name: &'d str, schema: &'d Value, declared: &str, facts: &mut Facts) {
        let rust = pascal(wanted(schema, name));
        let subject = format!("model `{rust}`");
        facts.say(format!("{subject}: words"), words(&self.prose(schema)));
        facts.say(format!("{subject}: origin"), format!("Schema: `#/components/schemas/{name}`."));
        facts.say(format!("type `models::{rust}`"), declared);
        if schema.get("enum").is_some() {
            self.enumeration(&subject, schema, facts);
        } else if schema.get("properties").is_some() {
            self.structure(&rust, schema, declared, facts);
        } else {
            facts.say(subject, format!("another name of `{}`", self.type_of(schema).with_null()));
        }
    }

    fn enumeration(&self, subject: &str, schema: &'d Value, facts: &mut Facts) {
        let mut object = Object::open(subject, schema);
        ["description", "title"].into_iter().for_each(|key| _ = object.take(key));
        let ty = object.text("type");
        facts.say(subject, format!("an open enum of JSON's {ty}"));
        let implements = match ty {
            "integer" => "Debug, Decode, Deserialize, Display, Encode, From, FromStr, Serialize",
            _ => "Debug, Decode, Deserialize, Display, Encode, Eq, From, FromStr, Hash, PartialEq, Serialize",
        };
        facts.say(format!("{subject}: implements"), implements);
        let value = |value: &Value| match ty {
            "integer" => value.as_i64().map_or("(no integer)".to_owned(), |integer| integer.to_string()),
            _ => text(value).to_owned(),
        };
        let values: Vec<String> = object.list("enum").iter().map(value).collect();
        facts.say(format!("{subject}: values in order"), values.join(", "));
        for value in values {
            let variant = pascal(&value);
            let value = format!("{subject}: value `{value}`");
            facts.say(&value, format!("documented for `{variant}`"));
            facts.say(format!("{value}: written"), format!("for `{variant}`"));
            facts.say(format!("{value}: read"), format!("as `{variant}`"));
        }
        object.close(facts);
    }

    fn structure(&self, rust: &str, schema: &'d Value, declared: &str, facts: &mut Facts) {
        let subject = format!("model `{rust}`");
        let mut object = Object::open(&subject, schema);
        ["description", "title"].into_iter().for_each(|key| _ = object.take(key));
        if object.text("type") != "object" {
            facts.say(format!("{subject}: JSON type"), "not `object`, although it has properties");
        }
        let properties = object.entries("properties");
        let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        let required: Vec<&str> = object.list("required").iter().map(text).collect();
        for stranger in required.iter().filter(|name| !names.contains(name)) {
            facts.say(format!("{subject}: property `{stranger}`"), "required, but not described");
        }
        let literal = format!("{rust}Required");
        let by_name = required.len() > MOST_ARGUMENTS;
        facts.say(&subject, "a struct");
        facts.say(format!("{subject}: properties in order"), names.join(", "));
        facts.say(format!("{subject}: properties as read"), names.join(", "));
        facts.say(format!("{subject}: properties as written"), names.join(", "));
        let (default, constructor) = match required.as_slice() {
            [] => (", Default", "`new`, of nothing"),
            _ => ("", "`new`, of what is required"),
        };
        facts.say(format!("{subject}: implements"), format!("Debug, Decode{default}, Deserialize, Encode, Serialize"));
        facts.say(format!("{subject}: constructor"), constructor);
        if by_name {
            facts.say(format!("type `models::{literal}`"), declared);
            facts.say(format!("{subject}: origin of `{literal}`"), format!("The required properties of [`{rust}`]."));
        }
        for (name, property) in properties {
            let given = match (required.contains(&name), by_name) {
                (true, true) => Given::Field,
                (true, false) => Given::Argument,
                (false, _) => Given::Setter,
            };
            self.property(&subject, name, property, given, facts);
        }
        object.close(facts);
    }

    fn property(&self, subject: &str, name: &str, property: &'d Value, given: Given, facts: &mut Facts) {
        let field = snake(wanted(property, name));
        let ty = self.type_of(property);
        let subject = format!("{subject}: property `{name}`");
        let origin = format!("Property: `{name}`.");
        let (read, written, declared) = match (given.is_required(), ty.nullable) {
            (true, _) => ("required", "required", ty.with_null()),
            (false, false) => ("optional", "optional", format!("Option<{}>", ty.name)),
            (false, true) => ("optional_nullable", "optional", format!("Option<{}>", ty.with_null())),
        };
        facts.say(&subject, format!("{field}: {declared}"));
        facts.say(format!("{subject}: words"), words(&self.prose(property)));
        facts.say(format!("{subject}: origin"), &origin);
        facts.say(format!("{subject}: read"), format!("{read} into `{field}`"));
        facts.say(format!("{subject}: written"), format!("{written} from `{field}`"));
        facts.say(format!("{subject}: given"), given.how(&ty));
        if let Given::Field = given {
            facts.say(format!("{subject}: words of what is required"), words(&self.prose(property)));
            facts.say(format!("{subject}: origin of what is required"), origin);
        }
        if let (Given::Setter, true) = (given, ty.nullable) {
            facts.say(format!("{subject}: set to null"), format!("by `{field}_null`"));
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

/// How a property is handed to its model.
#[derive(Clone, Copy)]
enum Given {
    Field,
    Argument,
    Setter,
}

impl Given {
    fn is_required(self) -> bool {
        !matches!(self, Self::Setter)
    }

    fn how(self, ty: &Type) -> String {
        match self {
            Self::Field => format!("to `new` as a field of type `{}`", ty.with_null()),
            Self::Argument if ty.nullable => format!("to `new` as `{}`", ty.with_null()),
            Self::Argument => format!("to `new` as `{}`", ty.argument()),
            Self::Setter if ty.nullable => format!("to a setter as `{}`, or as null", ty.argument()),
            Self::Setter => format!("to a setter as `{}`", ty.argument()),
        }
    }
}
