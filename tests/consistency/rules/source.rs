//! A source file without its tests, as items and as words.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, File, Item};

use crate::repository;

/// A source file.
pub(crate) struct Source {
    /// Its path below the folder that is looked at.
    pub(crate) path: String,
    /// All of its text.
    pub(crate) text: String,
    /// Its items, but for those that are compiled for tests only.
    pub(crate) file: File,
}

impl Source {
    /// The files below a folder.
    pub(crate) fn below(folder: &str) -> Vec<Self> {
        repository::files(folder, ".rs").iter().map(|(path, text)| Self::parse(path, text)).collect()
    }

    /// A file of this text.
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let mut file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is no Rust: {error}"));
        file.items.retain(|item| !is_for_tests(item));
        Self { path: path.to_owned(), text: text.to_owned(), file }
    }

    /// Whether the file lies in a folder, or is the file itself.
    pub(crate) fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| if place.ends_with('/') { self.path.starts_with(place) } else { self.path == *place })
    }

    /// The words and signs of the file one after another, without comments and without what is quoted.
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        add_words(self.file.to_token_stream(), &mut words);
        words
    }

    /// The first name of each path that begins at the crate's root, and of those that lead there through `super`.
    pub(crate) fn modules(&self) -> Vec<String> {
        let mut modules = Vec::new();
        add_modules(self.file.to_token_stream(), self.depth(), &mut modules);
        modules
    }

    /// How many modules lie between the crate's root and what the file holds.
    fn depth(&self) -> usize {
        let folders = self.path.split('/').count();
        match self.path.rsplit('/').next() {
            Some("mod.rs" | "lib.rs" | "main.rs") => folders - 1,
            _ => folders,
        }
    }
}

fn is_for_tests(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    };
    attributes
        .iter()
        .any(|attribute| ["#[cfg(test)]", "#[test]"].contains(&attribute.to_token_stream().to_string().replace(' ', "").as_str()))
}

/// Adds words one by one. What is quoted is the client's, not ours: only its delimiters stay.
fn add_words(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        let TokenTree::Group(group) = token else {
            words.push(token.to_string());
            continue;
        };
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        let is_quoted = words.ends_with(&["quote".to_owned(), "!".to_owned()]);
        words.push(open.to_owned());
        if !is_quoted {
            add_words(group.stream(), words);
        }
        words.push(close.to_owned());
    }
}

/// Adds the modules that paths begin with. What is quoted is the client's, not ours.
fn add_modules(tokens: TokenStream, depth: usize, modules: &mut Vec<String>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |index: usize| trees.get(index).map(ToString::to_string).unwrap_or_default();
    let mut index = 0;
    while index < trees.len() {
        let starts_path = index == 0 || !matches!(&trees[index - 1], TokenTree::Punct(punct) if punct.as_char() == ':');
        match &trees[index] {
            TokenTree::Ident(ident) if ident == "quote" && word(index + 1) == "!" => index += 2,
            TokenTree::Ident(ident) if starts_path && ["crate", "super", "clientsmith"].iter().any(|root| ident == root) => {
                let mut up = usize::from(ident == "super");
                let is_above = ident != "super";
                index += 3;
                while word(index) == "super" {
                    up += 1;
                    index += 3;
                }
                if is_above || up == depth {
                    add_names(trees.get(index), modules);
                }
                continue;
            }
            TokenTree::Group(group) => add_modules(group.stream(), depth, modules),
            _ => {}
        }
        index += 1;
    }
}

/// The names that a path goes on with: one, or the first of each in braces.
fn add_names(tree: Option<&TokenTree>, modules: &mut Vec<String>) {
    match tree {
        Some(TokenTree::Ident(ident)) => modules.push(ident.to_string()),
        Some(TokenTree::Group(group)) => {
            let mut is_first = true;
            for token in group.stream() {
                match token {
                    TokenTree::Ident(ident) if is_first => {
                        modules.push(ident.to_string());
                        is_first = false;
                    }
                    TokenTree::Punct(punct) if punct.as_char() == ',' => is_first = true,
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let modules = |path: &str, text: &str| Source::parse(path, text).modules();
    assert_eq!(modules("plan/name.rs", "use crate::{api::{self, Api}, node::Node};"), ["api", "node"]);
    assert_eq!(modules("plan/name.rs", "fn a() -> crate::emit::File { f(vec![crate::tree::T]) }"), ["emit", "tree"]);
    assert_eq!(modules("plan/name.rs", "use super::Ty; use super::super::emit;"), ["emit"]);
    assert_eq!(modules("plan/mod.rs", "use super::emit;"), ["emit"]);
    assert_eq!(modules("render.rs", "use super::tree;"), ["tree"]);
    assert_eq!(modules("emit/a.rs", "fn a() { quote! { use crate::runtime; } }"), [""; 0]);
    assert_eq!(modules("plan/name.rs", "#[cfg(test)] mod tests { use crate::emit; }"), [""; 0]);
    assert_eq!(modules("cli/mod.rs", "use clientsmith::tree::Tree;"), ["tree"]);
}
