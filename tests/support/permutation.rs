//! `permutations`: the same description in other orders.

use fastrand::Rng;
use serde_yaml::{Mapping, Value};

/// The seeds of the random orders.
const SEEDS: [u64; 3] = [1, 16, 2026];

/// A description with the entries of every mapping, and the parameters, in other orders: the opposite one, and random ones, which are
/// the same in each run. Its meaning is the same.
pub fn permutations(value: &Value) -> impl Iterator<Item = Value> {
    let reversed = permuted(value, &mut |count| (0..count).rev().collect());
    let shuffled = SEEDS.map(|seed| {
        let mut random = Rng::with_seed(seed);
        permuted(value, &mut |count| {
            let mut places: Vec<usize> = (0..count).collect();
            random.shuffle(&mut places);
            places
        })
    });
    std::iter::once(reversed).chain(shuffled)
}

fn permuted(value: &Value, order: &mut dyn FnMut(usize) -> Vec<usize>) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let entries: Vec<(&Value, &Value)> = mapping.iter().collect();
            let mut permuted_mapping = Mapping::default();
            for place in order(entries.len()) {
                let (key, value) = entries[place];
                let value = match (key.as_str(), value) {
                    (Some("parameters"), Value::Sequence(items)) => {
                        order(items.len()).into_iter().map(|place| permuted(&items[place], order)).collect()
                    }
                    // The first media type of a body is a part of its key, and so may be the first key of an alternative.
                    (Some("content" | "oneOf" | "anyOf"), _) => value.clone(),
                    _ => permuted(value, order),
                };
                permuted_mapping.insert(key.clone(), value);
            }
            Value::Mapping(permuted_mapping)
        }
        Value::Sequence(items) => items.iter().map(|item| permuted(item, order)).collect(),
        other => other.clone(),
    }
}
