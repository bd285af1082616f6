//! Descriptions as deep and as long as they may be: no stack overflows in a thread of ordinary size, and no time is squared.

use std::fmt::Write;
use std::time::{Duration, Instant};

use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::{Input, generate};

const HEAD: &str =
    "openapi: 3.1.0\ninfo: {title: Deep, version: '1'}\nservers: [{url: 'https://deep.example'}]\ncomponents:\n  schemas:\n";

/// Generates in this thread, which has the two megabytes that threads have, and tells the codes of what is wrong.
#[track_caller]
fn codes(schemas: &str) -> Vec<&'static str> {
    let start = Instant::now();
    let description = Description::of_text("openapi.yaml", &format!("{HEAD}{schemas}"));
    let settings = Settings::new("openapi.yaml");
    let outcome = generate(&Input { settings, settings_file: None, description, files: Vec::new(), lock: None });
    let mut codes: Vec<_> = outcome.diagnostics.iter().map(|found| found.problem.code()).collect();
    assert_eq!(outcome.tree.is_some(), !outcome.diagnostics.has_errors());
    codes.dedup();
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    codes
}

/// Schemas of which each says something about the next one, and the last is a text.
fn chain(length: usize, link: impl Fn(&str) -> String) -> String {
    let mut schemas = String::new();
    for number in 0..length {
        let next = format!("{{$ref: '#/components/schemas/S{}'}}", number + 1);
        writeln!(schemas, "    S{number}: {}", link(&next)).expect("a text takes any text");
    }
    schemas + &format!("    S{length}: {{type: string}}\n")
}

fn nested(depth: usize, before: &str, after: &str) -> String {
    format!("    A: {}{{type: string}}{}\n", before.repeat(depth), after.repeat(depth))
}

#[test]
fn references_in_a_row() {
    assert_eq!(codes(&chain(50_000, str::to_owned)), [""; 0]);
    let ring =
        chain(50_000, str::to_owned).replace("    S50000: {type: string}", "    S50000: {$ref: '#/components/schemas/S0'}");
    assert_eq!(codes(&ring), ["circular-reference"]);
}

#[test]
fn alternatives_in_a_row() {
    assert_eq!(codes(&chain(10_000, |next| format!("{{oneOf: [{next}]}}"))), [""; 0]);
    assert_eq!(codes(&chain(5_000, |next| format!("{{anyOf: [{next}, {{type: integer}}]}}"))), [""; 0]);
}

#[test]
fn models_in_a_row() {
    assert_eq!(codes(&chain(5_000, |next| format!("{{type: object, required: [n], properties: {{n: {next}}}}}"))), [""; 0]);
    assert_eq!(codes(&chain(5_000, |next| format!("{{type: array, items: {next}}}"))), [""; 0]);
}

#[test]
fn extensions_in_a_row() {
    let extends = |next: &str| format!("{{allOf: [{next}, {{type: object, properties: {{a: {{type: string}}}}}}]}}");
    let objects = |length: usize| {
        let last = format!("    S{length}: ");
        chain(length, extends).replace(&format!("{last}{{type: string}}"), &format!("{last}{{type: object}}"))
    };
    assert_eq!(codes(&objects(245)), [""; 0]);
    // The last of a long chain is met first, and each takes but a step to what is known.
    let reversed: Vec<_> = objects(260).lines().rev().map(|line| format!("{line}\n")).collect();
    assert_eq!(codes(&reversed.concat()), ["long-all-of"]);
}

#[test]
fn schemas_in_one_another() {
    for (before, after, levels) in [
        ("{type: array, items: ", "}", 96),
        ("{type: object, additionalProperties: ", "}", 96),
        ("{oneOf: [{type: integer}, ", "]}", 48),
        ("{allOf: [", "]}", 48),
        ("{type: object, properties: {a: ", "}}", 48),
    ] {
        assert!(!codes(&nested(levels, before, after)).contains(&"too-deep"), "{before}");
        assert!(codes(&nested(levels + 1, before, after)).contains(&"too-deep"), "{before}");
    }
}
