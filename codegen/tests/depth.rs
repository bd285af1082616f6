//! Descriptions as deep and as long as they may be: no stack overflows in a thread of ordinary size, and no time is squared.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use clientsmith::diagnostic::Problem;
use clientsmith::limits::{Limit, Limits};
use clientsmith::record::{Adoption, Record};
use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::{Input, generate};

const HEAD: &str =
    "openapi: 3.1.0\ninfo: {title: Deep, version: '1'}\nservers: [{url: 'https://deep.example'}]\ncomponents:\n  schemas:\n";

/// Generates in this thread, which has the two megabytes that threads have, and tells the codes of what is wrong.
#[track_caller]
fn codes(schemas: &str) -> Vec<&'static str> {
    let before = work();
    let start = Instant::now();
    let description = Description::of_text("openapi.yaml", &format!("{HEAD}{schemas}"));
    let settings = Settings::new("openapi.yaml");
    let outcome = generate(&Input {
        settings,
        settings_file: None,
        description,
        files: Vec::new(),
        record: Record::default(),
        adoption: Adoption::default(),
    });
    let mut codes: Vec<_> = outcome.diagnostics.iter().map(|found| found.report.code).collect();
    assert_eq!(outcome.tree.is_some(), !outcome.diagnostics.has_errors());
    codes.dedup();
    // Measured by other work beside it, so that only what the description costs can fail, and not a slow machine.
    let (elapsed, patience) = (start.elapsed(), PATIENCE * (before + work()));
    assert!(elapsed < patience, "{elapsed:?} is more than {patience:?}");
    codes
}

/// How many times as long as [`work`] before and after it the generator may take: some 90 s where that takes 0.02 s. What is squared takes
/// longer.
const PATIENCE: u32 = 2_000;

/// How long a fixed amount of work takes.
fn work() -> Duration {
    let start = Instant::now();
    let texts: BTreeMap<u64, String> =
        (0..50_000_u64).map(|number| (number.wrapping_mul(0x9e37_79b9_7f4a_7c15), number.to_string())).collect();
    assert_eq!(texts.len(), 50_000);
    start.elapsed()
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
fn alternatives_beside_one_another() {
    let wide = |alternative: &dyn Fn(usize) -> String| {
        let alternatives: Vec<String> = (0..5_000).map(alternative).collect();
        format!("    A: {{oneOf: [{}]}}\n", alternatives.join(", "))
    };
    let with_key = |number| format!("{{type: object, required: [k{number}], properties: {{k{number}: {{type: string}}}}}}");
    let with_tag = |number| format!("{{type: object, required: [t], properties: {{t: {{enum: [v{number}, w{number}]}}}}}}");
    let optional = |number| format!("{{type: object, properties: {{k{number}: {{type: string}}}}}}");
    let lists = |number| format!("{{type: array, items: {}}}", with_key(number));
    for alternative in [&with_key as &dyn Fn(usize) -> String, &with_tag, &optional, &lists] {
        assert_eq!(codes(&wide(alternative)), [""; 0]);
    }
}

#[test]
fn lists_of_themselves_as_alternatives() {
    let list =
        |name: &str, items: &str| format!("    {name}: {{type: array, items: {{$ref: '#/components/schemas/{items}'}}}}\n");
    let union = "    U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\n";
    assert_eq!(codes(&(list("A", "A") + &list("B", "B") + union)), ["indistinct-variants"]);
    assert_eq!(codes(&(list("A", "B") + &list("B", "A") + union)), ["indistinct-variants"]);
}

#[test]
fn properties_beside_one_another() {
    let names: Vec<String> = (0..10_000).map(|number| format!("k{number}")).collect();
    let constants: Vec<String> = names.iter().map(|name| format!("{name}: {{const: x}}")).collect();
    let object = format!("{{type: object, required: [{}], properties: {{{}}}}}", names.join(", "), constants.join(", "));
    assert_eq!(codes(&format!("    A: {{oneOf: [{object}, {object}]}}\n")), ["indistinct-variants"]);
}

#[test]
fn names_that_are_one_in_rust() {
    let marks = |number: usize| (0..15).map(|bit| if number >> bit & 1 == 1 { '_' } else { '.' }).collect::<String>();
    let schemas: Vec<String> =
        (0..5_000).map(|number| format!("    'A{}B': {{type: object, properties: {{a: {{}}}}}}\n", marks(number))).collect();
    assert_eq!(codes(&schemas.concat()), ["name-collision"]);
}

#[test]
fn references_to_what_is_not_there() {
    let schemas: Vec<String> =
        (0..20_000).map(|number| format!("    A{number}: {{$ref: '#/components/schemas/B{number}'}}\n")).collect();
    assert_eq!(codes(&schemas.concat()), ["dangling-reference"]);
}

#[test]
fn extensions_beside_one_another() {
    let members: Vec<String> =
        (1..5_000).map(|number| format!("{{type: object, properties: {{k: {{type: string, maxLength: {number}}}}}}}")).collect();
    assert_eq!(codes(&format!("    A: {{allOf: [{}]}}\n", members.join(", "))), [""; 0]);
}

#[test]
fn texts_of_more_than_the_bounds() {
    let generate_within = |limit: Limit, schemas: &str| {
        let settings = Settings { limits: Limits::default().with(limit, 1), ..Settings::new("openapi.yaml") };
        let mut files = BTreeMap::from([("openapi.yaml".to_owned(), format!("{HEAD}{schemas}").into_bytes())]);
        let description = Description::read("openapi.yaml", &[], &settings.limits, &mut files);
        generate(&Input {
            settings,
            settings_file: None,
            description,
            files: Vec::new(),
            record: Record::default(),
            adoption: Adoption::default(),
        })
    };
    let schemas = chain(1_000, |next| format!("{{type: object, required: [n], properties: {{n: {next}}}}}"));
    let too_much = |limit| vec![Problem::TooMuch { limit, bound: 1 }.report()];
    for (limit, schemas) in [(Limit::Megabytes, schemas.clone() + &" ".repeat(1 << 20)), (Limit::OutputMegabytes, schemas)] {
        let outcome = generate_within(limit, &schemas);
        let reports: Vec<_> = outcome.diagnostics.iter().map(|found| found.report.clone()).collect();
        assert!(outcome.tree.is_none());
        assert_eq!(reports, too_much(limit));
    }
}

#[test]
fn what_references_repeat() {
    let text = "x".repeat(100_000);
    let operations: Vec<String> = (0..3_000)
        .map(|number| format!("  /a{number}: {{get: {{responses: {{'200': {{$ref: '#/components/responses/R'}}}}}}}}\n"))
        .collect();
    let responses = format!("  responses: {{R: {{description: '{text}'}}}}\npaths:\n{}", operations.concat());
    assert_eq!(codes(&format!("    A: {{type: string}}\n{responses}")), ["too-much"]);
    let alternatives: Vec<String> = (0..1_000)
        .map(|number| format!("{{type: object, required: [k{number}], properties: {{k{number}: {{type: string}}}}}}"))
        .collect();
    let unions: Vec<String> = (0..1_000)
        .map(|number| format!("    U{number}: {{oneOf: [{{$ref: '#/components/schemas/X/properties/u'}}, {{type: string}}]}}\n"))
        .collect();
    let shared =
        format!("    X: {{type: object, properties: {{u: {{oneOf: [{}]}}}}}}\n{}", alternatives.join(", "), unions.concat());
    assert_eq!(codes(&shared), ["too-much"]);
}

#[test]
fn problems_below_a_long_name() {
    let properties: Vec<String> = (0..2_000).map(|number| format!("p{number}: {{type: string, colour: red}}")).collect();
    let name = "k".repeat(100_000);
    assert_eq!(
        codes(&format!("    ? {name}\n    : {{type: object, properties: {{{}}}}}\n", properties.join(", "))),
        ["unknown-key"]
    );
}

#[test]
fn values_beside_one_another() {
    let listed = |count: usize| {
        let values: Vec<String> = (0..count).map(|number| format!("v{number}")).collect();
        format!("    A: {{type: string, enum: [{}]}}\n", values.join(", "))
    };
    assert_eq!(codes(&listed(5_000)), [""; 0]);
    // It would take rustc longer than the generator.
    assert_eq!(codes(&listed(20_000)), ["unsupported"]);
    assert_eq!(codes(&listed(20_000).replace('v', "").replace("string", "integer")), ["unsupported"]);
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
    assert_eq!(codes(&reversed.concat()), ["many-parts"]);
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
