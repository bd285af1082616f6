//! A mistake in a description gives exactly this message.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use syn::visit::Visit;
use tests::generation::{compare_file, generate};

/// The names of the cases: a code, or a code and a number. One case has no description: there, that is the mistake.
fn cases() -> BTreeSet<String> {
    let folder = fs::read_dir("diagnostics/cases").expect("the suite has cases");
    let paths = folder.map(|entry| entry.expect("the folder can be listed").path());
    paths.map(|path| path.file_stem().expect("a case is a file").to_string_lossy().into_owned()).collect()
}

/// The code that a case is about.
fn code(case: &str) -> &str {
    match case.rsplit_once('-') {
        Some((code, number)) if number.parse::<usize>().is_ok() => code,
        _ => case,
    }
}

#[test]
fn each_mistake_gives_the_expected_message() {
    let mut differences = Vec::new();
    for case in cases() {
        let path = |extension: &str| PathBuf::from(format!("diagnostics/cases/{case}.{extension}"));
        let json = Some(path("json")).filter(|path| path.exists());
        let generated = generate(&json.unwrap_or_else(|| path("yaml")));
        if !generated.codes.contains(&code(&case)) {
            differences.push(format!("{case} is about something else:\n{}", generated.report));
        }
        differences.extend(compare_file(&path("stderr"), &generated.report));
    }
    assert!(differences.is_empty(), "{}\nIf this is meant, run with BLESS=1.", differences.join("\n"));
}

#[test]
fn each_code_has_a_case() {
    let cases = cases();
    let mut covered: BTreeSet<&str> = cases.iter().map(|case| code(case)).collect();
    // No description leads to it. The tests of `render` show that it is found.
    covered.insert("generator-fault");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/src/diagnostic/problem/code.rs");
    let source = fs::read_to_string(source).expect("the file is part of this repository");
    let mut codes = Codes::default();
    codes.visit_file(&syn::parse_file(&source).expect("the file compiles"));
    assert_eq!(covered, codes.0.iter().map(String::as_str).collect());
}

/// The texts of `Problem::code`.
#[derive(Default)]
struct Codes(BTreeSet<String>);

impl<'ast> Visit<'ast> for Codes {
    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if function.sig.ident == "code" {
            syn::visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.0.insert(text.value());
    }
}
