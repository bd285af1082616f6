//! `Model`: one file of `models/`.

use std::collections::BTreeMap;

use super::docs::{self, Docs};
use super::{Constructor, Enum, Recorded, Struct, Ty, Types, Union, constructor, depth, enums, recursion, structs, union};
use crate::api::{Api, SchemaId, Shape, Values};
use crate::diagnostic::Diagnostics;
use crate::names::{Name, Scope, spelling};
use crate::source::Sources;

/// One file of `models/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// `cloud_function`: the module and the file's stem.
    pub module: Name,
    /// Whether the file mentions `models::...`.
    pub uses_models: bool,
    /// Whether the file mentions something deprecated: its own type, a field of it, or another model.
    pub mentions_deprecated: bool,
    /// The features of which one has to be on for the model to be there; it always is if there are none.
    pub features: Vec<String>,
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
    /// Whether the file mentions `runtime::...`.
    pub uses_runtime: bool,
    /// The type it stands for.
    pub ty: Ty,
}

/// Decides the models: one for each schema that has a name, sorted by their files.
pub fn plan(
    api: &Api,
    names: &BTreeMap<SchemaId, Name>,
    types: &Types<'_>,
    sources: &Sources,
    recorded: &Recorded,
    diagnostics: &mut Diagnostics,
) -> Vec<Model> {
    let mut models: Vec<Model> =
        names.iter().map(|(id, name)| model(*id, name.clone(), api, types, sources, diagnostics)).collect();
    models.sort_by(|left, right| left.module.cmp(&right.module));
    constructor::decide(&mut models, names, api, recorded);
    name_literals(&mut models);
    recursion::cut(&mut models);
    depth::cut(&mut models);
    mark_deprecated(&mut models);
    models
}

fn model(id: SchemaId, name: Name, api: &Api, types: &Types<'_>, sources: &Sources, diagnostics: &mut Diagnostics) -> Model {
    let schema = &api.schemas[id];
    let place = format!("Schema: {}.", docs::code(&sources.address(schema.at)));
    let docs = structs::described_whole(schema).then(Docs::sentence(place));
    let module = spelling::module(name.as_str());
    let item = match &schema.shape {
        Shape::Object(object) => ModelItem::Struct(structs::plan(name, docs, schema, object, types, &api.schemas, diagnostics)),
        Shape::Enumeration(Values::Strings(values)) => {
            ModelItem::StringEnum(enums::plan(name, docs, schema, values, diagnostics))
        }
        Shape::Enumeration(Values::Integers(values)) => {
            ModelItem::IntegerEnum(enums::plan(name, docs, schema, values, diagnostics))
        }
        Shape::Union(union) => ModelItem::Union(union::plan(name, docs, schema, union, api, types, diagnostics)),
        _ => {
            let ty = types.with_null(id);
            ModelItem::Alias(Alias {
                docs,
                name,
                deprecated: schema.annotations.deprecated,
                uses_runtime: ty.mentions_runtime(),
                ty,
            })
        }
    };
    let mut model = Model { module, uses_models: false, mentions_deprecated: false, features: Vec::new(), item };
    model.uses_models = model.item.types().iter().any(|ty| ty.mentions_model());
    model
}

/// Keeps the literals of required properties from having a model's name.
fn name_literals(models: &mut [Model]) {
    let mut scope = Scope::default();
    models.iter().for_each(|model| scope.reserve(model.name().as_str()));
    for model in models {
        if let ModelItem::Struct(Struct { constructor: Constructor::Literal(literal), .. }) = &mut model.item {
            *literal = scope.place(literal.clone());
        }
    }
}

/// Notes which files mention something deprecated.
fn mark_deprecated(models: &mut [Model]) {
    let deprecated: Vec<Name> =
        models.iter().filter(|model| model.item.is_deprecated()).map(|model| model.name().clone()).collect();
    for model in models {
        let fields = match &model.item {
            ModelItem::Struct(item) => item.fields.iter().any(|field| field.deprecated),
            _ => false,
        };
        let mentions = || model.item.types().iter().any(|ty| deprecated.iter().any(|name| ty.mentions(name)));
        model.mentions_deprecated = fields || model.item.is_deprecated() || mentions();
    }
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

    /// The same, to be changed.
    pub(super) fn mentioned_types(&mut self) -> Vec<&mut Ty> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter_mut().map(|field| &mut field.ty);
                fields.chain(item.additional.iter_mut().map(|additional| &mut additional.ty)).collect()
            }
            Self::Union(item) => item.variants.iter_mut().map(|variant| &mut variant.ty).collect(),
            Self::Alias(_) | Self::StringEnum(_) | Self::IntegerEnum(_) => Vec::new(),
        }
    }

    /// The types that it holds within itself, so that a box is needed where one of them leads back.
    pub fn held_types(&mut self) -> Vec<&mut Ty> {
        match self {
            Self::Struct(item) => item.fields.iter_mut().map(|field| &mut field.ty).collect(),
            Self::Union(item) => item.variants.iter_mut().map(|variant| &mut variant.ty).collect(),
            _ => Vec::new(),
        }
    }
}
