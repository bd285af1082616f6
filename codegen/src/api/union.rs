//! `Union`: `oneOf` and `anyOf`, and what tells their schemas apart by name.

use std::collections::BTreeMap;

use super::all_of;
use super::chosen;
use super::composition;
use super::constraint;
use super::format::Integer;
use super::keywords::{implied_type, is_null};
use super::lowering::Lowering;
use super::product;
use super::schema::{SchemaId, Shape, Tags, Union};
use super::shape;
use crate::diagnostic::Problem;
use crate::document::object::Text;
use crate::document::{self, Annotations, Choice, Discriminator, Reference, SchemaType};
use crate::node::Origin;
use crate::pointer::Pointer;

/// Lowers the alternatives of a schema.
pub(super) fn lower(members: Alternatives, mut schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    let Alternatives { mut members, any_of } = members;
    if !members.is_empty() && members.iter().all(is_null) {
        return Shape::Null;
    }
    // `false` allows no value.
    members.retain(|member| !is_null(member) && member.boolean != Some(false));
    let discriminator = schema.discriminator.take();
    let references: Vec<Option<Reference>> = members.iter().map(|member| member.reference.clone()).collect();
    let base = base(schema);
    if let (None, [only]) = (&discriminator, members.as_slice()) {
        let inline = || only.reference.is_none().then(|| only.clone());
        if let Some(whole) = together(only, &base, lowering).or_else(inline) {
            return shape::of(all_of::merge(whole, lowering), lowering);
        }
    }
    let mut variants: Vec<SchemaId> = members.into_iter().map(|member| variant(member, &base, lowering)).collect();
    let tags = discriminator.map(|discriminator| tags(&discriminator, &references, &variants, lowering));
    if let (None, [only]) = (&tags, variants.as_slice()) {
        return Shape::Reference(*only);
    }
    if tags.is_none() {
        variants.dedup();
    }
    Shape::Union(Union { any_of, ..Union::one_of(variants, tags) })
}

/// The alternatives of a schema.
pub(super) struct Alternatives {
    members: Vec<document::Schema>,
    /// Whether a value may be of several.
    any_of: bool,
}

/// Takes the alternatives from a schema, if it has some.
pub(super) fn alternatives(schema: &mut document::Schema, lowering: &mut Lowering<'_>) -> Option<Alternatives> {
    let mut found = choices(schema);
    for choice in &mut found {
        chosen::choose(choice, schema, lowering);
    }
    if found.len() > 1 {
        let any_of = found.iter().any(|choice| choice.keyword == "anyOf");
        return Some(Alternatives { members: product::of(found, schema.at, lowering), any_of });
    }
    let Choice { keyword, members, discriminator } = found.pop()?;
    schema.discriminator = discriminator;
    Some(Alternatives { members, any_of: keyword == "anyOf" })
}

/// Whether null is an alternative of each list.
pub(super) fn allows_null(schema: &document::Schema) -> bool {
    let further = schema.choices.iter().map(|choice| &choice.members);
    let mut lists = [&schema.one_of, &schema.any_of].into_iter().chain(further).filter(|members| !members.is_empty()).peekable();
    lists.peek().is_some() && lists.all(|members| members.iter().any(is_null))
}

/// Takes all lists of alternatives from a schema. The discriminator is that of the first.
pub(super) fn choices(schema: &mut document::Schema) -> Vec<Choice> {
    let mut discriminator = schema.discriminator.take();
    let own = [(std::mem::take(&mut schema.one_of), "oneOf"), (std::mem::take(&mut schema.any_of), "anyOf")];
    let own = own.into_iter().filter(|(members, _)| !members.is_empty());
    let own = own.map(|(members, keyword)| Choice { keyword, members, discriminator: discriminator.take() });
    let mut choices: Vec<Choice> = own.collect();
    choices.append(&mut schema.choices);
    choices
}

/// What a schema says beside its alternatives, as a member of each.
fn base(schema: document::Schema) -> document::Schema {
    document::Schema { annotations: Annotations::default(), nullable: false, ..schema }
}

/// One alternative; where something stands beside all of them, both together.
fn variant(member: document::Schema, base: &document::Schema, lowering: &mut Lowering<'_>) -> SchemaId {
    let extended = extended(&member);
    let whole = together(&member, base, lowering);
    let is_made_up = whole.is_some() || composition::parts(&member).is_some();
    let id = lowering.lower(whole.unwrap_or(member));
    if is_made_up {
        lowering.note_extended(id, extended);
    }
    id
}

/// An alternative together with what stands beside all of them, if that adds something.
fn together(member: &document::Schema, base: &document::Schema, lowering: &mut Lowering<'_>) -> Option<document::Schema> {
    let adds_properties =
        !base.properties.is_empty() || base.additional_properties.as_ref().is_some_and(|it| it.boolean.is_none());
    let kinds: Vec<SchemaType> = base.types.iter().copied().filter(|kind| *kind != SchemaType::Null).collect();
    let says_type = |schema: &document::Schema| {
        let composed =
            schema.reference.is_some() || !(schema.all_of.is_empty() && schema.one_of.is_empty() && schema.any_of.is_empty());
        composed
            || !schema.types.is_empty()
            || schema.values.is_some()
            || schema.constant.is_some()
            || implied_type(schema).is_some()
    };
    let adds_required = !base.required.is_empty() && !member.properties.is_empty();
    let adds_type = !kinds.is_empty() && !says_type(member);
    if !(adds_properties || adds_required || adds_type) {
        return None;
    }
    let merged = all_of::merge(member.clone(), lowering);
    if !adds_required && adds_properties && base.properties.keys().all(|name| merged.properties.contains_key(name)) {
        return None;
    }
    // `allOf` of a name and of what stands beside the alternatives, known by the places of both.
    let mut all_of = vec![document::Schema { types: kinds, ..base.clone() }];
    match composition::parts(member) {
        Some(_) => all_of.extend(member.all_of.iter().cloned()),
        None => all_of.push(member.clone()),
    }
    Some(document::Schema { all_of, ..document::Schema::empty(member.at) })
}

/// The names of the schemas that an alternative refers to, if it refers to nothing else.
fn extended(member: &document::Schema) -> Option<String> {
    let one = |schema: &document::Schema| implied_name(&schema.reference.as_ref()?.target);
    match composition::parts(member) {
        Some(_) => Some(member.all_of.iter().map(one).collect::<Option<Vec<_>>>()?.join(" ")),
        None => one(member),
    }
}

/// Lowers `type: [a, b]`: one variant per type, each with the keywords of the whole.
pub(super) fn of_types(schema: document::Schema, lowering: &mut Lowering<'_>) -> Shape {
    let types: Vec<SchemaType> = schema.types.clone();
    // The width of a number is not a format of the texts beside it.
    let is_width = |format: &str| Integer::named(format).is_some() && types.iter().any(|kind| is_number(*kind));
    let one = |kind: SchemaType| document::Schema {
        types: vec![kind],
        format: schema.format.clone().filter(|format| is_number(kind) || !is_width(format)),
        annotations: Annotations::default(),
        nullable: false,
        constraints: schema
            .constraints
            .clone()
            .into_iter()
            .filter(|(keyword, _)| constraint::applies_to(keyword, kind))
            .collect(),
        ..schema.clone()
    };
    let variants = types.iter().map(|kind| lowering.derived(one(*kind))).collect();
    Shape::Union(Union::one_of(variants, None))
}

fn is_number(kind: SchemaType) -> bool {
    matches!(kind, SchemaType::Integer | SchemaType::Number)
}

/// The values that stand for each variant: those mapped to it, or else the name that its reference ends in.
pub(super) fn tags(
    discriminator: &Discriminator,
    references: &[Option<Reference>],
    variants: &[SchemaId],
    lowering: &mut Lowering<'_>,
) -> Tags {
    let mut places: BTreeMap<SchemaId, usize> = BTreeMap::new();
    for (index, reference) in references.iter().enumerate() {
        let target = reference.as_ref().map(|reference| referred(reference, lowering));
        target.into_iter().for_each(|target| _ = places.entry(target).or_insert(index));
    }
    // What an alternative refers to goes before what it is.
    for (index, variant) in variants.iter().enumerate() {
        places.entry(*variant).or_insert(index);
    }
    let variant = |target: &Text, lowering: &mut Lowering<'_>| {
        let id = mapping_target(target, lowering).map(|reference| referred(&reference, lowering))?;
        places.get(&id).copied()
    };
    let mut mapped: BTreeMap<usize, Vec<Text>> = BTreeMap::new();
    for (value, target) in &discriminator.mapping {
        match variant(target, lowering) {
            Some(index) => mapped.entry(index).or_default().push(Text { at: target.at, text: value.clone() }),
            None => lowering.resolver.report(target.at, Problem::StrayMapping { value: value.clone() }),
        }
    }
    let default = discriminator.default_mapping.as_ref().and_then(|target| {
        let found = variant(target, lowering);
        if found.is_none() {
            lowering.resolver.report(target.at, Problem::StrayMapping { value: target.text.clone() });
        }
        found
    });
    let names = references.iter().map(|reference| implied_name(&reference.as_ref()?.target));
    Tags {
        property: discriminator.property_name.clone(),
        values: Vec::new(),
        mapped: (0..variants.len()).map(|index| mapped.remove(&index).unwrap_or_default()).collect(),
        default,
        names: names.collect(),
    }
}

/// Where the schema was written that a value of `mapping` leads to.
pub(super) fn mapped(target: &Text, lowering: &Lowering<'_>) -> Option<Origin> {
    let reference = mapping_target(target, lowering)?;
    Some(lowering.resolver.reading.description.find(reference.at, &reference.target)?.at)
}

/// A value of `mapping` as a reference: to the named schema that it names, or else to wherever it leads.
fn mapping_target(target: &Text, lowering: &Lowering<'_>) -> Option<Reference> {
    let description = lowering.resolver.reading.description;
    let component: Pointer = ["components", "schemas", &target.text].into_iter().map(str::to_owned).collect();
    let reference = |at: Origin, target: String| Reference { at, target, description: None };
    let is_written = || description.find(target.at, &target.text).is_some();
    let root = description.root()?;
    match root.lookup(&component) {
        Some(_) => Some(reference(root.at, component.fragment())),
        None => is_written().then(|| reference(target.at, target.text.clone())),
    }
}

/// The value that stands for the target of a reference unless a mapping says otherwise: its name.
fn implied_name(reference: &str) -> Option<String> {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let pointer = Pointer::from_fragment(&format!("#{fragment}"))?;
    match pointer.tokens().last() {
        Some(name) => Some(name.clone()),
        None => Some(file.rsplit('/').next()?.split('.').next()?.to_owned()),
    }
}

fn referred(reference: &Reference, lowering: &mut Lowering<'_>) -> SchemaId {
    lowering.lower(document::Schema { reference: Some(reference.clone()), ..document::Schema::empty(reference.at) })
}
