//! `operations/<group>/<operation>.rs`: one call, and what a caller writes for it.

use std::collections::BTreeMap;

use quote::{ToTokens, format_ident};
use syn::{File, ImplItemFn, Item, ItemImpl, ItemMacro};

use super::given::{Initials, Setter, in_order, take_arguments};
use super::syntax::{sides, spell, take, take_aliases, take_texts};
use super::{Reading, deprecated, documented, take_docs, take_methods, trait_name};
use crate::reader::docs::{self, Bullet};
use crate::reader::facts::{Call, Docs, Input, Variant, add};

/// A call that is being read.
#[derive(Default)]
pub(super) struct Building {
    pub(super) row: Call,
    /// The request's fields, and what is known of each.
    pub(super) fields: BTreeMap<String, Input>,
    name: String,
    /// The fields that arguments give, in the order of the signature.
    arguments: Vec<String>,
    /// What is sent of which field, by its key in the tables.
    pub(super) keys: Vec<(String, String)>,
}

impl Reading<'_> {
    pub(super) fn call(&mut self, group: &str, file: File) {
        let operation = |item: &Item| match item {
            Item::Impl(item) if trait_name(item).as_deref() == Some("Operation") => Some(spell(&item.self_ty)),
            _ => None,
        };
        let Some(request) = file.items.iter().find_map(operation) else { return self.unread("no operation") };
        let handle = file.items.iter().find_map(|item| match item {
            Item::Impl(item) if item.trait_.is_none() && spell(&item.self_ty) != request => Some(spell(&item.self_ty)),
            _ => None,
        });
        let mut call = Building::default();
        call.row.handle = handle.unwrap_or_default();
        call.row.error_type = request.trim_end_matches("Request").to_owned() + "Error";
        call.row.request_type = request;
        let roles = [(&call.row.request_type, "Request"), (&call.row.error_type, "Errors"), (&call.row.handle, "Handle")];
        self.names = roles.map(|(name, role)| (name.clone(), role)).to_vec();
        for item in self.open("call", file) {
            match item {
                Item::Struct(mut item) if item.ident == call.row.request_type => {
                    call.document("request", documented(&mut item.attrs));
                    let is_input = |field: &syn::Field| {
                        field.attrs.is_empty()
                            && spell(&field.vis).is_empty()
                            && field.ident.as_ref().is_some_and(|name| name != "client")
                    };
                    let fields = item.fields.iter();
                    let (fields, own): (Vec<syn::Field>, Vec<syn::Field>) = fields.cloned().partition(is_input);
                    call.fields = fields.iter().filter_map(field).collect();
                    item.fields = syn::Fields::Named(syn::parse_quote!({ #(#own),* }));
                    self.frame("call", &item);
                }
                Item::Enum(mut item) if item.ident == call.row.error_type => {
                    call.document("errors", documented(&mut item.attrs));
                    for mut variant in std::mem::take(&mut item.variants) {
                        let holds = held(&mut variant);
                        let row = Variant { holds, docs: documented(&mut variant.attrs) };
                        add(&mut call.row.errors, format!("error `{}`", variant.ident), row);
                        variant.ident = format_ident!("Error");
                        self.frame("call", &variant);
                    }
                    self.frame("call", &item);
                }
                Item::Impl(item) => self.impl_of_call(&mut call, item),
                Item::Macro(item) => {
                    call.row.implements.push(macro_name(&item));
                    self.frame("call", &item);
                }
                item => self.frame("call", &item),
            }
        }
        self.close(group, call);
    }

    fn impl_of_call(&mut self, call: &mut Building, mut item: ItemImpl) {
        let is_request = spell(&item.self_ty) == call.row.request_type;
        let name = trait_name(&item);
        call.row.implements.extend(name.clone());
        match name.as_deref() {
            None => {
                for method in take_methods(&mut item) {
                    if is_request { self.method(call, method) } else { self.maker(call, method) }
                }
                self.frame("call", &item);
            }
            Some("IntoFuture") => {
                let rest = take(item.to_token_stream(), &mut |piece| {
                    let output = sides(piece, "=").filter(|(name, _)| name == "type Output").map(|(_, output)| spell(&output));
                    let end = format!(",runtime::Error<{}>>", call.row.error_type);
                    let awaited = output.as_ref().and_then(|output| output.strip_prefix("Result<")?.strip_suffix(&end));
                    awaited.map(|awaited| call.row.gives_when_awaited = awaited.to_owned()).is_some()
                });
                self.frame("call", &rest);
            }
            Some("Operation") => self.exchange(call, item),
            Some("Paginated") => self.pages(call, item),
            Some(_) => self.frame("call", &item),
        }
    }

    /// The handle's method that makes the request.
    fn maker(&mut self, call: &mut Building, mut method: ImplItemFn) {
        let mut docs = take_docs(&mut method.attrs);
        let mut bullets: BTreeMap<String, Bullet> =
            docs.take_arguments().into_iter().map(|bullet| (bullet.name.clone(), bullet)).collect();
        call.document("method", Docs { words: docs.words(), origin: docs.origin() });
        call.row.deprecated = deprecated(&mut method.attrs);
        call.row.aliases = take_aliases(&mut method.attrs);
        call.name = method.sig.ident.to_string();
        method.sig.ident = format_ident!("call");
        let arguments = take_arguments(&mut method);
        call.arguments = in_order(&arguments);
        let initials = Initials::take(method, |name| call.fields.contains_key(name), &arguments, &BTreeMap::new());
        for (name, field) in &mut call.fields {
            match (initials.given.get(name), bullets.remove(name)) {
                (Some(Some(given)), Some(bullet)) => {
                    field.given = given.clone();
                    field.deprecated = bullet.deprecated;
                    field.docs = Docs { words: docs::words(&bullet.text), origin: bullet.origin() };
                }
                (Some(None), None) => {}
                _ => self.unread(format!("field `{name}` has no value or no docs")),
            }
        }
        bullets.keys().for_each(|name| self.unread(format!("docs of an argument `{name}` that does not exist")));
        self.frame("call", &initials.rest);
    }

    /// A method of the request: a setter, one that sets null, or a way to send it.
    fn method(&mut self, call: &mut Building, mut method: ImplItemFn) {
        let Some(setter) = Setter::take(&method) else {
            self.frames.push(format!("docs: {}", take_docs(&mut method.attrs).text()));
            let mut way = vec![method.sig.ident.to_string()];
            let rest = take_texts(method.into_token_stream(), &mut way);
            call.row.ways_to_send.push(way.join(" "));
            return self.frame("call", &rest);
        };
        match (call.fields.get_mut(&setter.field), setter.given) {
            (Some(row), Some(given)) => {
                row.given = given;
                row.deprecated = setter.deprecated;
                row.docs = Docs { words: setter.docs.words(), origin: setter.docs.origin() };
            }
            (Some(row), None) if setter.docs.text() == format!("Sets `{}` to null.", setter.field) => {
                row.null = Some(setter.name)
            }
            _ => self.unread(format!("`{}` sets `{}`: {}", setter.name, setter.field, setter.docs.text())),
        }
        self.frame("call", &setter.rest);
    }

    /// Puts together what fields are, how they are given and how they are sent.
    fn close(&mut self, group: &str, mut call: Building) {
        for (field, key) in std::mem::take(&mut call.keys) {
            match call.fields.remove(&field) {
                Some(input) => {
                    if let Some(position) = call.arguments.iter().position(|argument| *argument == field) {
                        call.arguments[position] = key.replace(" `", ":").trim_end_matches('`').to_owned();
                    }
                    let input = Input { field, sent: call.row.inputs.remove(&key).unwrap_or_default().sent, ..input };
                    add(&mut call.row.inputs, key, input);
                }
                None => self.unread(format!("{key} is sent from `{field}`, which is sent otherwise or no field")),
            }
        }
        call.fields.keys().for_each(|field| self.unread(format!("field `{field}` is not sent")));
        call.row.implements.sort_unstable();
        call.row.arguments_in_order = call.arguments;
        add(&mut self.facts.calls, format!("call `{group}.{}`", call.name), call.row);
    }
}

impl Building {
    fn document(&mut self, place: &str, docs: Docs) {
        add(&mut self.row.docs, place, docs);
    }
}

fn field(field: &syn::Field) -> Option<(String, Input)> {
    Some((field.ident.as_ref()?.to_string(), Input { ty: spell(&field.ty), ..Input::default() }))
}

/// Takes what a variant holds.
pub(super) fn held(variant: &mut syn::Variant) -> Option<String> {
    let fields = std::mem::replace(&mut variant.fields, syn::Fields::Unit);
    match &fields {
        syn::Fields::Unit => None,
        syn::Fields::Unnamed(held) if held.unnamed.len() == 1 => held.unnamed.first().map(spell),
        _ => Some(spell(&fields)),
    }
}

/// The name of a macro that implements traits.
pub(super) fn macro_name(item: &ItemMacro) -> String {
    item.mac.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}
