//! `Model`: one file of `models/`.

use std::collections::BTreeMap;

use super::constructor::Constructor;
use super::described::described_whole;
use super::docs::{self, Docs};
use super::enums::Enum;
use super::facts;
use super::inputs::PlanInputs;
use super::structs::Struct;
use super::ty::Ty;
use super::union::Union;
use super::{enums, structs, union};
use crate::api::{SchemaId, Shape, Values};
use crate::diagnostic::Diagnostics;
use crate::names::{Name, Parts};
use crate::node::Origin;
use crate::record::{Fact, Key};

/// One file of `models/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Where it comes from.
    pub key: Key,
    /// Where else it comes from, if several schemas are the same model.
    pub other_places: Vec<Key>,
    /// Where its schema was written.
    pub at: Origin,
    /// `cloud_function`: the module and the file's stem.
    pub module: Name,
    /// The features of which one has to be on for the model to be there; it always is if there are none.
    pub features: Vec<String>,
    /// What the record says of it beyond all this.
    pub facts: Vec<Fact>,
    /// What the type is.
    pub item: ModelItem,
}

impl Model {
    /// The public type's name.
    pub fn name(&self) -> &Name {
        match &self.item {
            ModelItem::Struct(item) => &item.name,
            ModelItem::StringEnum(item) => &item.name,
            ModelItem::IntegerEnum(item) => &item.name,
            ModelItem::Union(item) => &item.name,
            ModelItem::Alias(item) => &item.name,
        }
    }

    /// Whether the file mentions `models::...`.
    pub fn uses_models(&self) -> bool {
        self.item.types().iter().any(|ty| ty.mentions_model())
    }

    /// Whether the file mentions something deprecated: its own type, a field of it, or another model.
    pub fn mentions_deprecated(&self) -> bool {
        let has_deprecated = match &self.item {
            ModelItem::Struct(Struct { constants, fields, .. }) => {
                constants.iter().any(|constant| constant.deprecated) || fields.iter().any(|field| field.deprecated)
            }
            ModelItem::StringEnum(item) => item.variants.iter().any(|variant| variant.deprecated),
            ModelItem::IntegerEnum(item) => item.variants.iter().any(|variant| variant.deprecated),
            ModelItem::Union(_) | ModelItem::Alias(_) => false,
        };
        has_deprecated || self.item.is_deprecated() || self.item.types().iter().any(|ty| ty.mentions_deprecated())
    }

    /// Whether it is a struct whose values are only received.
    pub fn is_only_received(&self) -> bool {
        matches!(&self.item, ModelItem::Struct(item) if item.is_only_received)
    }

    /// The literal that its constructor takes, if both are there only in tests.
    pub fn test_literal(&self) -> Option<&Name> {
        match &self.item {
            ModelItem::Struct(Struct { constructor: Constructor::Literal(literal), is_only_received: true, .. }) => Some(literal),
            _ => None,
        }
    }

    /// The public types of the file: the model, and the literal that its constructor takes.
    pub fn declared(&self) -> Vec<&Name> {
        match &self.item {
            ModelItem::Struct(Struct { name, constructor: Constructor::Literal(required), .. }) => vec![name, required],
            _ => vec![self.name()],
        }
    }
}

/// The kinds of model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelItem {
    /// An object with known properties.
    Struct(Struct),
    /// Strings that the description lists, open to new ones.
    StringEnum(Enum<String>),
    /// Integers that the description lists, open to new ones.
    IntegerEnum(Enum<i64>),
    /// `oneOf` or `anyOf`.
    Union(Union),
    /// A name for another type.
    Alias(Alias),
}

/// `pub type Labels = BTreeMap<String, String>;`.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The type it stands for.
    pub ty: Ty,
}

/// Decides the items of the models: one for each schema that has a name.
pub(super) fn items(inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> BTreeMap<SchemaId, ModelItem> {
    inputs.names.models.keys().map(|id| (*id, item(*id, inputs, diagnostics))).collect()
}

fn item(id: SchemaId, inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> ModelItem {
    let PlanInputs { api, sources, names, types, .. } = inputs;
    let schema = &api.schemas[id];
    let names = &names.models[&id];
    let name = names.claim.name.clone();
    let place = |at: &Origin| format!("Schema: {}.", docs::code(&sources.address(*at)));
    let places = Docs(names.places.iter().filter(|_| !schema.is_dropped).map(place).collect());
    let docs = described_whole(schema).then(places);
    match (&schema.shape, &names.parts) {
        (Shape::Object(object), Parts::Object { properties, additional }) => {
            ModelItem::Struct(structs::plan(id, docs, object, (properties, additional.as_ref()), inputs))
        }
        (Shape::Enumeration(Values::Strings(values)), Parts::Values { values: names, unknown }) => {
            ModelItem::StringEnum(enums::plan((name, unknown), docs, schema, values, names))
        }
        (Shape::Enumeration(Values::Integers(values)), Parts::Values { values: names, unknown }) => {
            ModelItem::IntegerEnum(enums::plan((name, unknown), docs, schema, values, names))
        }
        (Shape::Union(union), Parts::Alternatives { alternatives, unknown }) => {
            ModelItem::Union(union::plan(id, docs, union, (alternatives, unknown), inputs, diagnostics))
        }
        _ => ModelItem::Alias(Alias { docs, name, deprecated: schema.annotations.deprecated, ty: types.with_null(id) }),
    }
}

/// The models, sorted by their files.
pub(super) fn models(
    items: BTreeMap<SchemaId, ModelItem>,
    mut features: BTreeMap<SchemaId, Vec<String>>,
    inputs: &PlanInputs<'_>,
) -> Vec<Model> {
    let model = |(id, item)| {
        let names = &inputs.names.models[&id];
        let features = features.remove(&id).unwrap_or_default();
        let (key, other_places) = (names.key.clone(), names.other_places.clone());
        let facts = facts::of_model(id, inputs);
        Model { key, other_places, at: names.claim.at, module: names.module.clone(), features, facts, item }
    };
    let mut models: Vec<Model> = items.into_iter().map(model).collect();
    models.sort_by(|left, right| left.module.cmp(&right.module));
    models
}

impl ModelItem {
    /// Whether it has properties whose values are not printed.
    pub(super) fn has_secrets(&self) -> bool {
        matches!(self, Self::Struct(item) if item.fields.iter().any(|field| field.is_secret))
    }

    /// Whether the type bears `#[deprecated]`.
    pub fn is_deprecated(&self) -> bool {
        match self {
            Self::Struct(item) => item.deprecated,
            Self::StringEnum(item) => item.deprecated,
            Self::IntegerEnum(item) => item.deprecated,
            Self::Union(item) => item.deprecated,
            Self::Alias(item) => item.deprecated,
        }
    }

    /// The types that it holds.
    pub(super) fn types(&self) -> Vec<&Ty> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter().map(|field| &field.ty);
                fields.chain(item.additional.iter().map(|additional| &additional.ty)).collect()
            }
            Self::Union(item) => item.variants.iter().map(|variant| &variant.ty).collect(),
            Self::Alias(item) => vec![&item.ty],
            Self::StringEnum(_) | Self::IntegerEnum(_) => Vec::new(),
        }
    }
}
