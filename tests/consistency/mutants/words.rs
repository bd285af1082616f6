//! Every word of the client that is changed, and every piece of it that is removed, is noticed.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use serde_yaml::Value;

use crate::reader::client::facts_of;
use crate::reader::{self, Client, Facts};
use crate::{repository, shop};

#[test]
fn every_word_of_the_calls_counts() {
    assert_every_word_counts(&repository::description(), &repository::record(), &repository::client(), |path| {
        path.starts_with("operations/")
    });
}

#[test]
fn every_word_of_the_models_counts() {
    assert_every_word_counts(&repository::description(), &repository::record(), &repository::client(), |path| {
        !path.starts_with("operations/")
    });
}

#[test]
fn every_word_of_another_client_counts() {
    assert_every_word_counts(&shop::description(), "", &shop::client(), |_| true);
}

#[test]
fn every_word_of_golden_cases_counts() {
    // The clients of the other cases have no other frames.
    for case in &super::SWEPT_CASES[..2] {
        assert_every_word_counts(&repository::case_description(case), "", &repository::case(case), |_| true);
    }
}

fn assert_every_word_counts(
    description: &Value,
    record: &str,
    texts: &BTreeMap<String, String>,
    is_chosen: impl Fn(&str) -> bool,
) {
    let mut sweep = Sweep::of(description, record, texts);
    let mut survivors = Vec::new();
    let mut count = 0;
    for (path, text) in texts.iter().filter(|(path, _)| is_chosen(path)) {
        let tokens: TokenStream = text.parse().expect("the client is made of Rust's tokens");
        for (what, mutant) in mutants(tokens) {
            count += 1;
            if !sweep.notices(path, mutant) {
                survivors.push(format!("{path}: {what}"));
            }
        }
    }
    println!("{count} mutants");
    assert!(count > texts.len() * 50, "the client has more words than that");
    assert!(survivors.is_empty(), "{} of {count} mutants survive:\n{}", survivors.len(), survivors.join("\n"));
}

/// The client, and what each of its files says without a change.
struct Sweep {
    client: Client,
    said: BTreeMap<String, Facts>,
}

impl Sweep {
    fn of(description: &Value, record: &str, texts: &BTreeMap<String, String>) -> Self {
        let client = Client::parse(texts);
        assert_eq!(reader::differences(description, record, &client), [""; 0], "without a change there is no difference");
        let said = client.0.keys().map(|path| (path.clone(), facts_of(&client, path))).collect();
        Self { client, said }
    }

    /// Whether a file, or the `mod.rs` beside it, says anything else after a change: with no difference before it, there is
    /// one then. What is no Rust is noticed by the compiler.
    fn notices(&mut self, path: &str, mutant: TokenStream) -> bool {
        let Ok(file) = syn::parse2(mutant) else { return true };
        let whole = self.client.0.insert(path.to_owned(), file).expect("the file is one of the client's");
        let folder = path.rsplit_once('/').map_or("mod.rs".to_owned(), |(folder, _)| format!("{folder}/mod.rs"));
        let differs = [path, &folder].iter().any(|path| facts_of(&self.client, path) != self.said[*path]);
        self.client.0.insert(path.to_owned(), whole);
        differs
    }
}

/// All that can be done to a piece of Rust by changing a word or removing a piece, and what was done.
fn mutants(tokens: TokenStream) -> Vec<(String, TokenStream)> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut mutants = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let instead = |other: TokenTree| trees[..index].iter().chain([&other]).chain(&trees[index + 1..]).cloned().collect();
        match tree {
            TokenTree::Group(group) => {
                for (what, inner) in self::mutants(group.stream()) {
                    mutants.push((what, instead(Group::new(group.delimiter(), inner).into())));
                }
            }
            TokenTree::Ident(ident) => {
                let other = match ident.to_string().as_str() {
                    "true" => "false".to_owned(),
                    "false" => "true".to_owned(),
                    // Otherwise it is no identifier, and the compiler notices.
                    word => format!("{}_other", word.trim_start_matches("r#")),
                };
                mutants.push((format!("`{ident}` becomes `{other}`"), instead(Ident::new(&other, ident.span()).into())));
            }
            TokenTree::Literal(literal) => {
                let other = other_literal(literal);
                mutants.push((format!("`{literal}` becomes `{other}`"), instead(other.into())));
            }
            TokenTree::Punct(_) => {}
        }
    }
    for piece in pieces(&trees) {
        let removed = trees[piece.clone()].iter().cloned().collect::<TokenStream>().to_string();
        // An empty line of docs is layout, and without an import the client does not compile.
        if removed != "# [doc = \"\"]" && !removed.starts_with("use ") {
            let rest = trees[..piece.start].iter().chain(&trees[piece.end..]).cloned().collect();
            mutants.push((format!("`{removed}` is removed"), rest));
        }
    }
    mutants
}

fn other_literal(literal: &Literal) -> Literal {
    let text = literal.to_string();
    match (syn::parse_str::<syn::LitStr>(&text), text.parse::<u64>()) {
        (Ok(text), _) => Literal::string(&format!("{} other", text.value())),
        (_, Ok(number)) => Literal::u64_unsuffixed(number + 1),
        _ if let Ok(number) = text.parse::<f64>() => Literal::f64_unsuffixed(number + 1.0),
        _ => panic!("{text}: a literal that nobody knows how to change"),
    }
}

/// The pieces between commas and semicolons, up to a group in braces, and attributes: whatever can be left out alone.
fn pieces(trees: &[TokenTree]) -> Vec<std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (index, tree) in trees.iter().enumerate() {
        let ends = match tree {
            TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';'),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        if let (TokenTree::Group(group), Some(TokenTree::Punct(hash))) = (tree, index.checked_sub(1).map(|before| &trees[before]))
            && group.delimiter() == Delimiter::Bracket
            && hash.as_char() == '#'
        {
            pieces.push(index - 1..index + 1);
        }
        if ends || index + 1 == trees.len() {
            pieces.push(start..index + 1);
            start = index + 1;
        }
    }
    pieces
}
