//! Every value of the description that is changed, and every entry of it that is removed, is noticed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use crate::reader::{Client, client, description};
use crate::repository::{self, Files};
use crate::shop;

/// What a client does not follow: changes whose names say all of this, and why.
#[derive(Debug, Deserialize)]
struct Free {
    says: Vec<String>,
    #[expect(dead_code, reason = "it is said to people, where a change is no longer free")]
    why: String,
}

#[test]
fn every_value_of_the_description_counts() {
    assert_every_value_counts(&[("", repository::description(), repository::record(), repository::client())], "own");
}

#[test]
fn every_value_of_another_description_counts() {
    assert_every_value_counts(&[("", shop::description(), String::new(), shop::client())], "shop");
}

#[test]
fn every_value_of_golden_cases_counts() {
    let sample = |case| (case, repository::case_description(case), String::new(), repository::case(case));
    assert_every_value_counts(&super::SWEPT_CASES.map(sample), "cases");
}

fn assert_every_value_counts(samples: &[(&str, Value, String, Files)], list: &str) {
    let free: BTreeMap<String, Vec<Free>> = super::listed::read("free");
    let free = &free[list];
    let (mut count, mut survivors) = (0, Vec::new());
    for (name, described, record, client) in samples {
        let said = client::facts(&Client::parse(client));
        let names = said.model_names();
        let before = description::facts(described, record, &names).differences(&said);
        assert_eq!(before, [""; 0], "without a change there is no difference");
        let mutants = mutants(described, name);
        count += mutants.len();
        let survives = |mutant: &Mutant| description::facts(&mutant.value, record, &names).agrees(&said);
        survivors.extend(mutants.into_iter().filter(survives).map(|mutant| mutant.what));
    }
    let is_free = |what: &str, free: &Free| free.says.iter().all(|said| what.contains(said.as_str()));
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
