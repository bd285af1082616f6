//! What callers depend on stays as the lock records it, although the description is put in another order.

use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::tree::{Lock, Tree};
use clientsmith::{Input, generate};

/// Generates from a description and the lock of an earlier run.
fn generated(rest: &str, lock: Option<Lock>) -> Tree {
    let text = format!("openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\nservers: [{{url: https://api.example.com}}]\n{rest}\n");
    let settings = Settings::new("openapi.yaml");
    let description = Description::of_text(&settings.description, &text);
    let outcome = generate(&Input { settings, settings_file: None, description, files: Vec::new(), lock });
    outcome.tree.expect("the description has no errors")
}

/// The lock of a tree, as the next run reads it.
fn lock(tree: &Tree) -> Lock {
    Lock::parse(&tree.lock().to_string()).expect("what was written can be read")
}

/// The arguments of the constructor of `Pet`.
fn arguments(schemas: &str, earlier: Option<Lock>) -> (String, Lock) {
    let tree = generated(&format!("components: {{schemas: {schemas}}}"), earlier);
    let mut files = tree.files().iter();
    let (_, pet) = files.find(|(path, _)| path.as_str().ends_with("/pet.rs")).expect("the model is there");
    let signature = pet.split("pub fn new(").nth(1).and_then(|rest| rest.split(')').next()).expect("it can be constructed");
    let arguments = signature.split(',').filter_map(|argument| argument.trim().split(':').next());
    (arguments.filter(|argument| !argument.is_empty()).collect::<Vec<_>>().join(", "), lock(&tree))
}

/// The methods of some operations, each given as a path and what its `get` says: `/pets: pets`.
fn methods(operations: &[(&str, &str)], earlier: Option<Lock>) -> (Vec<String>, Lock) {
    let responses = "responses: {'204': {description: Done.}}";
    let paths: Vec<String> =
        operations.iter().map(|(path, said)| format!("{path}: {{get: {{tags: [a], {said}, {responses}}}}}")).collect();
    let tree = generated(&format!("paths: {{{}}}", paths.join(", ")), earlier);
    let lock = lock(&tree);
    let methods = lock.facts.operations.iter().map(|(key, call)| format!("{}: {}", key.path, call.method));
    (methods.collect(), lock)
}

#[test]
fn constructors_keep_their_order() {
    let pet = |required: &str, properties: &str| {
        let properties: Vec<String> = properties.split(' ').map(|name| format!("{name}: {{type: string}}")).collect();
        format!("{{Pet: {{type: object, required: [{required}], properties: {{{}}}}}}}", properties.join(", "))
    };
    let (first, lock) = arguments(&pet("name, owner", "name owner"), None);
    assert_eq!(first, "name, owner");
    let reordered = pet("owner, name, age", "owner age name");
    let (second, lock) = arguments(&reordered, Some(lock));
    assert_eq!(second, "name, owner, age");
    assert_eq!(arguments(&reordered, Some(lock)).0, second);
    assert_ne!(arguments(&reordered, None).0, second);
}

const PETS: (&str, &str) = ("/pets", "operationId: pets");
const OTHER: (&str, &str) = ("/other", "operationId: Pets");

#[test]
fn a_new_operation_of_a_similar_name_does_not_take_a_recorded_method() {
    let (_, lock) = methods(&[PETS], None);
    let (kept, lock) = methods(&[OTHER, PETS], Some(lock));
    assert_eq!(kept, ["/other: pets_2", "/pets: pets"]);
    assert_eq!(methods(&[OTHER, PETS], Some(lock)).0, kept);
    assert_eq!(methods(&[OTHER, PETS], None).0, ["/other: pets", "/pets: pets_2"]);
}

#[test]
fn a_recorded_method_with_a_number_keeps_it() {
    let (numbered, lock) = methods(&[PETS, OTHER], None);
    assert_eq!(numbered, ["/other: pets_2", "/pets: pets"]);
    assert_eq!(methods(&[OTHER], Some(lock)).0, ["/other: pets_2"]);
}

#[test]
fn a_method_follows_a_new_name_of_the_description() {
    let (_, lock) = methods(&[PETS], None);
    assert_eq!(methods(&[("/pets", "operationId: animals")], Some(lock.clone())).0, ["/pets: animals"]);
    assert_eq!(methods(&[("/pets", "operationId: pets, x-rust-name: animals")], Some(lock)).0, ["/pets: animals"]);
}
