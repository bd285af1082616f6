//! Words that stand in few places, or nowhere.

use super::source::Source;

/// What is confined, and the files and folders it is confined to.
const CONFINED: &[(&str, &[&str])] = &[
    ("serde_yaml", &["source/"]),
    ("heck", &["names/spelling.rs"]),
    ("quote ! (", &["emit/"]),
    ("quote ! {", &["emit/"]),
    ("quote ! [", &["emit/"]),
    ("quote_spanned", &["emit/"]),
    ("parse_quote", &["emit/"]),
    ("format_ident", &["emit/"]),
    ("Ident : : new", &["emit/"]),
    // Reading the client's source, to say which item of it differs.
    ("syn", &["render/mod.rs", "tree/explain/"]),
    ("proc_macro2", &["emit/", "tree/explain/"]),
    ("quote", &["emit/", "tree/explain/", "source/"]),
    ("prettyplease", &["render/mod.rs"]),
    ("rayon", &["render/mod.rs", "tree/"]),
    ("toml_edit", &["settings/", "tree/manifest.rs", "scaffold/manifest.rs", "project/workspace.rs"]),
    ("clap", &["cli/", "main.rs"]),
    ("fs : :", &["source/", "tree/", "cli/"]),
    ("OpenOptions", &["tree/"]),
    // Their order would reach the output.
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("RandomState", &["node.rs", "source/origin.rs"]),
];

/// Words of giving up: what comes from outside is a diagnostic, what we rely on ourselves is an expectation.
const GIVING_UP: [&str; 6] = ["unwrap", "unwrap_err", "todo", "unimplemented", "dbg", "unsafe"];

/// What stands where it must not.
pub(crate) fn of_the_generator(source: &Source) -> Vec<String> {
    let words = source.words();
    let confined = CONFINED.iter().filter(|(_, places)| !source.is_in(places));
    confined.filter(|(phrase, _)| says(&words, phrase)).map(|(phrase, _)| format!("says `{phrase}`")).collect()
}

/// What stands where it must not.
pub(crate) fn of_giving_up(source: &Source) -> Vec<String> {
    let words = source.words();
    GIVING_UP.iter().filter(|phrase| says(&words, phrase)).map(|phrase| format!("says `{phrase}`")).collect()
}

fn says(words: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|window| window == phrase.as_slice())
}

pub(crate) const OFFENCES: &[(&str, &str)] = &[
    ("plan/model.rs", "use serde_yaml::Value;"),
    ("plan/model.rs", "use heck::ToSnakeCase;"),
    ("plan/model.rs", "fn a(text: &str) -> String { heck::AsSnakeCase(text).to_string() }"),
    ("plan/model.rs", "fn a() { quote!(a); }"),
    ("plan/model.rs", "fn a() { quote! { a } }"),
    ("plan/model.rs", "fn a() { format_ident!(\"a\"); }"),
    ("render/mod.rs", "fn a() { proc_macro2::Ident::new(\"a\", span); }"),
    ("api/mod.rs", "use syn::Type;"),
    ("document/mod.rs", "use proc_macro2::TokenStream;"),
    ("plan/mod.rs", "use std::fs; fn a() { fs::read(\"a\"); }"),
    ("plan/mod.rs", "fn a() { std::fs::read(\"a\"); }"),
    ("plan/mod.rs", "use std::collections::HashMap;"),
    ("plan/mod.rs", "struct A { a: std::collections::HashSet<u8> }"),
    ("plan/mod.rs", "use clap::Parser;"),
    ("plan/mod.rs", "fn a() { quote![a]; }"),
    ("plan/mod.rs", "fn a() { syn::parse_quote!(a); }"),
    ("plan/mod.rs", "fn a() { quote_spanned!(span => a); }"),
    ("plan/mod.rs", "use quote::ToTokens;"),
    ("plan/mod.rs", "use rayon::prelude::*;"),
    ("tree/mod.rs", "fn a() { prettyplease::unparse(&file); }"),
    ("plan/mod.rs", "fn a() { toml_edit::DocumentMut::new(); }"),
    ("plan/mod.rs", "fn a() { OpenOptions::new().read(true); }"),
    ("plan/mod.rs", "use std::hash::RandomState;"),
];

pub(crate) const OFFENCES_OF_GIVING_UP: &[(&str, &str)] = &[
    ("plan/mod.rs", "fn a() { b().unwrap(); }"),
    ("plan/mod.rs", "fn a() { b.map(Option::unwrap); }"),
    ("plan/mod.rs", "fn a() { println!(\"{}\", b().unwrap()); }"),
    ("plan/mod.rs", "fn a() { b().unwrap_err(); }"),
    ("plan/mod.rs", "fn a() { dbg!(b); }"),
    ("plan/mod.rs", "fn a() { todo!() }"),
    ("plan/mod.rs", "fn a() { unimplemented!() }"),
    ("plan/mod.rs", "fn a() { unsafe { b() } }"),
];

#[test]
fn each_word_is_missed_elsewhere() {
    for (violations, offences, words) in [
        (
            of_the_generator as fn(&Source) -> Vec<String>,
            OFFENCES,
            CONFINED.iter().map(|(phrase, _)| *phrase).collect::<Vec<_>>(),
        ),
        (of_giving_up, OFFENCES_OF_GIVING_UP, GIVING_UP.to_vec()),
    ] {
        let found: Vec<String> = offences.iter().flat_map(|(path, text)| violations(&Source::parse(path, text))).collect();
        for word in words {
            assert!(found.contains(&format!("says `{word}`")), "no offence says {word}");
        }
    }
}
