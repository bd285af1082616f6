//! `permutations`: the same description in other orders.

use serde_yaml::{Mapping, Value};

/// The seeds of the random orders.
const SEEDS: [u64; 3] = [1, 16, 2026];

/// A description with the entries of every mapping, and the parameters, in other orders: the opposite one, and random ones, which are
/// the same in each run. Its meaning is the same.
pub fn permutations(value: &Value) -> impl Iterator<Item = Value> {
    let reversed = permuted(value, &mut |count| (0..count).rev().collect());
    let shuffled = SEEDS.map(|seed| {
        let mut state = seed;
        permuted(value, &mut |count| shuffled(count, &mut state))
    });
    std::iter::once(reversed).chain(shuffled)
}

fn permuted(value: &Value, order: &mut dyn FnMut(usize) -> Vec<usize>) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let entries: Vec<(&Value, &Value)> = mapping.iter().collect();
            let mut permuted_mapping = Mapping::new();
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

/// Places in a random order (Fisher-Yates).
fn shuffled(count: usize, state: &mut u64) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let bound = u64::try_from(last + 1).expect("a place is a small number");
        let other = usize::try_from(random(state) % bound).expect("it is less than the bound");
        places.swap(last, other);
    }
    places
}

/// The next random number (SplitMix64).
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
