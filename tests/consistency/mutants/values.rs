//! Every value of the description that is changed, and every entry of it that is removed, is noticed.

use serde_yaml::{Mapping, Value};

use crate::reader::{Client, client, description};
use crate::repository::{self, Files};
use crate::shop;

/// What the client does not follow: changes whose names contain both texts, and why.
const FREE: [(&str, &str, &str); 15] = [
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
    ("~1job~1/post/responses/200", "/oneOf is removed", "each variant has a response of its own"),
    ("Status/type", " is removed", "listed values have a type anyway"),
    ("PlanCircle/type", " is removed", "listed values have a type anyway"),
    ("ServiceType/type", " is removed", "listed values have a type anyway"),
    ("JobSource/type", " is removed", "listed values have a type anyway"),
];

/// What the client of the shop does not follow.
const FREE_OF_SHOP: [(&str, &str, &str); 14] = [
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
    ("~1health/post/responses/200", "/oneOf is removed", "each variant has a response of its own"),
    ("Level/type", " is removed", "listed values have a type anyway"),
    ("Colour/type", " is removed", "listed values have a type anyway"),
];

/// What the clients of golden cases do not follow.
const FREE_OF_CASES: [(&str, &str, &str); 9] = [
    ("/openapi", " is changed", "the version of the format"),
    ("/responses/2", "/description ", "a success speaks for itself"),
    ("cookie_styles", "/parameters/1/explode", "a cookie has one way only in this style"),
    ("pagination", "/x-pagination/limit is removed", "the calls that page leave it alone"),
    ("pagination", "/schema/format is removed", "an integer has 64 bits anyway"),
    ("/required/", " is moved", "the order of properties is that of `properties`"),
    ("/type/", " is moved", "the types of a value have no order"),
    ("query_styles", "/parameters/6/explode", "a deep object has one way only"),
    ("query_styles", "/parameters/7/explode", "a deep object has one way only"),
];

#[test]
fn every_value_of_the_description_counts() {
    assert_every_value_counts(&[("", repository::description(), repository::lock(), repository::client())], &FREE);
}

#[test]
fn every_value_of_another_description_counts() {
    assert_every_value_counts(&[("", shop::description(), String::new(), shop::client())], &FREE_OF_SHOP);
}

#[test]
fn every_value_of_golden_cases_counts() {
    let sample = |case| (case, repository::case_description(case), String::new(), repository::case(case));
    assert_every_value_counts(&super::SWEPT_CASES.map(sample), &FREE_OF_CASES);
}

fn assert_every_value_counts(samples: &[(&str, Value, String, Files)], free: &[(&str, &str, &str)]) {
    let (mut count, mut survivors) = (0, Vec::new());
    for (name, described, lock, client) in samples {
        let said = client::facts(&Client::parse(client));
        assert_eq!(description::facts(described, lock).differences(&said), [""; 0], "without a change there is no difference");
        let mutants = mutants(described, name);
        count += mutants.len();
        let survives = |mutant: &Mutant| description::facts(&mutant.value, lock).agrees(&said);
        survivors.extend(mutants.into_iter().filter(survives).map(|mutant| mutant.what));
    }
    let is_free = |what: &str, (one, other, _): &(&str, &str, &str)| what.contains(one) && what.contains(other);
    let missed: Vec<&str> =
        survivors.iter().map(String::as_str).filter(|what| !free.iter().any(|free| is_free(what, free))).collect();
    println!("{count} mutants of the description, {} of them free", survivors.len() - missed.len());
    assert!(count > 500, "the description has more values than that");
    assert!(missed.is_empty(), "{} of {count} mutants survive:\n{}", missed.len(), missed.join("\n"));
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
