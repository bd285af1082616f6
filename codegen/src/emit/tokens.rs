//! What every emitted item is written with: names, docs and the attributes of deprecation.

use std::borrow::Cow;

use super::quoting::{ToTokens, TokenStream, push, quote};
use super::stream::Kind;
use crate::plan::{Docs, Name, TEST_UTIL};
use crate::text::is_unprintable;

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.push(Kind::Word, self.as_str());
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.0 {
            let line = line_of_docs(line);
            push!(tokens #[doc = #line]);
        }
    }
}

/// Docs of the file that they open: `//! ...`.
pub(super) fn file_docs(docs: &Docs) -> TokenStream {
    let lines = docs.0.iter().map(|line| {
        let line = line_of_docs(line);
        quote!(#![doc = #line])
    });
    quote!(#(#lines)*)
}

/// A doc comment of our own that speaks of a name.
pub(super) fn doc(sentence: &str) -> TokenStream {
    let line = line_of_docs(sentence);
    quote!(#[doc = #line])
}

/// The text behind `///`: a space first, so that it cannot change the comment's kind, and nothing that ends a line or hides text.
fn line_of_docs(line: &str) -> String {
    // Hardly any line has such characters, and there are very many lines.
    let line = if line.contains(is_unprintable) { Cow::Owned(line.replace(is_unprintable, " ")) } else { Cow::Borrowed(line) };
    if line.trim().is_empty() { String::new() } else { [" ", &line].concat() }
}

/// What else rustdoc's search finds an item by.
pub(super) fn aliases(aliases: &[String]) -> Option<TokenStream> {
    (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]))
}

/// `#[deprecated]`, on what the description calls so.
pub(super) fn deprecation(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote!(#[deprecated]))
}

/// Docs of an earlier name of a type or module.
pub(super) fn former_docs(present: &Name) -> TokenStream {
    doc(&format!("The earlier name of [`{present}`]."))
}

/// Docs of an earlier name of a method.
pub(super) fn former_method_docs(present: &Name) -> TokenStream {
    doc(&format!("The earlier name of [`{present}`](Self::{present})."))
}

/// `#[deprecated]`, on an earlier name.
pub(super) fn renamed(present: &Name) -> TokenStream {
    let note = format!("renamed to `{present}`");
    quote!(#[deprecated(note = #note)])
}

/// `#[allow(deprecated)]`, on the declaration of a file that must mention what is deprecated.
pub(super) fn allowance(mentions_deprecated: bool) -> Option<TokenStream> {
    mentions_deprecated.then(|| quote!(#[allow(deprecated)]))
}

/// The condition of an item that is there only in tests.
pub(super) fn test_only(is_test_only: bool) -> Option<TokenStream> {
    is_test_only.then(|| quote!(#[cfg(feature = #TEST_UTIL)]))
}
