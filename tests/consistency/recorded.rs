//! What callers depend on stays as the lock records it, although the description is put in another order.

use clientsmith::settings::Settings;
use clientsmith::source::Description;
use clientsmith::tree::Lock;
use clientsmith::{Input, generate};

fn generated(schemas: &str, lock: Option<Lock>) -> (String, Lock) {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\nservers: [{{url: https://api.example.com}}]\ncomponents: {{schemas: {schemas}}}\n"
    );
    let settings = Settings::new("openapi.yaml");
    let description = Description::of_text(&settings.description, &text);
    let outcome = generate(&Input { settings, settings_file: None, description, files: Vec::new(), lock });
    let tree = outcome.tree.expect("the description has no errors");
    let lock = Lock::parse(&tree.lock().to_string()).expect("what was written can be read");
    let mut files = tree.files().iter();
    let (_, pet) = files.find(|(path, _)| path.as_str().ends_with("/pet.rs")).expect("the model is there");
    let signature = pet.split("pub fn new(").nth(1).and_then(|rest| rest.split(')').next()).expect("it can be constructed");
    let arguments = signature.split(',').filter_map(|argument| argument.trim().split(':').next());
    (arguments.filter(|argument| !argument.is_empty()).collect::<Vec<_>>().join(", "), lock)
}

#[test]
fn constructors_keep_their_order() {
    let pet = |required: &str, properties: &str| {
        let properties: Vec<String> = properties.split(' ').map(|name| format!("{name}: {{type: string}}")).collect();
        format!("{{Pet: {{type: object, required: [{required}], properties: {{{}}}}}}}", properties.join(", "))
    };
    let (first, lock) = generated(&pet("name, owner", "name owner"), None);
    assert_eq!(first, "name, owner");
    let reordered = pet("owner, name, age", "owner age name");
    let (second, lock) = generated(&reordered, Some(lock));
    assert_eq!(second, "name, owner, age");
    assert_eq!(generated(&reordered, Some(lock)).0, second);
    assert_ne!(generated(&reordered, None).0, second);
}
