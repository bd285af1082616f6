//! Every value of the description that is changed, and every entry of it that is removed, is noticed.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use crate::reader::{Client, client, description};
use crate::{repository, shop};

/// What the client does not follow: changes whose names contain both texts, and why.
const FREE: [(&str, &str, &str); 10] = [
    ("/openapi", " is changed", "the version of the format"),
    ("/examples", "", "examples are for people"),
    ("/responses/2", "/description ", "a success speaks for itself"),
    ("/x-pagination/limit", " is removed", "the calls that page leave it alone"),
    ("/required/", " is moved", "the order of properties is that of `properties`"),
    ("/type/", " is moved", "the types of a value have no order"),
    ("~1job~1/post/operationId", "", "each variant has a name of its own"),
    ("~1job~1/post/summary", "", "each variant has a summary of its own"),
    ("~1job~1/post/description", "", "each variant has a description of its own"),
    ("/properties/sync/", "", "each variant sends a value of its own"),
];

/// What the client of the shop does not follow.
const FREE_OF_SHOP: [(&str, &str, &str); 11] = [
    ("/openapi", " is changed", "the version of the format"),
    ("/tags/1", "", "no operation bears the tag"),
    ("/responses/2", "/description ", "a success speaks for itself"),
    ("}/parameters/", " is moved", "the order of the path is that of its template"),
    ("/paths/~1orders/get/operationId", "", "`x-rust-name` says it already"),
    ("/paths/~1health/post/operationId", "", "each variant has a name of its own"),
    ("/required/", " is moved", "the order of properties is that of `properties`"),
    ("/required/0", " is removed", "each variant sends the property that decides"),
    ("/type/", " is moved", "the types of a value have no order"),
    ("/parameters/1/schema/format", " is removed", "an integer has 64 bits anyway"),
    ("/explode", "", "a style's own way is the same"),
];

#[test]
fn every_value_of_the_description_counts() {
    assert_every_value_counts(&repository::description(), &repository::lock(), &repository::client(), &FREE);
}

#[test]
fn every_value_of_another_description_counts() {
    assert_every_value_counts(&shop::description(), "", &shop::client(), &FREE_OF_SHOP);
}

fn assert_every_value_counts(described: &Value, lock: &str, client: &BTreeMap<String, String>, free: &[(&str, &str, &str)]) {
    let said = client::facts(&Client::parse(client));
    assert_eq!(description::facts(described, lock).differences(&said), [""; 0], "without a change there is no difference");
    let mutants = mutants(described, "");
    let survives = |mutant: &&Mutant| description::facts(&mutant.value, lock).agrees(&said);
    let survivors: Vec<&str> = mutants.iter().filter(survives).map(|mutant| mutant.what.as_str()).collect();
    let is_free = |what: &str, (one, other, _): &(&str, &str, &str)| what.contains(one) && what.contains(other);
    let missed: Vec<&str> = survivors.iter().copied().filter(|what| !free.iter().any(|free| is_free(what, free))).collect();
    println!("{} mutants of the description, {} of them free", mutants.len(), survivors.len() - missed.len());
    assert!(mutants.len() > 500, "the description has more values than that");
    assert!(missed.is_empty(), "{} of {} mutants survive:\n{}", missed.len(), mutants.len(), missed.join("\n"));
    for free in free {
        assert!(survivors.iter().any(|what| is_free(what, free)), "nothing is free because of {free:?}");
    }
}

/// The description after a change.
struct Mutant {
    /// `/info/title is changed`.
    what: String,
    value: Value,
}

/// All that can be done to a value by changing, removing or moving one thing in it.
fn mutants(value: &Value, at: &str) -> Vec<Mutant> {
    let changed = |value: Value| vec![Mutant { what: format!("{at} is changed"), value }];
    match value {
        Value::Mapping(entries) => mapping(entries, at),
        Value::Sequence(items) => sequence(items, at),
        Value::Bool(value) => changed((!value).into()),
        Value::Number(number) => changed((number.as_f64().unwrap_or_default() + 1.0).into()),
        Value::String(text) => changed(format!("{text} other").into()),
        Value::Null | Value::Tagged(_) => changed(1.into()),
    }
}

fn mapping(entries: &Mapping, at: &str) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, (key, value)) in entries.iter().enumerate() {
        let name = key.as_str().expect("the description's keys are texts");
        let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        let with = |entry: Option<(Value, Value)>| {
            let mut pairs: Vec<_> = entries.clone().into_iter().collect();
            pairs.splice(index..=index, entry);
            Value::Mapping(Mapping::from_iter(pairs))
        };
        let inner = self::mutants(value, &at).into_iter();
        mutants.extend(inner.map(|mutant| Mutant { value: with(Some((key.clone(), mutant.value))), ..mutant }));
        let renamed = with(Some((format!("{name}_other").into(), value.clone())));
        mutants.push(Mutant { what: format!("{at} is renamed"), value: renamed });
        mutants.push(Mutant { what: format!("{at} is removed"), value: with(None) });
    }
    mutants
}

fn sequence(items: &[Value], at: &str) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, value) in items.iter().enumerate() {
        let at = format!("{at}/{index}");
        let with = |item: Option<Value>| {
            let mut items = items.to_vec();
            items.splice(index..=index, item);
            Value::Sequence(items)
        };
        let inner = self::mutants(value, &at).into_iter();
        mutants.extend(inner.map(|mutant| Mutant { value: with(Some(mutant.value)), ..mutant }));
        if index > 0 {
            let mut items = items.to_vec();
            items.swap(index - 1, index);
            mutants.push(Mutant { what: format!("{at} is moved"), value: Value::Sequence(items) });
        }
        mutants.push(Mutant { what: format!("{at} is removed"), value: with(None) });
    }
    mutants
}
