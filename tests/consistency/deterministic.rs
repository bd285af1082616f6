//! One description, one client: whatever the time, the number of threads, or an order that means nothing.

use std::collections::BTreeMap;

use clientsmith::record::{Adoption, Record};
use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::{Input, generate};
use rayon::ThreadPoolBuilder;
use serde_yaml::Value;

use crate::pointer::at;
use crate::repository;

#[test]
fn two_runs_agree() {
    let description = repository::description();
    assert_eq!(changed(&generated(&description), &generated(&description)), [""; 0]);
}

#[test]
fn the_number_of_threads_does_not_show() {
    let description = repository::description();
    let with = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        pool.install(|| generated(&description))
    };
    let alone = with(1);
    for threads in [2, 3, 16] {
        assert_eq!(changed(&alone, &with(threads)), [""; 0], "{threads} threads");
    }
}

#[test]
fn reordering_changes_the_files_that_bear_the_order() {
    let description = repository::description();
    let files = generated(&description);
    for (pointer, expected) in ORDERS {
        let mut reordered = description.clone();
        reverse(&mut reordered, pointer);
        assert_ne!(serde_yaml::to_string(&reordered).ok(), serde_yaml::to_string(&description).ok(), "{pointer} has an order");
        assert_eq!(changed(&files, &generated(&reordered)), *expected, "after {pointer} was turned round");
    }
}

#[test]
fn inline_schemas_are_named_by_where_they_stand() {
    let description: Value = serde_yaml::from_str(INHERITED).expect("it is YAML");
    let files = generated(&description);
    for name in ["base_state", "base_detail", "later_note", "choice_far", "choice_inner_item"] {
        assert!(files.contains_key(&format!("models/{name}.rs")), "{name} is not among {:?}", files.keys());
    }
    for pointer in ["/components/schemas", "/components/schemas/Later/allOf", "/components/schemas/Later"] {
        let mut reordered = description.clone();
        reverse(&mut reordered, pointer);
        let allowed = if pointer.ends_with("allOf") { vec!["models/later.rs"] } else { vec![] };
        assert_eq!(changed(&files, &generated(&reordered)), allowed, "after {pointer} was turned round");
    }
    let mut reordered = description.clone();
    reverse(&mut reordered, "/components/schemas/Choice/anyOf");
    // The docs say where each stands.
    assert!(files.keys().eq(generated(&reordered).keys()), "alternatives keep their names");
}

/// Schemas that are parts of others by `allOf`, and alternatives without names.
const INHERITED: &str = "
openapi: 3.1.0
info: {title: A, version: '1'}
servers: [{url: https://api.example.com}]
components:
  schemas:
    Early: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {own: {type: string}}}]}
    Base:
      properties:
        state: {enum: [on, off]}
        detail: {properties: {text: {type: string}}}
    Later:
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties: {note: {properties: {by: {type: string}}}}
        - $ref: '#/components/schemas/Early'
    Choice:
      anyOf:
        - {type: object, required: [near], properties: {near: {type: string}}}
        - {type: object, required: [far], properties: {far: {enum: [a, b]}}}
        - {type: array, items: {type: object, required: [inner], properties: {inner: {type: string}}}}
";

/// What is turned round, and the files below `src/generated` that change. An order shows where a reader of the docs or of
/// what is sent would see it, and nowhere else.
const ORDERS: [(&str, &[&str]); 14] = [
    ("", &[]),
    ("/components", &[]),
    ("/components/schemas", &[]),
    ("/components/parameters", &[]),
    ("/components/schemas/Job", &[]),
    ("/components/schemas/Job/required", &[]),
    ("/components/schemas/Job/properties", &["models/job.rs"]),
    ("/components/schemas/JobStatus/enum", &["models/job_status.rs"]),
    ("/paths", &[]),
    ("/paths/~1cloud-function~1", &[]),
    ("/paths/~1cloud-function~1/post", &[]),
    ("/paths/~1cloud-function~1/post/responses", &[]),
    ("/paths/~1cloud-function~1/get/parameters", &["operations/cloud_functions/list.rs"]),
    ("/paths/~1cloud-function~1{name}~1job~1/post/x-clientsmith/variants/calls", &[]),
];

/// The generated files of a description, and its record.
fn generated(description: &Value) -> BTreeMap<String, String> {
    let text = serde_yaml::to_string(description).expect("what was read can be written");
    let settings = Settings::parse(&repository::read("generated-client/clientsmith.toml")).expect("the settings are in order");
    let description = Description::of_text(&settings.description, &text);
    let outcome = generate(&Input {
        settings,
        settings_file: None,
        description,
        files: Vec::new(),
        record: Record::default(),
        adoption: Adoption::default(),
    });
    let tree = outcome.tree.expect("the description has no errors");
    let mut files = BTreeMap::new();
    for (path, text) in tree.files() {
        let path = path.as_str().strip_prefix("src/generated/").or(Some(path.as_str()).filter(|path| *path == Record::FILE));
        files.extend(path.map(|path| (path.to_owned(), text.clone())));
    }
    files
}

/// The files that are not the same on both sides.
fn changed(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let differs = |path: &&String| one.get(*path) != other.get(*path);
    let mut paths: Vec<String> = one.keys().chain(other.keys()).filter(differs).cloned().collect();
    paths.sort_unstable();
    paths.dedup();
    paths
}

/// Turns a mapping or a list round.
fn reverse(root: &mut Value, pointer: &str) {
    match at(root, pointer) {
        Value::Mapping(entries) => {
            let mut pairs: Vec<_> = std::mem::take(entries).into_iter().collect();
            pairs.reverse();
            entries.extend(pairs);
        }
        Value::Sequence(items) => items.reverse(),
        _ => panic!("{pointer} has no order"),
    }
}
