//! The tables of the generated client, read from its source with syn.
//!
//! Each reader removes the facts from an item: docs, names, types, and the lines that name something on the wire. The rest is
//! the item's frame, which is the same in every client. `frames.txt` records the known frames; any other frame is a
//! difference. Therefore no word of the client is ignored, and a change in the spelling of a body changes one line of that
//! list (`BLESS=1`), unless it changes what is sent or read.

mod alternatives;
mod call;
mod exchange;
mod given;
mod modules;
mod pages;
mod structure;
pub(crate) mod syntax;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use quote::ToTokens;
use syn::{Attribute, File, ImplItem, ImplItemFn, Item, ItemImpl};

use self::syntax::{frame, is_docs, spell, take_attribute};
use super::docs;
use super::facts::{Docs, Facts};
use crate::repository;

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
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is no Rust: {error}"));
        self.0.insert(path.to_owned(), file);
    }
}

/// The file that frames are recorded in.
pub(crate) const FRAMES: &str = "tests/consistency/frames.txt";

static RECORDED: LazyLock<BTreeSet<String>> = LazyLock::new(|| repository::read(FRAMES).lines().map(str::to_owned).collect());

/// The tables of the whole client.
pub(crate) fn facts(client: &Client) -> Facts {
    client.0.keys().fold(Facts::default(), |facts, path| read(client, path, facts))
}

/// The tables of one file. They depend on that file and on the names of the files beside it.
pub(crate) fn facts_of(client: &Client, path: &str) -> Facts {
    read(client, path, Facts::default())
}

fn read(client: &Client, path: &str, facts: Facts) -> Facts {
    let Reading { mut facts, frames, .. } = Reading::of(client, path, facts);
    let unknown = frames.into_iter().filter(|frame| !RECORDED.contains(frame));
    facts.unread.extend(unknown.map(|frame| format!("file `{path}`: `{frame}` is not known")));
    facts
}

/// All frames of a client.
pub(crate) fn frames(client: &Client) -> BTreeSet<String> {
    client.0.keys().flat_map(|path| Reading::of(client, path, Facts::default()).frames).collect()
}

/// A file that is being read.
struct Reading<'c> {
    client: &'c Client,
    path: &'c str,
    facts: Facts,
    frames: Vec<String>,
    /// What the file's own types are: the request, its errors, the model.
    names: Vec<(String, &'static str)>,
}

impl<'c> Reading<'c> {
    fn of(client: &'c Client, path: &'c str, facts: Facts) -> Self {
        let mut reading = Self { client, path, facts, frames: Vec::new(), names: Vec::new() };
        let file = client.0[path].clone();
        let folders: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
        match folders.as_slice() {
            ["mod"] => reading.root(file),
            ["client"] => reading.builder(file),
            ["servers"] => reading.servers(file),
            ["models", "mod"] | ["operations", "mod"] => reading.folder(folders[0], file),
            ["models", _] => reading.model(file),
            ["operations", group, "mod"] => reading.group(group, file),
            ["operations", group, _] => reading.call(group, file),
            _ => reading.unread("a file that the reader does not know"),
        }
        reading
    }

    fn unread(&mut self, what: impl std::fmt::Display) {
        self.facts.unread.push(format!("file `{}`: {what}", self.path));
    }

    /// Keeps what is left of an item of the given kind.
    fn frame(&mut self, kind: &str, rest: &impl ToTokens) {
        self.frames.push(format!("{kind}: {}", frame(rest.to_token_stream(), &self.names)));
    }

    /// Keeps what is left of a file: its attributes, docs aside, and its imports. The other items are returned.
    fn open(&mut self, kind: &str, file: File) -> Vec<Item> {
        for attribute in file.attrs.iter().filter(|attribute| !is_docs(attribute)) {
            self.frame(&format!("{kind} file"), attribute);
        }
        let is_import = |item: &Item| matches!(item, Item::Use(_));
        let (imports, items): (Vec<Item>, Vec<Item>) = file.items.into_iter().partition(is_import);
        for import in imports {
            let own = self.names.iter().find(|(name, _)| spell(&import) == format!("use super::{name};"));
            match own.map(|(_, role)| *role) {
                Some(role) => self.frames.push(format!("{kind}: use super::{role};")),
                None => self.frame(kind, &import),
            }
        }
        items
    }

    /// A model's file: the first type is the model.
    fn model(&mut self, file: File) {
        if !docs::Docs::of(&file.attrs).text().is_empty() {
            self.unread("docs of the file");
        }
        let mut items = self.open("model", file).into_iter();
        match items.next() {
            Some(Item::Struct(item)) => self.structure(item, items.collect()),
            Some(Item::Enum(item)) if values::is_open(&item) => self.open_enum(item, items.collect()),
            Some(Item::Enum(item)) => self.union(item, items.collect()),
            Some(Item::Type(item)) => self.alias(item, items.collect()),
            item => self.unread(format!("`{}`", item.to_token_stream())),
        }
    }
}

/// Takes the docs away from what has them.
fn take_docs(attributes: &mut Vec<Attribute>) -> docs::Docs {
    let docs = docs::Docs::of(attributes);
    attributes.retain(|attribute| !is_docs(attribute));
    docs
}

/// Takes the docs away and splits them.
fn documented(attributes: &mut Vec<Attribute>) -> Docs {
    let docs = take_docs(attributes);
    Docs { words: docs.words(), origin: docs.origin() }
}

/// Takes the mark of what is deprecated.
fn deprecated(attributes: &mut Vec<Attribute>) -> bool {
    take_attribute(attributes, "deprecated")
}

/// Takes the methods out of an impl.
fn take_methods(item: &mut ItemImpl) -> Vec<ImplItemFn> {
    let mut methods = Vec::new();
    let items = std::mem::take(&mut item.items);
    for inner in items {
        match inner {
            ImplItem::Fn(method) => methods.push(method),
            other => item.items.push(other),
        }
    }
    methods
}

/// The trait of an impl, without its path; none if the methods are the type's own.
fn trait_name(item: &ItemImpl) -> Option<String> {
    item.trait_.as_ref().and_then(|(path, _)| Some(path.segments.last()?.ident.to_string()))
}
