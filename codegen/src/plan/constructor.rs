//! `Constructor`: what `new` asks for, in which order, and what it knows by itself.

use std::collections::BTreeMap;

use super::{Field, Model, ModelItem, Recorded, Ty};
use crate::api::{Api, Property, Schema, SchemaId, Shape, Union, Values};
use crate::names::Name;
use crate::node::{Node, Value};

/// How `new` takes the required fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Constructor {
    /// `new()`, and `Default` with it: nothing is asked for.
    Empty,
    /// `new(name: impl Into<String>, age: i64)`: up to four fields, by their places in the struct.
    Arguments(Vec<usize>),
    /// `new(required: PetRequired)`, with that struct beside the model.
    Literal(Name),
}

/// The only value of a required field, which `new` does not ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Preset {
    /// `"circle".to_owned()`.
    Text(String),
    /// `models::ShapeKind::Circle`.
    Variant {
        /// The enum.
        model: Name,
        /// Its variant.
        variant: Name,
    },
    /// `true`.
    Boolean(bool),
    /// `1.5`.
    Number(f64),
}

/// More required properties than this are handed to `new` by name.
const MOST_ARGUMENTS: usize = 4;

/// Decides the constructors of structs. Arguments keep the order that is recorded, and new ones come last.
pub(super) fn decide(models: &mut [Model], names: &BTreeMap<SchemaId, Name>, api: &Api, recorded: &Recorded) {
    let variants = variants(models);
    let tags = tags(api);
    let mut presets: BTreeMap<&Name, Vec<Option<Preset>>> = BTreeMap::new();
    for (id, name) in names {
        let Shape::Object(object) = &api.schemas[*id].shape else { continue };
        let preset = |property: &Property| preset(*id, property, &tags, api, names, &variants);
        presets.insert(name, object.properties.iter().map(preset).collect());
    }
    for model in models {
        let ModelItem::Struct(item) = &mut model.item else { continue };
        for (field, preset) in item.fields.iter_mut().zip(presets.remove(&item.name).unwrap_or_default()) {
            field.preset = preset.filter(|preset| field.is_required() && preset.is_of(&field.ty));
        }
        let mut arguments: Vec<usize> = (0..item.fields.len()).filter(|index| item.fields[*index].is_argument()).collect();
        let order = recorded.constructors.get(item.name.as_str()).map(Vec::as_slice).unwrap_or_default();
        let place = |field: &Field| order.iter().position(|earlier| *earlier == field.wire_name).unwrap_or(usize::MAX);
        arguments.sort_by_key(|index| place(&item.fields[*index]));
        item.constructor = match arguments.len() {
            0 => Constructor::Empty,
            1..=MOST_ARGUMENTS => Constructor::Arguments(arguments),
            _ => Constructor::Literal(item.name.with("required")),
        };
    }
}

/// The variants of each enum by their values.
fn variants(models: &[Model]) -> BTreeMap<Name, BTreeMap<String, Name>> {
    let by_value = |model: &Model| match &model.item {
        ModelItem::StringEnum(item) => item.variants.iter().map(|one| (one.value.clone(), one.name.clone())).collect(),
        ModelItem::IntegerEnum(item) => item.variants.iter().map(|one| (one.value.to_string(), one.name.clone())).collect(),
        _ => BTreeMap::new(),
    };
    models.iter().map(|model| (model.name().clone(), by_value(model))).collect()
}

/// The one value that tells an object in every union that it is a part of, by the object and the property.
fn tags(api: &Api) -> BTreeMap<(SchemaId, &str), Option<&str>> {
    let mut tags: BTreeMap<(SchemaId, &str), Option<&str>> = BTreeMap::new();
    for schema in api.schemas.iter() {
        let Shape::Union(Union { variants, tags: Some(of_union) }) = &schema.shape else { continue };
        for (variant, values) in variants.iter().zip(&of_union.values) {
            let only = Some(values.as_slice()).filter(|values| values.len() == 1).map(|values| values[0].as_str());
            let known = tags.entry((api.schemas.target(*variant).0, &of_union.property)).or_insert(only);
            *known = known.filter(|known| Some(*known) == only);
        }
    }
    tags
}

fn preset(
    object: SchemaId,
    property: &Property,
    tags: &BTreeMap<(SchemaId, &str), Option<&str>>,
    api: &Api,
    names: &BTreeMap<SchemaId, Name>,
    variants: &BTreeMap<Name, BTreeMap<String, Name>>,
) -> Option<Preset> {
    let id = api.schemas.target(property.schema).0;
    let tag = tags.get(&(object, property.name.as_str())).copied().flatten();
    match &api.schemas[id] {
        Schema { shape: Shape::Enumeration(values), .. } => {
            let only = match values {
                Values::Strings(values) if values.len() == 1 => Some(values[0].clone()),
                Values::Integers(values) if values.len() == 1 => Some(values[0].to_string()),
                Values::Strings(_) => tag.map(str::to_owned),
                Values::Integers(_) => None,
            };
            let model = names.get(&id)?;
            let variant = variants.get(model)?.get(&only?)?;
            Some(Preset::Variant { model: model.clone(), variant: variant.clone() })
        }
        Schema { shape: Shape::String(_), .. } => tag.map(|tag| Preset::Text(tag.to_owned())),
        schema => match schema.allowed_values()? {
            [Node { value: Value::Bool(value), .. }] => Some(Preset::Boolean(*value)),
            [Node { value: Value::Float(value), .. }] => Some(Preset::Number(*value)),
            _ => None,
        },
    }
}

impl Preset {
    /// Whether it is a value of a type.
    fn is_of(&self, ty: &Ty) -> bool {
        match self {
            Self::Text(_) => *ty == Ty::String,
            Self::Variant { model, .. } => *ty == Ty::Model(model.clone()),
            Self::Boolean(_) => *ty == Ty::Bool,
            Self::Number(_) => *ty == Ty::F64,
        }
    }
}
