//! `Part`: the outline of a Rust file, as far as it takes to name what differs.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Fields, ImplItem, Item, ItemImpl, TraitItem, Type};

/// An item, a field, a variant; for the file itself, all its items.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    /// ``struct `Pet` ``.
    pub(super) name: String,
    /// Its docs.
    pub(super) docs: String,
    /// Its code without docs and without the parts.
    pub(super) code: String,
    /// What stands in it.
    pub(super) parts: Vec<Part>,
}

/// The outline of a text: a part that holds the file.
pub(super) fn read(text: &str) -> syn::Result<Part> {
    let mut file = syn::parse_file(text)?;
    let items = std::mem::take(&mut file.items);
    let file = Part::new("the file".to_owned(), file, Vec::new());
    let mut parts = vec![file];
    parts.extend(items.into_iter().map(outline_item));
    tell_apart(&mut parts);
    Ok(Part { name: String::new(), docs: String::new(), code: String::new(), parts })
}

impl Part {
    fn new(name: String, tokens: impl ToTokens, mut parts: Vec<Part>) -> Self {
        tell_apart(&mut parts);
        let mut docs = String::new();
        let code = without_docs(tokens.into_token_stream(), &mut docs).to_string();
        Self { name, docs, code, parts }
    }
}

/// Numbers the parts of the same name, such as two `impl` blocks of a type.
fn tell_apart(parts: &mut [Part]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for part in parts {
        let count = counts.entry(part.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            part.name.push_str(&format!(" ({count})"));
        }
    }
}

fn outline_item(item: Item) -> Part {
    match item {
        Item::Const(item) => Part::new(format!("const `{}`", item.ident), item, Vec::new()),
        Item::Fn(item) => Part::new(format!("fn `{}`", item.sig.ident), item, Vec::new()),
        Item::Static(item) => Part::new(format!("static `{}`", item.ident), item, Vec::new()),
        Item::Type(item) => Part::new(format!("type `{}`", item.ident), item, Vec::new()),
        Item::Use(item) => Part::new(format!("use `{}`", squeezed(&item.tree)), item, Vec::new()),
        Item::Struct(mut item) => {
            let parts = outline_fields(std::mem::replace(&mut item.fields, Fields::Unit));
            Part::new(format!("struct `{}`", item.ident), item, parts)
        }
        Item::Enum(mut item) => {
            let variants = std::mem::take(&mut item.variants).into_iter();
            let parts = variants.map(|variant| Part::new(format!("variant `{}`", variant.ident), variant, Vec::new()));
            Part::new(format!("enum `{}`", item.ident), item, parts.collect())
        }
        Item::Impl(mut item) => {
            let parts = std::mem::take(&mut item.items).into_iter().map(outline_impl_item).collect();
            Part::new(impl_name(&item), item, parts)
        }
        Item::Trait(mut item) => {
            let parts = std::mem::take(&mut item.items).into_iter().map(outline_trait_item).collect();
            Part::new(format!("trait `{}`", item.ident), item, parts)
        }
        Item::Mod(mut item) => {
            let items = item.content.as_mut().map(|(_, items)| std::mem::take(items)).unwrap_or_default();
            Part::new(format!("mod `{}`", item.ident), item, items.into_iter().map(outline_item).collect())
        }
        other => Part::new("an item".to_owned(), other, Vec::new()),
    }
}

fn outline_fields(fields: Fields) -> Vec<Part> {
    let name = |index: usize, field: &syn::Field| match &field.ident {
        Some(ident) => format!("field `{ident}`"),
        None => format!("field `{index}`"),
    };
    fields.into_iter().enumerate().map(|(index, field)| Part::new(name(index, &field), field, Vec::new())).collect()
}

fn outline_impl_item(item: ImplItem) -> Part {
    let name = match &item {
        ImplItem::Const(item) => format!("const `{}`", item.ident),
        ImplItem::Fn(item) => format!("fn `{}`", item.sig.ident),
        ImplItem::Type(item) => format!("type `{}`", item.ident),
        _ => "an item".to_owned(),
    };
    Part::new(name, item, Vec::new())
}

fn outline_trait_item(item: TraitItem) -> Part {
    let name = match &item {
        TraitItem::Const(item) => format!("const `{}`", item.ident),
        TraitItem::Fn(item) => format!("fn `{}`", item.sig.ident),
        TraitItem::Type(item) => format!("type `{}`", item.ident),
        _ => "an item".to_owned(),
    };
    Part::new(name, item, Vec::new())
}

/// ``impl `Encode` for `Pet` ``: the last names, which is how one speaks of it.
fn impl_name(item: &ItemImpl) -> String {
    let self_name = match &*item.self_ty {
        Type::Path(path) => path.path.segments.last().map(squeezed).unwrap_or_default(),
        other => squeezed(other),
    };
    match &item.trait_ {
        Some((path, _)) => {
            format!("impl `{}` for `{self_name}`", path.segments.last().map(squeezed).unwrap_or_default())
        }
        None => format!("impl `{self_name}`"),
    }
}

/// The tokens without the blanks between them.
fn squeezed(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}

/// The tokens without `#[doc = "..."]`, whose texts go to `docs`.
fn without_docs(tokens: TokenStream, docs: &mut String) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_doc(&group) => {
                docs.push_str(&group.to_string());
                while matches!(kept.last(), Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '#' | '!')) {
                    kept.pop();
                }
            }
            TokenTree::Group(group) => {
                kept.push(TokenTree::Group(Group::new(group.delimiter(), without_docs(group.stream(), docs))));
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

/// Whether this is the `[doc = "..."]` of an attribute.
fn is_doc(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    let starts = matches!(tokens.next(), Some(TokenTree::Ident(ident)) if ident == "doc");
    let assigns = matches!(tokens.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
    group.delimiter() == Delimiter::Bracket && starts && assigns
}
