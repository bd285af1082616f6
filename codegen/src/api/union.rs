//! `Union`: `oneOf` and `anyOf`, and what tells their schemas apart by name.

use std::collections::BTreeMap;

use super::schema::{Lowering, SchemaId, Shape, is_null};
use crate::diagnostic::Problem;
use crate::document::{self, Discriminator, Reference, SchemaType};

/// One of several shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The shapes, in the description's order.
    pub variants: Vec<SchemaId>,
    /// The property whose value names the shape, if the description has one.
    pub tags: Option<Tags>,
}

/// A property's values, and the schema that each stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Tags {
    /// Name of the property.
    pub property: String,
    /// The values of each variant, in the order of the variants.
    pub values: Vec<Vec<String>>,
}

/// Lowers a schema with `oneOf` or `anyOf`.
pub(super) fn lower(mut schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    let mut members = std::mem::take(&mut schema.one_of);
    if !members.is_empty() && !schema.any_of.is_empty() {
        lowering
            .resolver
            .report(schema.at, Problem::Unsupported { what: "`anyOf` beside `oneOf`", instead: "only `oneOf` is read" });
    } else {
        members.append(&mut schema.any_of);
    }
    if !schema.properties.is_empty() {
        let what = "`properties` beside `oneOf` or `anyOf`";
        lowering.resolver.report(schema.at, Problem::Unsupported { what, instead: "only the alternatives are read" });
    }
    members.retain(|member| !is_null(member));
    let references: Vec<Option<String>> =
        members.iter().map(|member| member.reference.as_ref().map(|reference| reference.target.clone())).collect();
    let mut variants: Vec<SchemaId> = members.into_iter().map(|member| lowering.lower(member)).collect();
    let tags = schema.discriminator.map(|discriminator| tags(&discriminator, &references, &variants, lowering));
    if let (None, [only]) = (&tags, variants.as_slice()) {
        return Shape::Reference(*only);
    }
    if tags.is_none() {
        variants.dedup();
    }
    Shape::Union(Union { variants, tags })
}

/// Lowers `type: [a, b]`: one variant per type, each with the keywords of the whole.
pub(super) fn of_types(schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    let types: Vec<SchemaType> = schema.types.clone();
    let one = |kind: SchemaType| document::Schema {
        types: vec![kind],
        title: None,
        description: None,
        nullable: false,
        ..schema.clone()
    };
    let variants = types.into_iter().map(|kind| lowering.derived(one(kind))).collect();
    Shape::Union(Union { variants, tags: None })
}

/// The values that stand for each variant: those mapped to it, or else the name that its reference ends in.
fn tags(
    discriminator: &Discriminator,
    references: &[Option<String>],
    variants: &[SchemaId],
    lowering: &mut Lowering<'_>,
) -> Tags {
    let mut mapped: BTreeMap<SchemaId, Vec<String>> = BTreeMap::new();
    for (value, target) in &discriminator.mapping {
        let at = target.at;
        let is_name = !target.text.contains(['/', '#', '.']);
        let target = if is_name { format!("#/components/schemas/{}", target.text) } else { target.text.clone() };
        let reference = Reference { at, target, description: None };
        let schema = document::Schema { reference: Some(reference), ..document::Schema::empty(at) };
        let id = lowering.lower(schema);
        if variants.contains(&id) {
            mapped.entry(id).or_default().push(value.clone());
        } else {
            lowering.resolver.report(at, Problem::StrayMapping { value: value.clone() });
        }
    }
    let implied = |reference: &Option<String>| {
        let name = reference.as_ref()?.rsplit('/').next()?;
        Some(vec![name.to_owned()])
    };
    let values = variants.iter().zip(references);
    let values = values.map(|(id, reference)| mapped.get(id).cloned().or_else(|| implied(reference)).unwrap_or_default());
    Tags { property: discriminator.property_name.clone(), values: values.collect() }
}
