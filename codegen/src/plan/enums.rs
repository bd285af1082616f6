//! `Enum`: values that the description lists, all of them texts or all of them integers.

use std::fmt::Display;

use super::docs::{self, Docs};
use crate::api::Schema;
use crate::document::ValueLabel;
use crate::names::{Claim, Name, Scripts, spelling};

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
    /// Whether the variant bears `#[deprecated]`: the description no longer lists the value.
    pub deprecated: bool,
}

/// Decides an enum.
pub(super) fn plan<V: Clone + Display>(
    (name, unknown): (Name, &Name),
    docs: Docs,
    schema: &Schema,
    values: &[V],
    names: &[Claim],
) -> Enum<V> {
    let variant = |(value, claim): (&V, &Claim)| {
        let text = value.to_string();
        let ValueLabel { name, annotations: label, is_dropped } = schema.labels.values.get(&text).cloned().unwrap_or_default();
        // A name of which the variant is not made is said here.
        let name = name.filter(|name| label.title.is_none() && spelling::variant(name, &Scripts::default()) != claim.name);
        let words = label.title.iter().chain(&name).chain(&label.description);
        let words = words.fold(Docs::default(), |docs, words| docs.then(Docs::text(words)));
        let deprecated = if label.deprecated && !is_dropped { Docs::sentence("Deprecated.") } else { Docs::default() };
        let docs = words.then(deprecated).then(Docs::sentence(format!("{}.", docs::code(&text))));
        EnumVariant { docs, name: claim.name.clone(), value: value.clone(), deprecated: is_dropped }
    };
    let variants = values.iter().zip(names).map(variant).collect();
    Enum { docs, name, deprecated: schema.annotations.deprecated, variants, unknown: unknown.clone() }
}
