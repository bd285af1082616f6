//! What the generated client says, read from its source with syn.
//!
//! Every item, statement and attribute is laid over a [pattern](super::pattern) of what it may be. One that fits none is
//! a fact of its own, which no description shares.

mod exports;
mod impls;
mod model;
mod module;
mod operation;
mod request;
mod response;

use std::collections::BTreeMap;

use syn::{Attribute, File, ImplItem, Item, ItemImpl, Meta};

use self::impls::Impls;
use super::Facts;
use super::docs::Docs;
use super::pattern::spell;

/// The files below `src/generated`, by their paths.
#[derive(Clone)]
pub(crate) struct Client(pub BTreeMap<String, File>);

impl Client {
    /// Parses the files.
    pub(crate) fn parse(files: &BTreeMap<String, String>) -> Self {
        let mut client = Self(BTreeMap::new());
        files.iter().for_each(|(path, text)| client.replace(path, text));
        client
    }

    /// Parses one of the files in place of what there was.
    pub(crate) fn replace(&mut self, path: &str, text: &str) {
        self.insert(path, syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is no Rust: {error}")));
    }

    /// Puts one of the files in place of what there was, which it returns.
    pub(crate) fn insert(&mut self, path: &str, mut file: File) -> Option<File> {
        file.items.iter_mut().for_each(take_inline);
        self.0.insert(path.to_owned(), file)
    }
}

/// Takes `#[inline]` off methods, which says nothing of the description. One that lacks it is made `async`, which fits no pattern.
fn take_inline(item: &mut Item) {
    let Item::Impl(item) = item else { return };
    for method in &mut item.items {
        let ImplItem::Fn(method) = method else { continue };
        match method.attrs.iter().position(|attribute| attribute.path().is_ident("inline") && spell(attribute) == "#[inline]") {
            Some(index) => _ = method.attrs.remove(index),
            None => method.sig.asyncness = Some(syn::token::Async::default()),
        }
    }
}

/// All that the client says.
pub(crate) fn facts(client: &Client) -> Facts {
    let mut facts = Facts::default();
    client.0.keys().for_each(|path| facts.extend(&facts_of(client, path)));
    facts
}

/// What one of its files says. Beside itself it speaks of the files of its folder at most.
pub(crate) fn facts_of(client: &Client, path: &str) -> Facts {
    let mut facts = Facts::default();
    let file = &client.0[path];
    let folders: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    match folders.as_slice() {
        ["mod"] => module::root(file, &mut facts),
        ["client"] => module::builder(file, &mut facts),
        ["servers"] => module::servers(file, &mut facts),
        ["models", "mod"] => {
            module::opening(path, file, "The models of the API, one file per schema.", &mut facts);
            exports::of(client, "models", file, &mut facts);
        }
        ["models", _] => model::read(path, file, &mut facts),
        ["operations", "mod"] => module::operations(client, file, &mut facts),
        ["operations", group, "mod"] => {
            exports::of(client, &format!("operations/{group}"), file, &mut facts);
            module::group(group, file, &mut facts);
        }
        ["operations", group, _] => operation::read(path, group, file, &mut facts),
        _ => facts.say(format!("file `{path}`"), "a file that the reader does not know"),
    }
    facts
}

/// A piece of a file that fits no pattern.
fn unknown(path: &str, rust: &impl quote::ToTokens, facts: &mut Facts) {
    facts.say(format!("file `{path}`: something that the reader does not know"), spell(rust));
}

/// The attributes that are not docs, in one line.
fn attributes(attributes: &[Attribute]) -> String {
    let is_docs = |attribute: &&Attribute| matches!(&attribute.meta, Meta::NameValue(meta) if meta.path.is_ident("doc"));
    attributes
        .iter()
        .filter(|attribute| !is_docs(attribute))
        .map(|attribute| spell(&attribute.meta))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Says what an item's docs say.
fn document(subject: &str, of: &str, docs: &Docs, facts: &mut Facts) {
    facts.say(format!("{subject}: words{of}"), docs.words());
    facts.say(format!("{subject}: origin{of}"), docs.origin());
}

/// The trait of an impl, without its path; none if the methods are the type's own.
fn trait_name(item: &ItemImpl) -> Option<String> {
    item.trait_.as_ref().and_then(|(path, _)| Some(path.segments.last()?.ident.to_string()))
}

/// Whether an item is an import that every file may have. It says nothing of the description, and without it the client does
/// not compile.
fn is_import(item: &Item) -> bool {
    matches!(item, Item::Use(_)) && ["use crate::runtime;", "use crate::generated::models;"].contains(&spell(item).as_str())
}
