//! `Runtime`: what the runtime's source declares.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use syn::visit::Visit;
use syn::{File, ImplItem, ImplItemFn, Item, ItemImpl, ItemMacro, ItemTrait, TraitItem, Type, UseTree};

/// The runtime's source.
pub(super) struct Runtime {
    files: Vec<File>,
}

impl Runtime {
    /// Reads all of it.
    pub(super) fn read() -> Self {
        let files: Vec<File> = texts("../codegen/runtime").iter().map(|text| parse(text)).collect();
        assert!(files.len() > 50, "the runtime has {} files", files.len());
        Self { files }
    }

    /// The methods of a type that belong to no trait, whoever may call them.
    pub(super) fn inherent_methods(&self, of: &str) -> BTreeSet<String> {
        let inherent = self.files.iter().flat_map(inherent_impls).filter(|item| type_name(&item.self_ty) == of);
        inherent.flat_map(methods).map(|method| method.sig.ident.to_string()).collect()
    }

    /// The derives of a type.
    pub(super) fn derives(&self, of: &str) -> BTreeSet<String> {
        let structs = self.files.iter().flat_map(|file| &file.items).filter_map(|item| match item {
            Item::Struct(item) if item.ident == of => Some(&item.attrs),
            _ => None,
        });
        let derives = structs.flatten().filter(|attribute| attribute.path().is_ident("derive"));
        let tokens = derives.flat_map(|attribute| attribute.meta.require_list().map(|list| list.tokens.to_string()));
        tokens.flat_map(|tokens| tokens.split(", ").map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// The names of its modules and of what they hand on to generated code, of its macros, of its traits and their items, and of
    /// the methods beside which generated ones stand.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let mut names = Names(BTreeSet::new());
        self.files.iter().for_each(|file| names.visit_file(file));
        names.0.extend(["Client", "ClientBuilder"].iter().flat_map(|of| self.inherent_methods(of)));
        for item in parse(&read(Path::new("../codegen/runtime/mod.rs"))).items {
            match item {
                Item::Mod(item) => drop(names.0.insert(item.ident.to_string())),
                Item::Use(item) => add_leaves(&item.tree, &mut names.0),
                _ => {}
            }
        }
        names.0
    }
}

/// The texts of the files below a folder.
pub(super) fn texts(folder: &str) -> Vec<String> {
    let mut texts = Vec::new();
    add_texts(Path::new(folder), &mut texts);
    texts
}

fn add_texts(folder: &Path, texts: &mut Vec<String>) {
    let entries = fs::read_dir(folder).expect("the folder is part of this repository");
    for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
        if path.is_dir() {
            add_texts(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.push(read(&path));
        }
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is part of this repository")
}

/// A file of Rust.
pub(super) fn parse(text: &str) -> File {
    syn::parse_file(text).expect("the repository's source is Rust")
}

/// The blocks of methods that belong to no trait.
pub(super) fn inherent_impls(file: &File) -> impl Iterator<Item = &ItemImpl> {
    file.items.iter().filter_map(|item| match item {
        Item::Impl(item) if item.trait_.is_none() => Some(item),
        _ => None,
    })
}

/// The methods of a block.
pub(super) fn methods(block: &ItemImpl) -> impl Iterator<Item = &ImplItemFn> {
    block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(item) => Some(item),
        _ => None,
    })
}

/// `Client` of `runtime::Client`; empty for what is no path.
fn type_name(ty: &Type) -> String {
    match ty {
        Type::Path(ty) => ty.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The names that an import brings in.
fn add_leaves(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => add_leaves(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| add_leaves(tree, names)),
        UseTree::Name(item) => drop(names.insert(item.ident.to_string())),
        UseTree::Rename(item) => drop(names.insert(item.rename.to_string())),
        UseTree::Glob(_) => {}
    }
}

/// The names of macros, and of traits and their items.
struct Names(BTreeSet<String>);

impl<'ast> Visit<'ast> for Names {
    fn visit_item_macro(&mut self, item: &'ast ItemMacro) {
        self.0.extend(item.ident.iter().map(ToString::to_string));
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.0.insert(item.ident.to_string());
        self.0.extend(item.items.iter().filter_map(|item| match item {
            TraitItem::Const(item) => Some(item.ident.to_string()),
            TraitItem::Fn(item) => Some(item.sig.ident.to_string()),
            TraitItem::Type(item) => Some(item.ident.to_string()),
            _ => None,
        }));
    }
}
