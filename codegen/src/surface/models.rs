//! The items of models.

use crate::names::method_path::{constructor_path, model_path};
use crate::plan::{
    Argument, Constant, Constructor, Enum, Field, FormerType, Model, ModelItem, Name, Presence, Struct, Ty, Union, UnionDecoding,
};
use crate::record::{Fact, FactName, Item, Key, Kind, Step, TEST_FEATURE};

/// Adds a model and what is in it.
pub(super) fn add(model: &Model, add: &mut dyn FnMut(Item)) {
    let path = model_path(model.name().as_str());
    let kind = match &model.item {
        ModelItem::Struct(_) => Kind::Struct,
        ModelItem::StringEnum(_) | ModelItem::IntegerEnum(_) | ModelItem::Union(_) => Kind::Enum,
        ModelItem::Alias(_) => Kind::Alias,
    };
    let ty = if let ModelItem::Alias(alias) = &model.item { alias.ty.to_string() } else { String::new() };
    let discriminator = if let ModelItem::Union(union) = &model.item { discriminator(union) } else { None };
    let item = Item::new(model.key.clone(), kind, &path).typed(ty).with_features(&model.features);
    add(item.with_facts(model.facts.iter().cloned().chain(discriminator)));
    model.other_places.iter().for_each(|place| add(Item::new(place.clone(), Kind::Place, &path)));
    match &model.item {
        ModelItem::Struct(item) => {
            add_struct(item, model, &path, add);
            constructor(model).into_iter().for_each(add);
        }
        ModelItem::StringEnum(item) => add_enum(item, "as_str", "() -> &str", &model.key, &path, add),
        ModelItem::IntegerEnum(item) => add_enum(item, "as_i64", "() -> i64", &model.key, &path, add),
        ModelItem::Union(item) => add_union(item, &model.key, &path, add),
        ModelItem::Alias(_) => {}
    }
}

/// The constructor of a struct.
fn constructor(model: &Model) -> Option<Item> {
    let ModelItem::Struct(item @ Struct { name, fields, constructor, .. }) = &model.item else { return None };
    let item = of_tests(item, Item::new(model.key.clone(), Kind::Constructor, constructor_path(name.as_str())));
    Some(match constructor {
        Constructor::Empty => item,
        Constructor::Arguments(order) => {
            let types: Vec<String> = order.iter().map(|index| argument(&fields[*index])).collect();
            let order = order.iter().map(|index| fields[*index].wire_name.clone()).collect();
            item.typed(types.join(", ")).taking(order)
        }
        Constructor::Literal(literal) => item.typed(literal.as_str()),
    })
}

/// The same, which only tests have if the values of a struct are only received.
fn of_tests(of: &Struct, item: Item) -> Item {
    if of.is_only_received { item.with_features(&[TEST_FEATURE.to_owned()]) } else { item }
}

/// Adds an earlier name of a model.
pub(super) fn add_former(former: &FormerType, add: &mut dyn FnMut(Item)) {
    let FormerType { key, name, target, features, .. } = former;
    let key = key.then(Step::Former(name.as_str()));
    let item = Item::new(key, Kind::Alias, model_path(name.as_str())).typed(target.as_str());
    add(item.with_features(features));
}

fn add_struct(item: &Struct, model: &Model, path: &str, add: &mut dyn FnMut(Item)) {
    let key = &model.key;
    for constant in &item.constants {
        let Constant { name, wire_name, value, .. } = constant;
        let key = key.then(Step::Property(wire_name));
        let item = Item::new(key, Kind::Constant, format!("{path}::{name}"));
        add(item.typed(constant.ty()).taking(vec![value.to_string()]).with_facts(constant.facts.clone()));
    }
    for field in &item.fields {
        let Field { name, null_setter, wire_name, ty, presence, .. } = field;
        let key = key.then(Step::Property(wire_name));
        let path_of = |name| format!("{path}::{name}");
        let held = match presence {
            Presence::Required => ty.to_string(),
            Presence::Sent | Presence::Nullable | Presence::Optional => format!("Option<{ty}>"),
            Presence::OptionalNullable => format!("Option<Option<{ty}>>"),
        };
        add(Item::new(key.clone(), Kind::Field, path_of(name)).typed(held).with_facts(field.facts.clone()));
        if !item.is_only_received && !presence.is_required() {
            add(Item::new(key.clone(), Kind::Setter, path_of(name)).typed(taken(ty, field.argument)));
        }
        if let Some(null_setter) = null_setter.as_ref().filter(|_| !item.is_only_received) {
            add(Item::new(key.then(Step::Null), Kind::Setter, path_of(null_setter)));
        }
    }
    if let Some(additional) = &item.additional {
        let key = key.then(Step::Values);
        let ty = format!("std::collections::BTreeMap<String, {}>", additional.ty);
        let kinds = [Kind::Field, Kind::Setter].into_iter().take(if item.is_only_received { 1 } else { 2 });
        for kind in kinds {
            let item = Item::new(key.clone(), kind, format!("{path}::{}", additional.name)).typed(&ty);
            add(if kind == Kind::Field { item.with_facts(additional.facts.clone()) } else { item });
        }
    }
    if let Constructor::Literal(literal) = &item.constructor {
        add_literal(item, literal.as_str(), model, add);
    }
}

/// The struct that takes the required properties by name.
fn add_literal(item: &Struct, literal: &str, model: &Model, add: &mut dyn FnMut(Item)) {
    let key = model.key.then(Step::Own("required"));
    let path = model_path(literal);
    add(of_tests(item, Item::new(key.clone(), Kind::Struct, &path).with_features(&model.features)));
    for field in item.fields.iter().filter(|field| field.is_argument()) {
        let key = key.then(Step::Property(&field.wire_name));
        add(Item::new(key, Kind::Field, format!("{path}::{}", field.name)).typed(argument_type(field)));
    }
}

fn add_enum<V: ToString>(item: &Enum<V>, method: &str, ty: &str, key: &Key, path: &str, add: &mut dyn FnMut(Item)) {
    for variant in &item.variants {
        let key = key.then(Step::Value(&variant.value.to_string()));
        let dropped = variant.deprecated.then(|| Fact::flag(FactName::Dropped));
        add(Item::new(key, Kind::Variant, format!("{path}::{}", variant.name)).with_facts(dropped));
    }
    let unknown = if method == "as_str" { "runtime::UnknownValue" } else { "runtime::UnknownInteger" };
    let own = |word| key.then(Step::Own(word));
    add(Item::new(own("unknown"), Kind::Variant, format!("{path}::{}", item.unknown)).typed(unknown));
    add(Item::new(own(method), Kind::Method, format!("{path}::{method}")).typed(ty));
}

fn add_union(item: &Union, key: &Key, path: &str, add: &mut dyn FnMut(Item)) {
    for variant in &item.variants {
        let key = key.then(Step::Alternative(&variant.label));
        let entry = Item::new(key, Kind::Variant, format!("{path}::{}", variant.name)).typed(variant.ty.to_string());
        add(entry.with_facts(variant.facts.clone()).with_facts(tags(item, &variant.name)));
    }
    let unknown = Item::new(key.then(Step::Own("unknown")), Kind::Variant, format!("{path}::{}", item.unknown));
    add(unknown.typed("runtime::Unrecognized"));
}

/// The property that says which alternative of a union a value is.
fn discriminator(union: &Union) -> Option<Fact> {
    match &union.decoding {
        UnionDecoding::Tag { wire_name, .. } => Some(Fact::new(FactName::Discriminator, wire_name.as_str())),
        UnionDecoding::Form(_) => None,
    }
}

/// The values of that property that mean an alternative.
fn tags(union: &Union, variant: &Name) -> Vec<Fact> {
    let UnionDecoding::Tag { arms, otherwise, .. } = &union.decoding else { return Vec::new() };
    let values = arms.iter().filter(|arm| arm.variant == *variant).flat_map(|arm| &arm.values);
    let is_of_others = otherwise.as_ref() == Some(variant);
    let of_others = is_of_others.then(|| Fact::flag(FactName::OtherTags));
    values.map(|value| Fact::new(FactName::Tag, value.to_string())).chain(of_others).collect()
}

/// How a constructor takes a field.
fn argument(field: &Field) -> String {
    if field.presence == Presence::Nullable { argument_type(field) } else { taken(&field.ty, field.argument) }
}

fn argument_type(field: &Field) -> String {
    if field.presence == Presence::Nullable { format!("Option<{}>", field.ty) } else { field.ty.to_string() }
}

/// How a value is taken from the caller.
pub(super) fn taken(ty: &Ty, argument: Argument) -> String {
    match argument {
        Argument::Plain => ty.to_string(),
        Argument::Into => format!("impl Into<{ty}>"),
    }
}
