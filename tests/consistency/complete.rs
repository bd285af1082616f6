//! The client says what the description says, no more and no less.

use serde_yaml::Value;

use crate::reader::{Client, client, description};
use crate::{repository, shop};

#[test]
fn the_client_says_what_the_description_says() {
    let described = description::facts(&repository::description(), &repository::lock());
    let differences = described.differences(&client::facts(&Client::parse(&repository::client())));
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    println!("the description and the client agree about {} things", described.len());
}

#[test]
fn another_client_says_what_its_description_says() {
    let described = description::facts(&shop::description(), "");
    let differences = described.differences(&client::facts(&Client::parse(&shop::client())));
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    for place in ["path", "query", "header", "cookie", "property", "body"] {
        let is_compared = described.calls.values().any(|call| call.inputs.keys().any(|key| key.starts_with(place)));
        assert!(is_compared, "no {place} is compared");
    }
}

#[test]
fn nothing_of_the_description_is_passed_over() {
    let root = repository::description();
    let said = client::facts(&Client::parse(&repository::client()));
    let schemas = &root["components"]["schemas"];
    let (properties, values) = (entries_of("properties", schemas), entries_of("enum", schemas));
    let (operations, variants) = (count("operationId", &root["paths"]), count("x-variants", &root["paths"]));
    assert!(operations > 5 && properties > 30 && values > 20, "the description holds {operations}, {properties}, {values}");
    assert_eq!(said.calls.len(), operations - variants + entries_of("calls", &root["paths"]));
    let models = || said.models.values();
    assert_eq!(models().map(|model| model.properties.len()).sum::<usize>(), properties);
    assert_eq!(models().map(|model| model.values.len()).sum::<usize>(), values);
    for property in models().flat_map(|model| model.properties.values()) {
        assert!(![&property.ty, &property.read, &property.written, &property.given].contains(&&String::new()), "{property:?}");
    }
}

/// How often a key is used.
fn count(key: &str, value: &Value) -> usize {
    match value {
        Value::Mapping(entries) => entries.iter().map(|(name, inner)| usize::from(name == key) + count(key, inner)).sum(),
        Value::Sequence(items) => items.iter().map(|item| count(key, item)).sum(),
        _ => 0,
    }
}

/// How many entries or items all values of a key have together.
fn entries_of(key: &str, value: &Value) -> usize {
    match value {
        Value::Mapping(entries) => {
            let own = entries.get(key).map_or(0, |inner| match inner {
                Value::Mapping(entries) => entries.len(),
                Value::Sequence(items) => items.len(),
                _ => 0,
            });
            own + entries.values().map(|inner| entries_of(key, inner)).sum::<usize>()
        }
        Value::Sequence(items) => items.iter().map(|item| entries_of(key, item)).sum(),
        _ => 0,
    }
}
