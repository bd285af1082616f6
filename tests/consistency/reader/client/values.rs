//! An open enum: its values in the docs, as they are written and as they are read.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Item, ItemEnum};

use super::call::macro_name;
use super::syntax::{sides, spell, take, text};
use super::{Reading, deprecated, documented, take_docs, trait_name};
use crate::reader::facts::{Model, add};

/// Whether an enum is one of listed values: one of its variants keeps what is not listed.
pub(super) fn is_open(item: &ItemEnum) -> bool {
    item.variants.iter().any(|variant| spell(&variant.fields).starts_with("(runtime::Unknown"))
}

impl Reading<'_> {
    pub(super) fn open_enum(&mut self, mut item: ItemEnum, rest: Vec<Item>) {
        let name = item.ident.to_string();
        self.names.push((name.clone(), "Model"));
        let mut row = Model { deprecated: deprecated(&mut item.attrs), docs: documented(&mut item.attrs), ..Model::default() };
        let mut order = Vec::new();
        for mut variant in std::mem::take(&mut item.variants) {
            let docs = take_docs(&mut variant.attrs).text();
            let value = docs.strip_prefix('`').and_then(|docs| docs.strip_suffix("`."));
            match (value, spell(&variant.fields).as_str()) {
                (Some(value), "") => {
                    order.push(value.to_owned());
                    row.values.entry(format!("value `{value}`")).or_default().variant += &variant.ident.to_string();
                    variant.ident = quote::format_ident!("Value");
                }
                (_, "(runtime::UnknownValue)") => "open enum of string".clone_into(&mut row.kind),
                (_, "(runtime::UnknownInteger)") => "open enum of integer".clone_into(&mut row.kind),
                _ => self.unread(format!("variant `{}`: {docs}", variant.ident)),
            }
            if value.is_none() {
                self.frames.push(format!("docs: {docs}"));
            }
            self.frame("open enum", &variant);
        }
        add(&mut row.orders, "values in order", order);
        self.frame("open enum", &item);
        for item in rest {
            match &item {
                Item::Impl(item) => row.implements.extend(trait_name(item)),
                Item::Macro(item) => row.implements.push(macro_name(item)),
                _ => {}
            }
            let rest = take(item.into_token_stream(), &mut |piece| coded(&mut row, piece));
            self.frame("open enum", &rest);
        }
        row.implements.sort_unstable();
        add(&mut self.facts.models, format!("model `{name}`"), row);
    }
}

/// An arm that reads or writes a value; whether it is one.
fn coded(row: &mut Model, piece: &TokenStream) -> bool {
    let Some((left, right)) = sides(piece, "=>") else { return false };
    let right = match syn::parse2::<syn::LitStr>(right.clone()) {
        Ok(value) => value.value(),
        Err(_) => spell(&right),
    };
    let (variant, value, is_written) = match (left.strip_prefix("Self::"), right.strip_prefix("Self::")) {
        (Some(variant), None) => (variant, right.clone(), true),
        (None, Some(variant)) => {
            let value = syn::parse_str::<syn::LitStr>(&left).map_or(left.clone(), |value| text(&value));
            (variant, value, false)
        }
        _ => return false,
    };
    if syn::parse_str::<syn::Ident>(variant).is_err() {
        return false;
    }
    let row = row.values.entry(format!("value `{value}`")).or_default();
    let place = if is_written { &mut row.written } else { &mut row.read };
    place.push_str(variant);
    true
}
