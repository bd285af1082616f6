//! `Skeleton`: what is left of source without its literals and docs.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The word that only stands in literals and docs: names are never spelt like it, even those made of the text around it.
const MARKER: &str = "PwNeD_mArKeR";

/// The tokens of a file, literals and docs aside.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skeleton(Vec<String>);

impl Skeleton {
    /// The skeleton of a text, which is empty if the text cannot be read.
    pub(crate) fn of(text: &str) -> Self {
        let mut tokens = Vec::new();
        add(text.parse().unwrap_or_default(), &mut tokens);
        Self(tokens)
    }
}

/// What is wrong with a source file, if anything is.
pub(crate) fn mistake(text: &str) -> Option<String> {
    let tokens: TokenStream = match text.parse() {
        Ok(tokens) => tokens,
        Err(error) => return Some(format!("it cannot be divided into tokens: {error}")),
    };
    let mut names = Vec::new();
    add(tokens.clone(), &mut names);
    if names.iter().any(|name| name.trim_start_matches("r#") == MARKER) {
        return Some(format!("`{MARKER}` is code"));
    }
    syn::parse2::<syn::File>(tokens).err().map(|error| format!("it is not Rust: {error}"))
}

/// The keys of a TOML file.
pub(crate) fn keys(text: &str) -> Vec<String> {
    let manifest: toml_edit::DocumentMut = text.parse().unwrap_or_default();
    let mut keys = Vec::new();
    for (name, item) in manifest.iter() {
        let table = item.as_table_like().into_iter().flat_map(|table| table.iter());
        keys.extend(table.map(|(key, _)| format!("{name}.{key}")));
        keys.push(name.to_owned());
    }
    keys
}

fn add(tokens: TokenStream, names: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                names.push(format!("{:?}", group.delimiter()));
                add(group.stream(), names);
                names.push("end".to_owned());
            }
            TokenTree::Ident(ident) => names.push(ident.to_string()),
            TokenTree::Literal(_) => names.push("literal".to_owned()),
            TokenTree::Punct(punct) => {
                let follows = tokens.peek();
                let is_inner = punct.as_char() == '#' && matches!(follows, Some(TokenTree::Punct(next)) if next.as_char() == '!');
                let is_doc = |token: &TokenTree| is_doc(token);
                if punct.as_char() == '#' && follows.is_some_and(is_doc) {
                    tokens.next();
                } else if is_inner {
                    let mark = tokens.next();
                    match tokens.next_if(is_doc) {
                        Some(_) => {}
                        None => names.extend(mark.map(|_| "#!".to_owned())),
                    }
                } else {
                    names.push(punct.as_char().to_string());
                }
            }
        }
    }
}

/// `[doc = ".."]`
fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let mut tokens = group.stream().into_iter();
    let is_named_doc = matches!(tokens.next(), Some(TokenTree::Ident(ident)) if ident == "doc");
    let is_assigned = matches!(tokens.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
    let is_literal = matches!(tokens.next(), Some(TokenTree::Literal(_)));
    group.delimiter() == Delimiter::Bracket && is_named_doc && is_assigned && is_literal && tokens.next().is_none()
}
