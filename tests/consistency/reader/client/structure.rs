//! A struct: its properties as constants and fields, as they are read, written and given; and a name for another type.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, ImplItemFn, Item, ItemImpl, ItemStruct, ItemType, Visibility};

use super::call::macro_name;
use super::given::{Initials, Setter, in_order, take_arguments};
use super::syntax::{Invocation, sides, spell, spell_value, take, take_attribute};
use super::{Reading, deprecated, documented, take_docs, take_methods, trait_name};
use crate::reader::facts::{Docs, Model, Property, add};

/// A model that is being read.
struct Building {
    row: Model,
    /// The key of each field's property.
    keys: BTreeMap<String, String>,
    /// The types of the fields of the struct of what is required.
    required: BTreeMap<String, String>,
}

impl Reading<'_> {
    pub(super) fn alias(&mut self, mut item: ItemType, rest: Vec<Item>) {
        let row = Model {
            kind: format!("alias of `{}`", spell(&item.ty)),
            deprecated: deprecated(&mut item.attrs),
            docs: documented(&mut item.attrs),
            ..Model::default()
        };
        add(&mut self.facts.models, format!("model `{}`", item.ident), row);
        self.names.push((item.ident.to_string(), "Model"));
        *item.ty = syn::parse_quote!(());
        self.frame("alias", &item);
        rest.iter().for_each(|item| self.frame("alias", item));
    }

    pub(super) fn structure(&mut self, mut item: ItemStruct, rest: Vec<Item>) {
        let name = item.ident.to_string();
        self.names = vec![(name.clone(), "Model"), (format!("{name}Required"), "Required")];
        let mut model = Building {
            row: Model { kind: "struct".to_owned(), ..Model::default() },
            keys: BTreeMap::new(),
            required: BTreeMap::new(),
        };
        model.row.deprecated = deprecated(&mut item.attrs);
        model.row.docs = documented(&mut item.attrs);
        let mut order = Vec::new();
        for (field, property) in self.take_fields(&mut item) {
            let key = key_of(&property.docs, &field);
            order.push(key.trim_start_matches("property `").trim_end_matches('`').to_owned());
            model.keys.insert(field, key.clone());
            add(&mut model.row.properties, key, property);
        }
        add(&mut model.row.orders, "fields in order", order);
        self.frame("struct", &item);
        for item in rest {
            match item {
                Item::Struct(mut item) if item.ident == format!("{name}Required") => {
                    model.note_condition("Required", &mut item.attrs);
                    for (field, property) in self.take_fields(&mut item) {
                        match model.keys.get(&field).and_then(|key| model.row.properties.get_mut(key)) {
                            Some(row) => row.required_docs = Some(property.docs),
                            None => self.unread(format!("`{name}Required` has a field `{field}`")),
                        }
                        model.required.insert(field, property.ty);
                    }
                    let docs = take_docs(&mut item.attrs).text().replace(&format!("`{name}`"), "`Model`");
                    self.frames.push(format!("docs: {docs}"));
                    self.frame("struct", &item);
                }
                Item::Impl(mut item) => match trait_name(&item).as_deref() {
                    None => {
                        Self::take_constants(&mut item, &mut model);
                        model.note_condition("new", &mut item.attrs);
                        for method in take_methods(&mut item) {
                            match method.sig.ident == "new" {
                                true => self.constructor(&mut model, method),
                                false => self.setter(&mut model, method),
                            }
                        }
                        self.frame("struct", &item);
                    }
                    Some(name) => {
                        model.row.implements.push(name.to_owned());
                        model.note_condition(name, &mut item.attrs);
                        let rest = take(item.into_token_stream(), &mut |piece| model.coded(piece));
                        self.frame("struct", &rest);
                    }
                },
                Item::Macro(item) => {
                    model.row.implements.push(macro_name(&item));
                    self.frame("struct", &item);
                }
                item => self.frame("struct", &item),
            }
        }
        model.row.implements.sort_unstable();
        model.row.in_tests.sort_unstable();
        add(&mut self.facts.models, format!("model `{name}`"), model.row);
    }

    /// Takes the public fields, in their order.
    fn take_fields(&mut self, item: &mut ItemStruct) -> Vec<(String, Property)> {
        let Fields::Named(named) = &mut item.fields else { return Vec::new() };
        let mut taken = Vec::new();
        for mut field in std::mem::take(&mut named.named) {
            let docs = documented(&mut field.attrs);
            let deprecated = deprecated(&mut field.attrs);
            let Some(name) = field.ident.clone().filter(|_| matches!(field.vis, Visibility::Public(_)) && field.attrs.is_empty())
            else {
                named.named.push(field);
                continue;
            };
            let (name, ty) = (name.to_string(), spell(&field.ty));
            taken.push((name.clone(), Property { field: name, ty, deprecated, docs, ..Property::default() }));
        }
        taken
    }

    /// Takes the public constants, in their order.
    fn take_constants(item: &mut ItemImpl, model: &mut Building) {
        let (mut order, mut others) = (Vec::new(), Vec::new());
        for item in std::mem::take(&mut item.items) {
            let mut constant = match item {
                ImplItem::Const(constant) if matches!(constant.vis, Visibility::Public(_)) => constant,
                item => {
                    others.push(item);
                    continue;
                }
            };
            let docs = documented(&mut constant.attrs);
            let key = key_of(&docs, &constant.ident.to_string());
            order.push(key.trim_start_matches("property `").trim_end_matches('`').to_owned());
            let property = Property {
                field: constant.ident.to_string(),
                ty: spell(&constant.ty),
                given: format!("constant `{}`", spell_value(&constant.expr)),
                deprecated: deprecated(&mut constant.attrs),
                docs,
                ..Property::default()
            };
            add(&mut model.row.properties, key, property);
        }
        item.items = others;
        model.row.orders.entry("constants in order".to_owned()).or_default().extend(order);
    }

    /// `new`, of the required properties, or of a struct of them.
    fn constructor(&mut self, model: &mut Building, mut method: ImplItemFn) {
        let docs = take_docs(&mut method.attrs).text();
        self.frames.push(format!("docs: {docs}"));
        let mut arguments = take_arguments(&mut method);
        let of = match arguments.get("required") {
            Some((_, ty)) if self.names.get(1).is_some_and(|(name, _)| name == ty) => {
                arguments.clear();
                "fields"
            }
            _ if arguments.is_empty() => "nothing",
            _ => "arguments",
        };
        let by_docs = if docs.contains("required") { "something" } else { "nothing" };
        model.row.constructor = Some(format!("`new` of {of}, {by_docs} by docs"));
        add(&mut model.row.orders, "arguments in order", in_order(&arguments));
        let initials = Initials::take(method, |name| model.keys.contains_key(name), &arguments, &model.required);
        for (name, key) in &model.keys {
            match (initials.given.get(name), model.row.properties.get_mut(key)) {
                (Some(given), Some(row)) => row.given = given.clone().unwrap_or_default(),
                _ => self.unread(format!("field `{name}` has no value")),
            }
        }
        self.frame("struct", &initials.rest);
    }

    /// A setter, or one that sets null.
    fn setter(&mut self, model: &mut Building, method: ImplItemFn) {
        let Some(setter) = Setter::take(&method) else { return self.frame("struct", &method) };
        let row = model.keys.get(&setter.field).and_then(|key| model.row.properties.get_mut(key));
        let docs = setter.docs.text();
        match (row, setter.given) {
            (Some(row), Some(given)) if docs == format!("Sets `{}`.", setter.field) => row.given = given,
            (Some(row), None) if docs == format!("Sets `{}` to null.", setter.field) => row.null = Some(setter.name),
            _ => self.unread(format!("`{}` sets `{}`: {docs}", setter.name, setter.field)),
        }
        self.frame("struct", &setter.rest);
    }
}

impl Building {
    /// Takes the condition from what is there only with the feature for tests.
    fn note_condition(&mut self, what: &str, attributes: &mut Vec<Attribute>) {
        let is_in_tests = take_attribute(attributes, "cfg(feature=\"test-util\")");
        self.row.in_tests.extend(is_in_tests.then(|| what.to_owned()));
    }

    /// A line that reads or writes a property; whether it is one.
    fn coded(&mut self, piece: &proc_macro2::TokenStream) -> bool {
        if let Some(line) = Invocation::of("fields", piece) {
            let (Some(wire), Some(field), 2) = (line.text(0), line.field(1).or_else(|| line.constant(1)), line.arguments.len())
            else {
                return false;
            };
            if line.method.ends_with("constant") {
                return self.read_constant(&line);
            }
            let written = format!("{} from `{field}`", line.method);
            return self.code(&wire, "written in order", |row| std::mem::replace(&mut row.written, written));
        }
        let Some((field, value)) = sides(piece, ":") else { return false };
        let Some((mut calls, is_tried)) = Invocation::chain("fields", value) else { return false };
        let Some(last) = calls.pop().filter(|last| last.arguments.len() == 1) else { return false };
        // Without a default, an error ends the reading.
        let method = match (last.method.as_str(), is_tried) {
            ("try_required", true) => "required",
            ("present", true) => "present",
            ("try_required" | "present", false) | (_, true) => return false,
            (method, false) => method,
        };
        let read = format!("{method} into `{field}`");
        let Some(wire) = last.text(0).filter(|_| calls.iter().all(|call| self.read_constant(call))) else { return false };
        self.code(&wire, "read in order", |row| std::mem::replace(&mut row.read, read))
    }

    /// The call that compares a constant with what is received; whether it is one.
    fn read_constant(&mut self, call: &Invocation) -> bool {
        let (Some(wire), Some(constant), true) = (call.text(0), call.constant(1), call.method.ends_with("constant")) else {
            return false;
        };
        let read = format!("{} into `{constant}`", call.method);
        self.code(&wire, "read in order", |row| std::mem::replace(&mut row.read, read))
    }

    fn code(&mut self, wire: &str, order: &str, set: impl FnOnce(&mut Property) -> String) -> bool {
        let key = format!("property `{wire}`");
        let before = set(self.row.properties.entry(key.clone()).or_default());
        self.row.orders.entry(order.to_owned()).or_default().push(wire.to_owned());
        before.is_empty()
    }
}

/// The property that a field's docs name.
fn key_of(docs: &Docs, field: &str) -> String {
    match docs.origin.strip_prefix("Property: ").and_then(|origin| origin.strip_suffix('.')) {
        Some(name) => format!("property {name}"),
        None => format!("field `{field}`"),
    }
}
