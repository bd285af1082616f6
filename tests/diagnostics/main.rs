//! A mistake in a description gives exactly this message.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use clientsmith::diagnostic::Problem;
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
    // The command line leads to it. The tests of `disk` show its message.
    covered.insert("nothing-to-adopt");
    assert_eq!(covered, Problem::CODES.iter().copied().collect());
    assert_eq!(covered.len(), Problem::CODES.len(), "two problems have the same code");
}
