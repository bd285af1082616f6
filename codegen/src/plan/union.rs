//! `Union`: `oneOf` and `anyOf`, told apart while generating.

use std::collections::{BTreeMap, BTreeSet};

use super::constraint::Constraints;
use super::described::{bounds_beside_model, described};
use super::docs::{self, Docs};
use super::facts;
use super::inputs::PlanInputs;
use super::ty::Ty;
use crate::api::evidence::{self, Choice, Form, Test};
use crate::api::{Api, Scalar, Schema, SchemaId, Union as Alternatives};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{AlternativeNames, Name};
use crate::record::Fact;

/// `pub enum Shape { Circle(models::Circle), Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed shapes.
    pub variants: Vec<UnionVariant>,
    /// The variant for shapes that the description does not list.
    pub unknown: Name,
    /// How decoding chooses a variant.
    pub decoding: UnionDecoding,
    /// Whether a box that ends a chain of types holds it: then reading it is compiled with the client and not with what calls it,
    /// so that the chain ends there for the compiler as well.
    pub ends_chain: bool,
}

/// A shape of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// What identifies it in a key.
    pub label: String,
    /// The payload.
    pub ty: Ty,
    /// What is checked of the payload before it is sent.
    pub constraints: Constraints,
    /// What the record says of the payload beyond its type.
    pub facts: Vec<Fact>,
    /// Whether `From<ty>` is emitted, for a boxed payload from what is in the box: no other variant has the same payload, and
    /// it is not the union itself.
    pub convertible: bool,
}

/// How decoding chooses a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionDecoding {
    /// By the value of a property: a discriminator or a distinguishing `const`.
    Tag {
        /// Name of the property.
        wire_name: String,
        /// Its values, and the variants that they mean.
        arms: Vec<TagArm>,
        /// The variant that any other value means, and none, if the description names one.
        otherwise: Option<Name>,
        /// How decoding chooses a variant without the property, if a value may lack it.
        absent: Option<FormChoice>,
    },
    /// By the form of the value.
    Form(FormChoice),
}

/// How decoding chooses a variant by the form of the value.
#[derive(Clone, Debug, PartialEq)]
pub struct FormChoice {
    /// The first test that holds decides.
    pub tests: Vec<TestArm>,
    /// Otherwise the closest form does.
    pub closest: Vec<FormArm>,
    /// The variant of objects with properties of several of these forms.
    pub combined: Option<Name>,
    /// The variant of values that no other one can hold, or at least of such objects.
    pub rest: Option<Rest>,
}

/// `Some("circle" | "disc") => runtime::variant(json, Self::Circle)`.
#[derive(Clone, Debug, PartialEq)]
pub struct TagArm {
    /// The property's values; at least one.
    pub values: Vec<Scalar>,
    /// The variant that they mean.
    pub variant: Name,
}

/// `if json.is_string() { return runtime::variant(json, Self::Text); }`.
#[derive(Clone, Debug, PartialEq)]
pub struct TestArm {
    /// The test.
    pub test: Test,
    /// The variant.
    pub variant: Name,
}

/// `Some(0) => runtime::variant(json, Self::Circle)`, for the first form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormArm {
    /// The form.
    pub form: Form,
    /// The variant.
    pub variant: Name,
}

/// The variant of values that no other one can hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Rest {
    /// The variant.
    pub variant: Name,
    /// Whether it holds objects only.
    pub is_object: bool,
}

/// Decides a union: its variants, which have these names, and how decoding distinguishes them.
pub(super) fn plan(
    id: SchemaId,
    docs: Docs,
    union: &Alternatives,
    (names, unknown): (&[AlternativeNames], &Name),
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> Union {
    let PlanInputs { api, types, boxes, .. } = inputs;
    let payloads: Vec<Ty> = union.variants.iter().map(|id| types.of(*id).0).collect();
    let mut counts: BTreeMap<&Ty, usize> = BTreeMap::new();
    payloads.iter().for_each(|ty| *counts.entry(ty).or_default() += 1);
    let is_itself = |ty: &Ty| matches!(ty, Ty::Model(model) if model.id == id);
    let variant = |(place, ((alternative, ty), names)): (usize, ((&SchemaId, &Ty), &AlternativeNames))| UnionVariant {
        docs: match ty {
            Ty::Model(model) => Docs::sentence(format!("{}.", docs::code(model.name.as_str())))
                .then(bounds_beside_model(*alternative, &api.schemas)),
            _ => described(None, &api.schemas[*alternative]).or_else(|| Docs::sentence(kind(ty))),
        },
        name: names.variant.name.clone(),
        label: names.label.clone(),
        convertible: counts[ty] == 1 && *ty != Ty::Json && !is_itself(ty),
        ty: boxes.around(id, place, ty.clone()),
        constraints: types.constraints(*alternative),
        facts: facts::of_value(*alternative, None, &api.schemas),
    };
    let variants: Vec<UnionVariant> = union.variants.iter().zip(&payloads).zip(names).enumerate().map(variant).collect();
    let schema = &api.schemas[id];
    let decoding = decoding(union, &variants, schema, api, diagnostics);
    Union {
        docs,
        name: inputs.names.models[&id].claim.name.clone(),
        deprecated: schema.annotations.deprecated,
        variants,
        unknown: unknown.clone(),
        decoding,
        ends_chain: boxes.ends_chain(id),
    }
}

/// What a value without a name of its own is.
fn kind(ty: &Ty) -> &'static str {
    match ty {
        Ty::Unit | Ty::Json => "Any JSON.",
        Ty::Bool => "`true` or `false`.",
        Ty::Integer(_) => "An integer.",
        Ty::F32 | Ty::F64 => "A number.",
        Ty::String => "A text.",
        Ty::DateTime => "A date and time.",
        Ty::Date => "A date.",
        Ty::Uuid => "A UUID.",
        Ty::Base64 => "Bytes in Base64.",
        Ty::HttpDate => "A date of HTTP.",
        Ty::Quoted(_) => "An integer, written as text.",
        Ty::Numeric(_) => "A number, or its text.",
        Ty::IntOrString => "An integer or a text.",
        Ty::Vec(_) | Ty::Tuple(..) => "A list.",
        Ty::JsonObject | Ty::Map(_) | Ty::Model(_) => "An object.",
        Ty::Option(inner) | Ty::Box(inner) | Ty::Deep(inner) => kind(inner),
        Ty::Bytes | Ty::Body | Ty::FilePart | Ty::MultipartForm | Ty::Lines(_) => "Bytes.",
        // These stand in requests and responses only.
        Ty::Event(_) | Ty::Local(_) | Ty::Choice(_) => "Any JSON.",
    }
}

/// How decoding tells the variants apart: by a tag if there is one, else by the form of a value.
fn decoding(
    union: &Alternatives,
    variants: &[UnionVariant],
    schema: &Schema,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> UnionDecoding {
    let name = |place: usize| variants[place].name.clone();
    match evidence::choice(union, &api.schemas) {
        Choice::Tag { property, values, default, absent } => UnionDecoding::Tag {
            wire_name: property,
            arms: arms(values, variants),
            otherwise: default.map(name),
            absent: absent.map(|choice| named(choice, variants)),
        },
        Choice::Form(choice) => {
            for (first, second) in &choice.alike {
                let (first, second) = (name(*first).to_string(), name(*second).to_string());
                diagnostics.report(schema.at, Problem::IndistinctVariants { first, second });
            }
            UnionDecoding::Form(named(choice, variants))
        }
    }
}

/// The same choice, of variants by their names.
fn named(choice: evidence::FormChoice, variants: &[UnionVariant]) -> FormChoice {
    let name = |place: usize| variants[place].name.clone();
    FormChoice {
        tests: choice.tests.into_iter().map(|(test, place)| TestArm { test, variant: name(place) }).collect(),
        closest: choice.closest.into_iter().map(|(form, place)| FormArm { form, variant: name(place) }).collect(),
        combined: choice.combined.map(name),
        rest: choice.rest.map(|place| Rest { variant: name(place), is_object: variants[place].ty != Ty::Json }),
    }
}

/// The variant that each value of the tag means: of several, the first.
fn arms(values: Vec<Vec<Scalar>>, variants: &[UnionVariant]) -> Vec<TagArm> {
    let mut seen: BTreeSet<Scalar> = BTreeSet::new();
    let mut arms = Vec::new();
    for (mut values, variant) in values.into_iter().zip(variants) {
        values.retain(|value| !seen.contains(value));
        seen.extend(values.clone());
        if !values.is_empty() {
            arms.push(TagArm { values, variant: variant.name.clone() });
        }
    }
    arms
}
