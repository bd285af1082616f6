//! The description drifts: each kind of change is noticed, and the difference names what changed.

mod calls;
mod models;

use serde_yaml::Value;

use crate::pointer::{at, parent};
use crate::reader::{Client, differences};
use crate::repository;

use self::Change::{Remove, Rename, Set, Swap};

/// What is done to the description; places are JSON Pointers, values are YAML.
enum Change {
    /// A value, new or in place of another; `-` is the place after a list's last item.
    Set(&'static str, &'static str),
    /// A key is called something else.
    Rename(&'static str, &'static str),
    Remove(&'static str),
    Swap(&'static str, &'static str),
}

/// What is changed, how, and what the difference names.
type Mutant = (&'static str, Change, &'static str);

#[test]
fn each_change_of_the_description_is_named() {
    let client = Client::parse(&repository::client());
    let mut survivors = Vec::new();
    for (what, change, named) in calls::MUTANTS.iter().chain(models::MUTANTS) {
        let mut description = repository::description();
        change.apply(&mut description);
        let differences = differences(&description, &repository::lock(), &client);
        if !differences.iter().any(|difference| difference.contains(named)) {
            survivors.push(format!("{what}: no difference names {named}, but there are {differences:#?}"));
        }
    }
    assert!(
        survivors.is_empty(),
        "{} of {} changes are missed:\n{}",
        survivors.len(),
        calls::MUTANTS.len() + models::MUTANTS.len(),
        survivors.join("\n")
    );
}

impl Change {
    fn apply(&self, root: &mut Value) {
        match self {
            Set(pointer, yaml) => {
                let value = serde_yaml::from_str(yaml).expect("the value is YAML");
                let (parent, key) = parent(root, pointer);
                match parent {
                    Value::Sequence(items) if key == "-" => items.push(value),
                    Value::Sequence(items) => items[key.parse::<usize>().expect("an item has a number")] = value,
                    _ => _ = parent.as_mapping_mut().expect("it is a mapping").insert(key.into(), value),
                }
            }
            Rename(pointer, name) => {
                let (parent, key) = parent(root, pointer);
                let entries = parent.as_mapping_mut().expect("it is a mapping");
                assert!(entries.contains_key(&key), "{pointer} does not exist");
                let renamed = |(old, value)| if old == key.as_str() { (Value::from(*name), value) } else { (old, value) };
                *entries = std::mem::take(entries).into_iter().map(renamed).collect();
            }
            Remove(pointer) => match parent(root, pointer) {
                (Value::Sequence(items), key) => _ = items.remove(key.parse::<usize>().expect("an item has a number")),
                (parent, key) => {
                    let entries = parent.as_mapping_mut().expect("it is a mapping");
                    entries.shift_remove(key.as_str()).unwrap_or_else(|| panic!("{pointer} does not exist"));
                }
            },
            Swap(one, other) => {
                let (first, second) = (at(root, one).clone(), at(root, other).clone());
                (*at(root, one), *at(root, other)) = (second, first);
            }
        }
    }
}
