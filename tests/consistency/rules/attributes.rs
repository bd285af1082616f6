//! Attributes that a source must not bear.

use super::source::Source;

/// Lints that are switched off.
pub(crate) fn of_lints(source: &Source) -> Vec<String> {
    let words = source.words();
    let attributes = contents(&words, &["allow", "expect"]);
    attributes.into_iter().map(|lints| format!("switches off {lints}")).collect()
}

/// Lints that are switched off, but the one that lets what is deprecated be mentioned.
pub(crate) fn of_lints_but_deprecation(source: &Source) -> Vec<String> {
    let words = source.words();
    let attributes = contents(&words, &["allow", "expect"]).into_iter();
    attributes.filter(|lints| lints != "deprecated").map(|lints| format!("switches off {lints}")).collect()
}

/// Derives of serde's traits, and unsafe code.
pub(crate) fn of_the_client(source: &Source) -> Vec<String> {
    let words = source.words();
    let derives = contents(&words, &["derive"]).into_iter();
    let of_serde = derives.filter(|derived| derived.contains("erialize")).map(|derived| format!("derives {derived}"));
    let is_unsafe = words.iter().any(|word| word == "unsafe").then(|| "has unsafe code".to_owned());
    let of_helpers = contents(&words, &["serde"]).into_iter().map(|helper| format!("tells serde {helper}"));
    of_serde.chain(of_helpers).chain(is_unsafe).collect()
}

/// What stands in the parentheses of attributes with these names, also of those in `cfg_attr`.
fn contents(words: &[String], names: &[&str]) -> Vec<String> {
    let mut contents = Vec::new();
    for (index, window) in words.windows(2).enumerate() {
        let before = index.checked_sub(1).map_or("", |before| words[before].as_str());
        let is_attribute = window[1] == "(" && names.contains(&window[0].as_str()) && ["[", ","].contains(&before);
        if is_attribute && words[..index].iter().rev().any(|word| word == "#") {
            contents.push(words[index + 2..].iter().take_while(|word| *word != ")").cloned().collect::<String>());
        }
    }
    contents
}

pub(crate) const OFFENCES_OF_LINTS: &[(&str, &str)] = &[
    ("plan/mod.rs", "#[allow(dead_code)] fn a() {}"),
    ("plan/mod.rs", "#![allow(dead_code)]"),
    ("plan/mod.rs", "#[expect(dead_code)] fn a() {}"),
    ("plan/mod.rs", "#[cfg_attr(test, allow(dead_code))] fn a() {}"),
    ("plan/mod.rs", "#[allow(deprecated)] fn a() {}"),
    ("plan/mod.rs", "fn a() { #[allow(clippy::all)] let b = 1; }"),
];

pub(crate) const OFFENCES_OF_LINTS_BUT_DEPRECATION: &[(&str, &str)] = &[
    ("generated/mod.rs", "#[allow(dead_code)] fn a() {}"),
    ("generated/mod.rs", "#[allow(deprecated, dead_code)] fn a() {}"),
    ("generated/mod.rs", "#![allow(clippy::all)]"),
];

pub(crate) const OFFENCES_OF_THE_CLIENT: &[(&str, &str)] = &[
    ("generated/models/job.rs", "#[derive(Clone, serde::Deserialize)] struct Job {}"),
    ("generated/models/job.rs", "#[derive(Clone)] #[derive(Serialize)] struct Job {}"),
    ("generated/models/job.rs", "struct Job { #[serde(rename = \"a\")] b: u8 }"),
    ("runtime/mod.rs", "fn a() { unsafe { b() } }"),
];
