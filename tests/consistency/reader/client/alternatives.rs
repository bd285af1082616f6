//! A union: its alternatives, and the evidence by which one of them is chosen.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Item, ItemEnum, ItemImpl};

use super::call::{held, macro_name};
use super::syntax::{sides, spell, take, take_texts};
use super::{Reading, deprecated, documented, trait_name};
use crate::reader::facts::{Model, Variant, add};

impl Reading<'_> {
    pub(super) fn union(&mut self, mut item: ItemEnum, rest: Vec<Item>) {
        let name = item.ident.to_string();
        self.names.push((name.clone(), "Model"));
        let mut row = Model { kind: "union".to_owned(), deprecated: deprecated(&mut item.attrs), ..Model::default() };
        row.docs = documented(&mut item.attrs);
        for mut variant in std::mem::take(&mut item.variants) {
            let holds = held(&mut variant);
            let alternative = Variant { holds, docs: documented(&mut variant.attrs) };
            add(&mut row.alternatives, format!("alternative `{}`", variant.ident), alternative);
            variant.ident = quote::format_ident!("Alternative");
            self.frame("union", &variant);
        }
        self.frame("union", &item);
        for item in rest {
            let rest = match &item {
                Item::Impl(of) => match trait_name(of).as_deref() {
                    Some("From") => {
                        self.frames.push(format!("union: {}", row.take_conversion(of, &name)));
                        continue;
                    }
                    Some("Decode") => {
                        let rest = take(item.into_token_stream(), &mut |piece| row.evidence(piece));
                        row.without_tag(rest)
                    }
                    Some("Encode") => take(item.into_token_stream(), &mut |piece| row.written(piece)),
                    _ => item.into_token_stream(),
                },
                Item::Macro(of) => {
                    row.implements.push(macro_name(of));
                    item.into_token_stream()
                }
                _ => item.into_token_stream(),
            };
            self.frame("union", &rest);
        }
        row.implements.sort_unstable();
        add(&mut self.facts.models, format!("model `{name}`"), row);
    }
}

impl Model {
    /// `From` what an alternative holds: what is left of it.
    fn take_conversion(&mut self, item: &ItemImpl, name: &str) -> String {
        let spelled = spell(item);
        let ty = spelled.strip_prefix("impl From<").and_then(|rest| rest.split_once(&format!(">for {name}{{")));
        let (ty, body) = ty.map_or(("", spelled.as_str()), |(ty, body)| (ty, body));
        let variant = body.rsplit_once("Self::").and_then(|(_, rest)| rest.split_once('(')).map_or("", |(variant, _)| variant);
        self.orders.entry("made from".to_owned()).or_default().push(format!("{ty} as {variant}"));
        body.replace(&format!("value:{ty}"), "value:Type").replace(&format!("Self::{variant}"), "Self::Alternative")
    }

    /// A test of what a value looks like, and the alternative that it is then; whether nothing else is in the piece.
    fn evidence(&mut self, piece: &TokenStream) -> bool {
        let spelled = spell(piece);
        let read = |text: &str| Some(text.strip_prefix("runtime::variant(json,Self::")?.strip_suffix(')')?.to_owned());
        let found = match sides(piece, "=>") {
            Some((tag, variant)) => read(&spell(&variant)).map(|variant| (tag, variant)),
            None => spelled.strip_prefix("if ").and_then(|rest| rest.strip_suffix(";}")).and_then(|rest| {
                let (test, variant) = rest.split_once("{return ")?;
                Some((test.to_owned(), read(variant)?))
            }),
        };
        let Some((evidence, variant)) = found else {
            // The property of a tag.
            let tag = spelled.strip_prefix("|json|match json.").and_then(|rest| rest.split_once('{'));
            self.orders.entry("evidence in order".to_owned()).or_default().extend(tag.map(|(tag, _)| tag.to_owned()));
            return false;
        };
        self.orders.entry("evidence in order".to_owned()).or_default().push(format!("{evidence}: {variant}"));
        true
    }

    /// What is left of the reading without the property of a tag, which is evidence.
    fn without_tag(&self, rest: TokenStream) -> TokenStream {
        let mut texts = Vec::new();
        let bare = take_texts(rest.clone(), &mut texts);
        let first = self.orders.get("evidence in order").and_then(|evidence| evidence.first());
        let is_tag = matches!(texts.as_slice(), [tag] if first.is_some_and(|first| *first == format!("tag({tag:?})")));
        if is_tag { bare } else { rest }
    }

    /// An arm that writes an alternative.
    fn written(&mut self, piece: &TokenStream) -> bool {
        let Some((variant, how)) = sides(piece, "=>") else { return false };
        let Some(variant) = variant.strip_prefix("Self::").and_then(|variant| variant.strip_suffix("(value)")) else {
            return false;
        };
        self.orders.entry("written in order".to_owned()).or_default().push(variant.to_owned());
        spell(&how) == "runtime::Encode::encode(value,json)"
    }
}
