//! Expectations: `expect` says what always holds, in a sentence.

use super::source::Source;

/// Expectations that are no sentence.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    let words = source.words();
    let called = words.windows(3).filter(|window| window[0] == "expect" && window[1] == "(");
    called.filter(|window| !is_sentence(&window[2])).map(|window| format!("expects {}", window[2])).collect()
}

/// Whether a literal holds several words.
fn is_sentence(word: &str) -> bool {
    syn::parse_str::<syn::LitStr>(word).is_ok_and(|text| text.value().split(' ').count() > 3)
}

pub(crate) const OFFENCES: &[(&str, &str)] = &[
    ("plan/mod.rs", "fn a() { b().expect(\"b\"); }"),
    ("plan/mod.rs", "fn a() { b().expect(\"no b\"); }"),
    ("plan/mod.rs", "fn a() { b().expect(message); }"),
];
