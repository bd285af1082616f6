//! Constants: required properties with only one value, which are no fields.

use serde_yaml::Value;

use super::name::{snake, wanted};
use super::object::{entries, text};
use super::schema::{alternatives, json_types, values};
use super::{Description, docs};
use crate::reader::facts::Property;

/// The only value that a schema lists, if it is no reference; null is none.
pub(crate) fn only(schema: &Value) -> Option<&Value> {
    let lists_null = schema.get("enum").and_then(Value::as_sequence).is_some_and(|listed| listed.iter().any(Value::is_null));
    match values(schema).as_slice() {
        [only] if !lists_null && !json_types(schema).1 => Some(only),
        _ => None,
    }
}

impl<'d> Description<'d> {
    /// The only value of a required property: the one that its own schema lists, or else the tag of the object.
    pub(crate) fn only_value(&self, owner: &'d Value, name: &str, property: &'d Value) -> Option<Value> {
        let (target, nullable) = self.peel(property);
        let own = only(target).filter(|_| !nullable).cloned();
        own.or_else(|| self.tag(owner, name).filter(|_| json_types(target).0 == ["string"]).map(Value::from))
    }

    /// The value by which all discriminators of a property select an object.
    fn tag(&self, owner: &'d Value, name: &str) -> Option<&'d str> {
        let mut tags = Vec::new();
        for union in self.places.values().map(|place| place.schema) {
            let Some(discriminator) = union.get("discriminator") else { continue };
            let of_property = discriminator.get("propertyName").is_some_and(|property| property == name);
            let inner = alternatives(union).map_or(&[][..], |(_, inner)| inner).iter().filter_map(|inner| inner.get("$ref"));
            for reference in inner.map(text).filter(|_| of_property) {
                if self.follow(reference).is_some_and(|(target, _)| std::ptr::eq(target, owner)) {
                    let component = |target: &'d str| target.rsplit('/').next().unwrap_or_default();
                    let mapping = discriminator.get("mapping").map(entries).unwrap_or_default().into_iter();
                    let mapped = mapping.filter(|(_, target)| component(text(target)) == component(reference));
                    let mapped: Vec<&str> = mapped.map(|(value, _)| value).collect();
                    tags.push(if mapped.is_empty() { vec![component(reference)] } else { mapped });
                }
            }
        }
        match tags.first()?.as_slice() {
            [only] if tags.iter().all(|values| values.as_slice() == [*only]) => Some(only),
            _ => None,
        }
    }

    /// The row of a property with only one value.
    pub(crate) fn constant(&self, name: &str, property: &'d Value, value: &Value) -> Property {
        let field = snake(wanted(property, name)).trim_end_matches('_').to_uppercase();
        let (ty, value) = match value {
            Value::Bool(value) => ("bool", value.to_string()),
            Value::Number(number) if number.is_i64() => ("i64", number.to_string()),
            Value::Number(number) if number.is_u64() => ("i128", number.to_string()),
            Value::Number(number) => ("f64", number.to_string()),
            value => ("&'static str", format!("{:?}", text(value))),
        };
        Property {
            ty: ty.to_owned(),
            read: format!("constant into `{field}`"),
            written: format!("required from `{field}`"),
            given: format!("constant `{value}`"),
            deprecated: property.get("deprecated") == Some(&Value::Bool(true)),
            docs: docs(&self.prose(property), format!("Property: `{name}`.")),
            field,
            ..Property::default()
        }
    }
}
