//! Changes of a description or of a client, one by one: each is noticed, and a difference names what changed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_yaml::Value;

use crate::pointer::{at, parent};
use crate::reader::{Client, Facts, client, description};
use crate::repository;

/// A change of a description.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    of: Option<String>,
    what: String,
    at: Option<String>,
    set: Option<Value>,
    rename: Option<String>,
    swap: Option<String>,
    remove: Option<String>,
    named: String,
}

/// A change of a client.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Generated {
    of: Option<String>,
    what: String,
    file: String,
    from: String,
    to: String,
    named: String,
}

#[test]
fn each_change_of_the_description_is_named() {
    let mutants: Vec<Described> = read("described");
    let mut samples = Samples::new();
    let outcome = |mutant: &Described| {
        let sample = samples.entry(mutant.of.clone()).or_insert_with_key(Sample::of);
        let mut description = sample.description.clone();
        mutant.apply(&mut description);
        let after = description::facts(&description, &sample.record, &sample.said.model_names()).differences(&sample.said);
        survivor(&mutant.what, &mutant.named, &sample.before, &after)
    };
    assert_none(mutants.iter().filter_map(outcome).collect(), mutants.len());
}

#[test]
fn each_change_of_the_client_is_named() {
    let mutants: Vec<Generated> = read("generated");
    let mut samples = Samples::new();
    let outcome = |mutant: &Generated| {
        let Generated { what, file, from, to, .. } = mutant;
        let sample = samples.entry(mutant.of.clone()).or_insert_with_key(Sample::of);
        let text = sample.files.get(file).unwrap_or_else(|| panic!("{what}: there is no {file}"));
        assert!(text.contains(from), "{what}: {file} does not say {from}");
        let mut client = sample.client.clone();
        client.replace(file, &text.replacen(from, to, 1));
        survivor(what, &mutant.named, &sample.before, &sample.differences(&client))
    };
    assert_none(mutants.iter().filter_map(outcome).collect(), mutants.len());
}

#[test]
fn a_file_too_many_or_too_few_is_named() {
    let whole = Sample::of(&None);
    for (path, file) in &whole.client.0 {
        let mut client = whole.client.clone();
        client.0.remove(path);
        assert_ne!(whole.differences(&client), [""; 0], "without {path}");
        let other = path.replace(".rs", "_other.rs");
        let mut client = whole.client.clone();
        client.0.insert(other.clone(), file.clone());
        let differences = whole.differences(&client);
        let is_named = differences.iter().any(|difference| difference.contains(&format!("file `{other}`")));
        assert!(is_named, "{other}: {differences:#?}");
    }
}

/// What is changed: a golden case, or the repository's own.
struct Sample {
    description: Value,
    described: Facts,
    record: String,
    files: repository::Files,
    client: Client,
    said: Facts,
    /// The differences without a change: what the reader does not know yet.
    before: Vec<String>,
}

type Samples = BTreeMap<Option<String>, Sample>;

impl Sample {
    fn of(case: &Option<String>) -> Self {
        let (description, record, files) = match case {
            Some(case) => (repository::case_description(case), String::new(), repository::case(case)),
            None => (repository::description(), repository::record(), repository::client()),
        };
        let client = Client::parse(&files);
        let said = client::facts(&client);
        let described = description::facts(&description, &record, &said.model_names());
        let before = described.differences(&said);
        Self { description, described, record, files, client, said, before }
    }

    fn differences(&self, client: &Client) -> Vec<String> {
        self.described.differences(&client::facts(client))
    }
}

/// Reads one of the lists beside this file.
pub(crate) fn read<T: DeserializeOwned>(name: &str) -> T {
    let text = repository::read(format!("tests/consistency/mutants/{name}.yaml"));
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}.yaml: {error}"))
}

/// What is said of a change if no difference that was not there before names it.
fn survivor(what: &str, named: &str, before: &[String], after: &[String]) -> Option<String> {
    let new: Vec<&String> = after.iter().filter(|difference| !before.contains(difference)).collect();
    let is_named = new.iter().any(|difference| difference.contains(named));
    (!is_named).then(|| format!("{what}: no difference names {named}, but there are {new:#?}"))
}

fn assert_none(survivors: Vec<String>, count: usize) {
    println!("{count} changes");
    assert!(survivors.is_empty(), "{} of {count} changes are missed:\n{}", survivors.len(), survivors.join("\n"));
}

impl Described {
    fn apply(&self, root: &mut Value) {
        if let Some(pointer) = &self.remove {
            match parent(root, pointer) {
                (Value::Sequence(items), key) => _ = items.remove(key.parse::<usize>().expect("an item has a number")),
                (parent, key) => {
                    let entries = parent.as_mapping_mut().expect("it is a mapping");
                    entries.shift_remove(key.as_str()).unwrap_or_else(|| panic!("{pointer} does not exist"));
                }
            }
            return;
        }
        let pointer = self.at.as_deref().unwrap_or_else(|| panic!("{}: where?", self.what));
        if let Some(other) = &self.swap {
            let (first, second) = (at(root, pointer).clone(), at(root, other).clone());
            (*at(root, pointer), *at(root, other)) = (second, first);
        } else if let Some(name) = &self.rename {
            let (parent, key) = parent(root, pointer);
            let entries = parent.as_mapping_mut().expect("it is a mapping");
            assert!(entries.contains_key(&key), "{pointer} does not exist");
            let renamed = |(old, value)| if old == key.as_str() { (Value::from(name.as_str()), value) } else { (old, value) };
            *entries = std::mem::take(entries).into_iter().map(renamed).collect();
        } else {
            let value = self.set.clone().unwrap_or_else(|| panic!("{}: what becomes of it?", self.what));
            let (parent, key) = parent(root, pointer);
            match parent {
                Value::Sequence(items) if key == "-" => items.push(value),
                Value::Sequence(items) => items[key.parse::<usize>().expect("an item has a number")] = value,
                _ => _ = parent.as_mapping_mut().expect("it is a mapping").insert(key.into(), value),
            }
        }
    }
}
