//! What callers depend on stays as it is recorded, although the description is put in another order.

use clientsmith::names::method_path::group_of_method;
use clientsmith::record::{Adoption, Kind, Record};
use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::tree::Tree;
use clientsmith::{Input, generate};

/// Generates from a description and the record of an earlier run.
fn generated(rest: &str, record: Option<Record>) -> Tree {
    let text = format!("openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\nservers: [{{url: https://api.example.com}}]\n{rest}\n");
    let settings = Settings::new("openapi.yaml");
    let description = Description::of_text(&settings.description, &text);
    let outcome = generate(&Input {
        settings,
        settings_file: None,
        description,
        files: Vec::new(),
        record: record.unwrap_or_default(),
        adoption: Adoption::default(),
    });
    outcome.tree.expect("the description has no errors")
}

/// The record of a tree, as the next run reads it.
fn record(tree: &Tree) -> Record {
    Record::parse(&tree.files()[Record::FILE]).expect("what was written can be read")
}

/// The arguments of the constructor of `Pet`.
fn arguments(schemas: &str, earlier: Option<Record>) -> (String, Record) {
    let tree = generated(&format!("components: {{schemas: {schemas}}}"), earlier);
    let mut files = tree.files().iter();
    let (_, pet) = files.find(|(path, _)| path.as_str().ends_with("/pet.rs")).expect("the model is there");
    let signature = pet.split("pub fn new(").nth(1).and_then(|rest| rest.split(')').next()).expect("it can be constructed");
    let arguments = signature.split(',').filter_map(|argument| argument.trim().split(':').next());
    (arguments.filter(|argument| !argument.is_empty()).collect::<Vec<_>>().join(", "), record(&tree))
}

/// The methods of some operations, each given as a path and what its `get` says: `/pets: a.pets`.
fn methods(operations: &[(&str, &str)], earlier: Option<Record>) -> (Vec<String>, Record) {
    described(operations, "[]", earlier)
}

/// The same, beside what the description says of its tags.
fn described(operations: &[(&str, &str)], tags: &str, earlier: Option<Record>) -> (Vec<String>, Record) {
    let operation = |(path, said): &(&str, &str)| {
        let tag = if said.contains("tags:") { "" } else { "tags: [a], " };
        format!("{path}: {{get: {{{tag}{said}, responses: {{'204': {{description: Done.}}}}}}}}")
    };
    let paths: Vec<String> = operations.iter().map(operation).collect();
    let tree = generated(&format!("tags: {tags}\npaths: {{{}}}", paths.join(", ")), earlier);
    let record = record(&tree);
    let calls = record.of_kind(Kind::Method).filter(|item| item.key.words().len() == 2);
    let call = |path: &str| {
        let method = path.rsplit("::").next()?;
        Some(group_of_method(path).map_or(method.to_owned(), |group| format!("{group}.{method}")))
    };
    let method = |words: Vec<String>, path: &str| Some(format!("{}: {}", words[1], call(path)?));
    let methods = calls.filter(|item| item.key.words()[0] == "GET").filter_map(|item| method(item.key.words(), &item.path));
    (methods.collect(), record)
}

#[test]
fn constructors_keep_their_order() {
    let pet = |required: &str, properties: &str| {
        let properties: Vec<String> = properties.split(' ').map(|name| format!("{name}: {{type: string}}")).collect();
        format!("{{Pet: {{type: object, required: [{required}], properties: {{{}}}}}}}", properties.join(", "))
    };
    let (first, record) = arguments(&pet("name, owner", "name owner"), None);
    assert_eq!(first, "name, owner");
    let reordered = pet("owner, name, age", "owner age name");
    let (second, record) = arguments(&reordered, Some(record));
    assert_eq!(second, "name, owner, age");
    assert_eq!(arguments(&reordered, Some(record)).0, second);
    assert_ne!(arguments(&reordered, None).0, second);
}

const PETS: (&str, &str) = ("/pets", "operationId: pets");
const OTHER: (&str, &str) = ("/other", "operationId: Pets");

#[test]
fn a_new_operation_of_a_similar_name_does_not_take_a_recorded_method() {
    let (recorded, other) = (("/pets", "operationId: allPets"), ("/other", "operationId: AllPets"));
    let (_, record) = methods(&[recorded], None);
    let (kept, record) = methods(&[other, recorded], Some(record));
    assert_eq!(kept, ["/other: a.all_pets_2", "/pets: a.all_pets"]);
    assert_eq!(methods(&[other, recorded], Some(record)).0, kept);
    assert_eq!(methods(&[other, recorded], None).0, ["/other: a.all_pets", "/pets: a.all_pets_2"]);
}

#[test]
fn a_recorded_method_keeps_its_name_before_one_that_needs_no_change() {
    let (_, record) = methods(&[OTHER], None);
    assert_eq!(methods(&[PETS, OTHER], Some(record)).0, ["/other: a.pets", "/pets: a.pets_2"]);
    assert_eq!(methods(&[OTHER, PETS], None).0, ["/other: a.pets_2", "/pets: a.pets"]);
}

#[test]
fn a_recorded_method_with_a_number_keeps_it() {
    let (numbered, record) = methods(&[PETS, OTHER], None);
    assert_eq!(numbered, ["/other: a.pets_2", "/pets: a.pets"]);
    assert_eq!(methods(&[OTHER], Some(record)).0, ["/other: a.pets_2"]);
}

#[test]
fn a_method_keeps_its_name_unless_the_description_gives_it_another_one() {
    let (_, record) = methods(&[PETS], None);
    assert_eq!(methods(&[("/pets", "operationId: animals")], Some(record.clone())).0, ["/pets: a.pets"]);
    assert_eq!(methods(&[("/pets", "operationId: pets, x-clientsmith: {name: animals}")], Some(record)).0, ["/pets: a.animals"]);
}

#[test]
fn a_name_that_the_description_gives_is_kept_before_those_that_are_derived() {
    let named = ("/pets", "operationId: foo, x-clientsmith: {name: list}");
    let (_, record) = methods(&[named], None);
    assert_eq!(methods(&[("/other", "operationId: list"), named], Some(record)).0, ["/other: a.list_2", "/pets: a.list"]);
}

#[test]
fn an_id_that_becomes_another_call_s_moves_no_name() {
    let (_, record) = methods(&[PETS], None);
    let renamed = ("/pets", "operationId: allPets");
    let (moved, record) = methods(&[renamed, ("/other", "operationId: pets")], Some(record));
    assert_eq!(moved, ["/other: a.pets_2", "/pets: a.pets"]);
    // What the description itself says goes first.
    let explicit = ("/other", "operationId: pets, x-clientsmith: {name: pets}");
    assert_eq!(methods(&[renamed, explicit], Some(record)).0, ["/other: a.pets", "/pets: a.all_pets"]);
}

#[test]
fn of_operations_with_one_id_the_first_is_named_by_it() {
    let same = ("/cats", "operationId: pets");
    let spaced = ("/dogs", "operationId: ' pets '");
    let (named, record) = methods(&[PETS, same, spaced], None);
    assert_eq!(named, ["/cats: a.get_cats", "/dogs: a.get_dogs", "/pets: a.pets"]);
    assert_eq!(methods(&[spaced, same, PETS], Some(record.clone())).0, named);
    assert_eq!(methods(&[same, ("/other", "operationId: others"), PETS], Some(record.clone())).0[0], "/cats: a.get_cats");
    assert_eq!(methods(&[same], Some(record)).0, ["/cats: a.get_cats"]);
    let grouped = ("/cats", "tags: [b], operationId: pets");
    assert_eq!(methods(&[PETS, grouped], None).0, ["/cats: b.get_cats", "/pets: a.pets"]);
}

#[test]
fn an_operation_with_a_recorded_id_keeps_its_method_from_new_ones_with_the_same_id() {
    let new = ("/cats", "operationId: pets");
    let (_, record) = methods(&[PETS], None);
    let (named, record) = methods(&[new, PETS], Some(record));
    assert_eq!(named, ["/cats: a.get_cats", "/pets: a.pets"]);
    assert_eq!(methods(&[PETS, new], Some(record.clone())).0, named);
    assert_eq!(methods(&[new, PETS], Some(record)).0, named);
}

#[test]
fn groups_keep_their_modules() {
    let old = ("/pets", "tags: [pets], operationId: list");
    let new = ("/other", "tags: [Pets], operationId: all");
    let (_, record) = methods(&[old], None);
    let (kept, record) = methods(&[new, old], Some(record));
    assert_eq!(kept, ["/other: pets_2.all", "/pets: pets.list"]);
    assert_eq!(methods(&[old, new], Some(record.clone())).0, kept);
    assert_eq!(methods(&[new], Some(record)).0, ["/other: pets_2.all"]);
    let (_, record) = methods(&[("/pets", "tags: [], operationId: pets")], None);
    let (kept, _) = methods(&[new, ("/pets", "tags: [], operationId: pets")], Some(record));
    assert_eq!(kept, ["/other: pets_2.all", "/pets: pets"]);
}

#[test]
fn operations_stay_in_the_group_of_a_tag_that_has_another_name_in_rust() {
    let tags = "[{name: pets, x-clientsmith: {name: animals}}]";
    let (first, record) = described(&[("/pets", "tags: [pets, zoo], operationId: list")], tags, None);
    assert_eq!(first, ["/pets: animals.list"]);
    assert_eq!(described(&[("/pets", "tags: [zoo, pets], operationId: list")], tags, Some(record)).0, first);
    let (first, record) = methods(&[("/pets", "tags: [clone, zoo], operationId: list")], None);
    assert_eq!(first, ["/pets: clone_2.list"]);
    assert_eq!(methods(&[("/pets", "tags: [zoo, clone], operationId: list")], Some(record)).0, first);
}

#[test]
fn types_of_a_kept_method_are_named_first() {
    let text = |tree: &Tree, file: &str| {
        let mut files = tree.files().iter();
        files.find(|(path, _)| path.as_str().ends_with(file)).map(|(_, text)| text.clone()).expect("the call is there")
    };
    let call = |path: &str, id: &str| {
        format!("{path}: {{get: {{tags: [a], operationId: {id}, responses: {{'204': {{description: Done.}}}}}}}}")
    };
    let first = generated(&format!("paths: {{{}}}", call("/pets", "foo_1")), None);
    assert!(text(&first, "/foo_1.rs").contains("pub struct Foo1Request"));
    let paths = format!("paths: {{{}, {}}}", call("/other", "foo1"), call("/pets", "foo_1"));
    let second = generated(&paths, Some(record(&first)));
    assert!(text(&second, "/foo_1.rs").contains("pub struct Foo1Request {"));
}

#[test]
fn calls_without_a_feature_stay_without() {
    let untagged = ("/pets", "tags: [], operationId: pets");
    let (_, record) = methods(&[untagged], None);
    let (_, record) = methods(&[untagged, ("/other", "tags: [others], operationId: list")], Some(record));
    let features: Vec<_> = record.of_kind(Kind::Feature).map(|item| &item.path).collect();
    assert!(features.contains(&&"others".to_owned()) && !features.contains(&&"untagged".to_owned()), "{features:?}");
}
