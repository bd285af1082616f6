//! Models that are nested a thousand deep, or all refer to each other, and large enums: a crate that uses them builds and runs.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use clientsmith::project::{Beginning, Wanted};

use crate::{TEMPORARY, cargo};

/// How long the chain is.
const CHAIN: usize = 1000;

/// How many models stand in the ring.
const RING: usize = 120;

/// How many alternatives a union has, and ten times as many values an enum.
const ALTERNATIVES: usize = 300;

#[test]
fn a_crate_that_uses_a_thousand_nested_models_builds_and_runs() {
    let folder = Path::new(TEMPORARY).join("chains");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).expect("the target folder can be written");
    let write = |path: &str, text: &str| fs::write(folder.join(path), text).expect("the target folder can be written");
    write("openapi.yaml", &description());
    write("Cargo.toml", MANIFEST);
    write("src/main.rs", USE);
    let (description, output) = (folder.join("openapi.yaml"), folder.join("client"));
    let wanted =
        Wanted { description, output, name: Some("chains-client".to_owned()), copy: true, roots: Vec::new(), allow: Vec::new() };
    let beginning = Beginning::of(&wanted).expect("the description can be read");
    beginning.write(&beginning.project().generate()).expect("the description has no errors");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file can be copied");
    let log = cargo(&folder, &["run", "--quiet"]);
    assert!(log.trim().ends_with("all of it"), "{log}");
    assert!(!log.contains("warning"), "{log}");
}

/// A chain of properties, one of lists, one of alternatives, and models that lead to each other in many ways.
fn description() -> String {
    let mut text = String::from(
        "openapi: 3.1.0\ninfo: {title: Chains, version: '1'}\nservers: [{url: https://api.example.com}]\n\
         components:\n  schemas:\n",
    );
    let mut model = |name: String, properties: String| {
        writeln!(text, "    {name}: {{type: object, properties: {{{properties}}}}}").expect("a text takes more text");
    };
    let reference = |name: &str, index: usize| format!("{{$ref: '#/components/schemas/{name}{index}'}}");
    for index in 0..CHAIN {
        let next = if index + 1 < CHAIN { format!("next: {}", reference("Link", index + 1)) } else { String::new() };
        model(format!("Link{index}"), next);
    }
    for index in 0..200 {
        let next = if index < 199 { reference("Level", index + 1) } else { "{type: string}".to_owned() };
        model(format!("Level{index}"), format!("list: {{type: array, items: {next}}}, map: {{additionalProperties: {next}}}"));
        let next = if index < 199 { reference("Choice", index + 1) } else { "{type: string}".to_owned() };
        model(format!("Choice{index}"), format!("next: {{anyOf: [{{type: integer}}, {next}]}}"));
    }
    for index in 0..RING {
        let next = |step: usize| reference("Ring", (index + step) % RING);
        let properties = format!("one: {}, many: {{type: array, items: {}}}, back: {}", next(1), next(7), next(RING - 3));
        model(format!("Ring{index}"), properties);
    }
    for index in 0..ALTERNATIVES {
        writeln!(text, "    Kind{index}: {{type: object, required: [key{index}], properties: {{key{index}: {{type: string}}}}}}")
            .expect("a text takes more text");
    }
    let kinds: Vec<String> = (0..ALTERNATIVES).map(|index| reference("Kind", index)).collect();
    let values: Vec<String> = (0..10 * ALTERNATIVES).map(|index| format!("value {index}")).collect();
    writeln!(text, "    Kinds: {{anyOf: [{}]}}\n    Values: {{enum: [{}]}}", kinds.join(", "), values.join(", "))
        .expect("a text takes more text");
    text
}

const MANIFEST: &str = r#"[package]
name = "chains"
edition = "2024"

[workspace]
exclude = ["client"]

[dependencies]
chains-client = { path = "client", default-features = false }
"#;

const USE: &str = r##"//! Uses the models as any other crate would: across threads, cloned, compared, printed and dropped.

use chains_client::models::{Choice0, Kinds, Level0, Link0, Link1, Ring0, Ring1, Values};
use chains_client::runtime::{Decode, from_json};

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}{{}}{}", open.repeat(depth), close.repeat(depth))
}

fn used<T: Decode + Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static>(json: &str) {
    let value: T = from_json(json.as_bytes()).expect("it is what the description says");
    let copy = value.clone();
    let copy = std::thread::spawn(move || copy).join().expect("the thread ends");
    assert!(copy == value);
    assert!(format!("{copy:?}").matches('{').count() > 1);
}

fn main() {
    used::<Link0>(&nested(r#"{"next":"#, "}", 100));
    used::<Level0>(&nested(r#"{"list":["#, "]}", 60));
    used::<Choice0>(&nested(r#"{"next":"#, "}", 100));
    used::<Ring0>(r#"{"one":{"back":{"many":[{},{}]}},"many":[{"one":{}}]}"#);
    assert!(Link0::new().next(Link1::new()).next.is_some());
    assert!(Ring0::new().one(Ring1::new()).one.is_some());
    assert!(matches!(from_json(br#"{"key299":"a"}"#), Ok(Kinds::Kind299(_))));
    assert!(matches!(from_json(br#""value 2999""#), Ok(Values::Value2999)));
    println!("all of it");
}
"##;
