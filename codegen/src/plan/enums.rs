//! `Enum`: values that the description lists, all of them texts or all of them integers.

use std::fmt::Display;

use super::docs::{self, Docs};
use crate::api::Schema;
use crate::diagnostic::Diagnostics;
use crate::names::{Name, Scope, reserved::UNKNOWN, spelling};

/// `pub enum Status { Open, Closed, Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum<V> {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed values.
    pub variants: Vec<EnumVariant<V>>,
    /// The variant for values that the description does not list.
    pub unknown: Name,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumVariant<V> {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub value: V,
}

/// Decides an enum.
pub fn plan<V: Clone + Display>(name: Name, docs: Docs, schema: &Schema, values: &[V], diagnostics: &mut Diagnostics) -> Enum<V> {
    let mut scope = Scope::of_values();
    let variant = |value: &V| {
        let text = value.to_string();
        let label = schema.labels.get(&text).cloned().unwrap_or_default();
        let wanted = label.rust_name.as_ref().unwrap_or(&text);
        let name = scope.claim(spelling::variant(wanted), &text, schema.at, diagnostics);
        let words = label.title.iter().chain(&label.description);
        let words = words.fold(Docs::default(), |docs, words| docs.then(Docs::text(words)));
        let deprecated = if label.deprecated { Docs::sentence("Deprecated.") } else { Docs::default() };
        let docs = words.then(deprecated).then(Docs::sentence(format!("{}.", docs::code(&text))));
        EnumVariant { docs, name, value: value.clone() }
    };
    let variants = values.iter().map(variant).collect();
    Enum { docs, name, deprecated: schema.annotations.deprecated, variants, unknown: Name::literal(UNKNOWN) }
}
