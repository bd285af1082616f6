//! What must compile against the client and what must not: misuse, the READMEs' snippets, a crate of its own, the tour.

mod cargo;
mod chains;
mod downstream;
mod snippets;
mod tour;

/// One run for all cases, because each run builds a project of its own.
#[test]
fn misuse_does_not_compile_and_the_documented_use_does() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("compile/fail/*.rs");
    cases.pass("compile/pass/*.rs");
    for snippet in snippets::extract() {
        cases.pass(snippet);
    }
}
