//! What the printer does not know, as prettyplease prints it.

use std::mem;

use proc_macro2::TokenStream;
use syn::{ImplItem, Item, ItemImpl, UseTree, Visibility};

use super::item::Run;

/// The text of any file, as prettyplease prints it.
///
/// # Errors
///
/// Fails if the tokens are not Rust.
pub fn exact_text(tokens: TokenStream) -> syn::Result<String> {
    syn::parse2(tokens).map(file_text)
}

/// A file, its items set apart by blank lines; prettyplease writes none.
fn file_text(mut file: syn::File) -> String {
    let items = mem::take(&mut file.items);
    let mut text = prettyplease::unparse(&file);
    let mut previous = None;
    for item in items {
        let run = Run::of(&item);
        if !text.is_empty() && (run.is_none() || run != previous) {
            text.push('\n');
        }
        text.push_str(&match item {
            Item::Impl(item) => impl_text(item),
            item => item_text(item),
        });
        previous = run;
    }
    text
}

impl Run {
    fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Mod(_) => Some(Self::Modules),
            Item::Use(item) => Some(match (&item.vis, &item.tree) {
                (Visibility::Public(_), _) => Self::Exports,
                (_, UseTree::Path(path)) if path.ident == "super" => Self::ParentImports,
                _ => Self::Imports,
            }),
            _ => None,
        }
    }
}

/// An impl, its methods set apart by blank lines: each member is printed alone, and its lines are taken from between the braces.
fn impl_text(mut item: ItemImpl) -> String {
    let members = mem::take(&mut item.items);
    let mut text = String::new();
    let mut after_method = true;
    for member in members {
        let is_method = matches!(member, ImplItem::Fn(_));
        item.items = vec![member];
        let alone = item_text(Item::Impl(item.clone()));
        let (opening, lines) = alone.split_once("{\n").expect("an impl with a member opens a line after its brace");
        if text.is_empty() {
            text = format!("{opening}{{\n");
        } else if is_method || after_method {
            text.push('\n');
        }
        text.push_str(lines.strip_suffix("}\n").expect("an impl ends with its brace"));
        after_method = is_method;
    }
    if text.is_empty() { item_text(Item::Impl(item)) } else { text + "}\n" }
}

fn item_text(item: Item) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: vec![], items: vec![item] })
}
