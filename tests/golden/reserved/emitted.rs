//! `Emitted`: what the expected source of all cases declares and names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{File, ImplItem, Item, ItemStruct, ItemUse, UseTree};

use super::runtime::{inherent_impls, methods, parse};
use crate::CASES;

/// The expected source of all cases: paths below `expected`, and what the files hold.
pub(super) struct Emitted {
    files: Vec<(String, File)>,
}

impl Emitted {
    /// Reads all of it.
    pub(super) fn read() -> Self {
        let mut files = Vec::new();
        CASES.iter().for_each(|case| add_files(&case.join("expected"), "", &mut files));
        Self { files }
    }

    fn items(&self, place: &str) -> impl Iterator<Item = &Item> {
        self.files.iter().filter(move |(path, _)| path.starts_with(place)).flat_map(|(_, file)| &file.items)
    }

    /// The methods at a place that belong to no trait and whose first argument is as is said.
    pub(super) fn methods(&self, place: &str, is_wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
        let files = self.files.iter().filter(|(path, _)| path.starts_with(place));
        let methods = files.flat_map(|(_, file)| inherent_impls(file)).flat_map(methods);
        let first = |method: &&syn::ImplItemFn| method.sig.inputs.first().to_token_stream().to_string();
        methods.filter(|method| is_wanted(&first(method))).map(|method| method.sig.ident.to_string()).collect()
    }

    /// The functions at a place that belong to a type and take no value of it.
    pub(super) fn constructors(&self, place: &str) -> BTreeSet<String> {
        self.methods(place, |first| !first.split(' ').any(|word| word == "self"))
    }

    /// The items of what types at a place have by a trait, as far as one function wants them.
    pub(super) fn of_trait(&self, place: &str, name: &str, wanted: fn(&ImplItem) -> Option<String>) -> BTreeSet<String> {
        let is_of = |path: &syn::Path| path.segments.last().is_some_and(|last| last.ident == name);
        let blocks = self.items(place).filter_map(|item| match item {
            Item::Impl(item) if item.trait_.as_ref().is_some_and(|(path, _)| is_of(path)) => Some(item),
            _ => None,
        });
        blocks.flat_map(|block| &block.items).filter_map(wanted).collect()
    }

    fn structs(&self, place: &str) -> impl Iterator<Item = &ItemStruct> {
        self.items(place).filter_map(|item| if let Item::Struct(item) = item { Some(item) } else { None })
    }

    /// The fields that all requests have.
    pub(super) fn fields_of_requests(&self) -> BTreeSet<String> {
        let requests = self.structs("operations/").filter(|item| item.ident.to_string().ends_with("Request"));
        requests.map(fields).reduce(|common, fields| &common & &fields).unwrap_or_default()
    }

    /// The fields at a place that no method is called like.
    pub(super) fn fields_without_setters(&self, place: &str) -> BTreeSet<String> {
        let fields: BTreeSet<String> = self.structs(place).flat_map(fields).collect();
        &fields - &self.methods(place, |_| true)
    }

    /// The variants of each enum at a place.
    pub(super) fn enums(&self, place: &str) -> Vec<BTreeSet<String>> {
        let enums = self.items(place).filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
        enums.map(|item| item.variants.iter().map(|variant| variant.ident.to_string()).collect()).collect()
    }

    /// The types, traits and variants that a file names and neither declares nor imports.
    pub(super) fn types_from_elsewhere(&self) -> BTreeSet<String> {
        let named = self.files.iter().flat_map(|(_, file)| {
            let named = Named::of(file);
            let types = named.firsts.into_iter().filter(|name| name.starts_with(|first: char| first.is_ascii_uppercase()));
            types.filter(|name| !named.declared.contains(name) && !named.imported.contains(name)).collect::<Vec<_>>()
        });
        named.collect()
    }

    /// The modules by which paths begin where modules are declared that are named after something in the description.
    pub(super) fn modules(&self) -> BTreeSet<String> {
        let files = self.files.iter().filter(|(path, _)| path.ends_with("/mod.rs"));
        files.flat_map(|(_, file)| Named::of(file).modules()).collect()
    }
}

fn fields(item: &ItemStruct) -> BTreeSet<String> {
    item.fields.iter().filter_map(|field| field.ident.as_ref()).map(ToString::to_string).collect()
}

fn add_files(folder: &Path, below: &str, files: &mut Vec<(String, File)>) {
    let entries = fs::read_dir(folder).expect("the case has expected source");
    for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            add_files(&path, &format!("{below}{name}/"), files);
        } else {
            files.push((format!("{below}{name}"), parse(&fs::read_to_string(&path).expect("the file is there"))));
        }
    }
}

/// What a file names.
#[derive(Default)]
struct Named {
    /// The first word of each path.
    firsts: BTreeSet<String>,
    /// The same of paths of several words.
    roots: BTreeSet<String>,
    /// What is declared.
    declared: BTreeSet<String>,
    /// What is imported from elsewhere.
    imported: BTreeSet<String>,
}

impl Named {
    fn of(file: &File) -> Self {
        let mut named = Self::default();
        named.visit_file(file);
        named
    }

    /// The modules that are named and not declared.
    fn modules(&self) -> Vec<String> {
        let names = self.roots.iter().chain(&self.imported).filter(|name| !self.declared.contains(*name));
        names.filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase())).cloned().collect()
    }
}

impl<'ast> Visit<'ast> for Named {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let first = path.segments.first().map(|first| first.ident.to_string());
        if path.segments.len() > 1 {
            self.roots.extend(first.clone());
        }
        self.firsts.extend(first);
        visit::visit_path(self, path);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Enum(item) => drop(self.declared.insert(item.ident.to_string())),
            Item::Mod(item) => drop(self.declared.insert(item.ident.to_string())),
            Item::Struct(item) => drop(self.declared.insert(item.ident.to_string())),
            Item::Type(item) => drop(self.declared.insert(item.ident.to_string())),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut tree = &item.tree;
        if let UseTree::Path(path) = tree {
            self.roots.insert(path.ident.to_string());
        }
        while let UseTree::Path(path) = tree {
            tree = &path.tree;
        }
        if let UseTree::Name(name) = tree {
            self.imported.insert(name.ident.to_string());
        }
    }
}
