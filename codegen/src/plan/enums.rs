//! `StringEnum` and `IntegerEnum`: values that the description lists.

use super::docs::{self, Docs};
use super::name::{self, Name};
use super::scope::Scope;
use crate::api::Schema;
use crate::diagnostic::Diagnostics;

/// `pub enum Status { Open, Closed, Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct StringEnum {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed values.
    pub variants: Vec<StringVariant>,
    /// The variant for values that the description does not list.
    pub unknown: Name,
}

/// A string value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StringVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub value: String,
}

/// `pub enum Level { Low, High, Unknown(..) }`, of integers.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegerEnum {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed values.
    pub variants: Vec<IntegerVariant>,
    /// The variant for values that the description does not list.
    pub unknown: Name,
}

/// An integer value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegerVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub value: i64,
}

/// Decides an enum of strings.
pub fn plan_strings(name: Name, docs: Docs, schema: &Schema, values: &[String], diagnostics: &mut Diagnostics) -> StringEnum {
    let mut scope = Scope::of_values();
    let variant = |value: &String| StringVariant {
        docs: Docs::sentence(format!("{}.", docs::code(value))),
        name: scope.claim(name::variant(value), value, schema.at, diagnostics),
        value: value.clone(),
    };
    let variants = values.iter().map(variant).collect();
    StringEnum { docs, name, deprecated: schema.deprecated, variants, unknown: Name::literal("Unknown") }
}

/// Decides an enum of integers.
pub fn plan_integers(name: Name, docs: Docs, schema: &Schema, values: &[i64], diagnostics: &mut Diagnostics) -> IntegerEnum {
    let mut scope = Scope::of_values();
    let variant = |value: &i64| IntegerVariant {
        docs: Docs::sentence(format!("`{value}`.")),
        name: scope.claim(name::variant(&value.to_string()), &value.to_string(), schema.at, diagnostics),
        value: *value,
    };
    let variants = values.iter().map(variant).collect();
    IntegerEnum { docs, name, deprecated: schema.deprecated, variants, unknown: Name::literal("Unknown") }
}
