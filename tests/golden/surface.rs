//! The public API that the generator computes is the one that a compiler sees in the emitted source, no more and no less.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Attribute, Fields, FnArg, ImplItem, Item, Type, Visibility};

/// The public items of a client's generated source, one line each: the kind, the path, the type, and the features that it needs.
pub(crate) fn of(files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut reader = Reader { files, found: BTreeSet::new() };
    reader.module("mod.rs", "", &[]);
    reader.found
}

struct Reader<'a> {
    files: &'a BTreeMap<String, String>,
    found: BTreeSet<String>,
}

impl Reader<'_> {
    /// Reads a module: its public modules, what it exports from private ones, and the impls of all.
    fn module(&mut self, file: &str, path: &str, features: &[String]) {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let items = self.parse(file);
        for item in &items {
            match item {
                Item::Mod(item) => {
                    let name = item.ident.to_string();
                    let features = with(features, &item.attrs);
                    let inner = if is_public(&item.vis) { below(path, &name) } else { path.to_owned() };
                    if is_public(&item.vis) {
                        self.add("mod", &inner, "", &features);
                    }
                    // A module without a file exports another one under its earlier name.
                    if item.content.is_some() {
                        continue;
                    }
                    let nested = below_folder(folder, &format!("{name}/mod.rs"));
                    if self.files.contains_key(&nested) {
                        self.module(&nested, &inner, &features);
                    } else {
                        self.module(&below_folder(folder, &format!("{name}.rs")), &inner, &features);
                    }
                }
                item => self.item(item, path, features),
            }
        }
    }

    fn parse(&self, file: &str) -> Vec<Item> {
        syn::parse_file(&self.files[file]).expect("the generator writes Rust").items
    }

    fn item(&mut self, item: &Item, path: &str, features: &[String]) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let path = below(path, &item.ident.to_string());
                let features = with(features, &item.attrs);
                self.add("struct", &path, "", &features);
                self.fields(&item.fields, &path, &features);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let path = below(path, &item.ident.to_string());
                self.add("enum", &path, "", features);
                for variant in &item.variants {
                    let types: Vec<String> = variant.fields.iter().map(|field| plain(&field.ty)).collect();
                    self.add("variant", &below(&path, &variant.ident.to_string()), &types.join(", "), features);
                }
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.add("type", &below(path, &item.ident.to_string()), &plain(&item.ty), &with(features, &item.attrs));
            }
            Item::Const(item) if is_public(&item.vis) => {
                self.add("const", &below(path, &item.ident.to_string()), &plain(&item.ty), features);
            }
            // The types that a call gives, which its methods do not name.
            Item::Impl(item) if item.trait_.as_ref().is_some_and(|(path, _)| is_of_calls(path)) => {
                let path = below(path, &plain(&item.self_ty));
                for item in &item.items {
                    if let ImplItem::Type(item) = item {
                        self.add("type", &below(&path, &item.ident.to_string()), &plain(&item.ty), features);
                    }
                }
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let name = plain(&item.self_ty);
                // Types of the runtime are the same wherever methods are added to them.
                let path = name.strip_prefix("runtime::").map_or_else(|| below(path, &name), str::to_owned);
                let features = with(features, &item.attrs);
                item.items.iter().for_each(|item| self.associated(item, &path, &features));
            }
            Item::Struct(_) | Item::Enum(_) | Item::Type(_) | Item::Const(_) | Item::Impl(_) | Item::Use(_) | Item::Macro(_) => {}
            other => panic!("the reader does not know this item: {}", other.to_token_stream()),
        }
    }

    fn fields(&mut self, fields: &Fields, path: &str, features: &[String]) {
        for field in fields.iter().filter(|field| is_public(&field.vis)) {
            let name = field.ident.as_ref().expect("structs have named fields").to_string();
            self.add("field", &below(path, &name), &plain(&field.ty), features);
        }
    }

    fn associated(&mut self, item: &ImplItem, path: &str, features: &[String]) {
        match item {
            ImplItem::Const(item) if is_public(&item.vis) => {
                self.add("const", &below(path, &item.ident.to_string()), &plain(&item.ty), features);
            }
            ImplItem::Fn(item) if is_public(&item.vis) => {
                let typed = |argument: &FnArg| match argument {
                    FnArg::Typed(argument) => Some(plain(&argument.ty)),
                    FnArg::Receiver(_) => None,
                };
                let taken: Vec<String> = item.sig.inputs.iter().filter_map(typed).collect();
                let is_changing = item
                    .sig
                    .inputs
                    .first()
                    .is_some_and(|argument| matches!(argument, FnArg::Receiver(receiver) if !is_reference(receiver)));
                let returned = match &item.sig.output {
                    syn::ReturnType::Default => String::new(),
                    syn::ReturnType::Type(_, ty) => plain(ty),
                };
                let has_receiver = matches!(item.sig.inputs.first(), Some(FnArg::Receiver(_)));
                let (kind, ty) = match (returned.as_str(), has_receiver) {
                    ("Self", true) if is_changing => ("set", taken.join(", ")),
                    ("Self", _) => ("new", taken.join(", ")),
                    (returned, _) => ("fn", format!("({}) -> {returned}", taken.join(", "))),
                };
                self.add(kind, &below(path, &item.sig.ident.to_string()), &ty, features);
            }
            ImplItem::Const(_) | ImplItem::Fn(_) => {}
            other => panic!("the reader does not know this item: {}", other.to_token_stream()),
        }
    }

    fn add(&mut self, kind: &str, path: &str, ty: &str, features: &[String]) {
        let features = if features.is_empty() { String::new() } else { format!(" if {}", features.join("|")) };
        self.found.insert(format!("{kind} {path}: {ty}{features}"));
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_reference(receiver: &syn::Receiver) -> bool {
    receiver.to_token_stream().to_string().contains('&')
}

fn is_of_calls(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "Operation" || last.ident == "Paginated")
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}::{name}") }
}

fn below_folder(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The features of a module, where an attribute names some.
fn with(features: &[String], attributes: &[Attribute]) -> Vec<String> {
    let condition = attributes.iter().find(|attribute| attribute.path().is_ident("cfg"));
    let named = condition.map(|condition| {
        let text = condition.meta.to_token_stream().to_string();
        text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    });
    named.unwrap_or_else(|| features.to_vec())
}

/// A type without the spaces that are only between tokens.
fn plain(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let text = text.replace(" :: ", "::").replace(" < ", "<").replace("< ", "<").replace(" <", "<").replace(" >", ">");
    text.replace(" ,", ",").replace(",>", ">").replace("& ", "&").replace("( )", "()").replace(" (", "(").replace(",(", ", (")
}
