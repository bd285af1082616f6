//! Addresses of items: a key, or a path in Rust.

use super::{Item, Kind, Record};

/// How many items are suggested for an address that none has.
const SUGGESTED: usize = 3;

impl Record {
    /// The items of an address: a key, or a path in Rust with or without what precedes it: `my_client::models::Pet::name`.
    /// An argument is addressed by its method.
    ///
    /// # Errors
    ///
    /// Returns the addresses of items that resemble it most, if no item has it.
    pub fn find(&self, address: &str) -> Result<Vec<&Item>, Vec<String>> {
        let address = address.trim();
        let items = || self.items().filter(|item| item.kind != Kind::Argument);
        let found: Vec<&Item> = items().filter(|item| item.key.as_str() == address).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let path = below_crate(address);
        let found: Vec<&Item> = items().filter(|item| item.path == path && item.kind != Kind::Place).collect();
        if found.is_empty() { Err(self.nearest(address)) } else { Ok(found) }
    }

    /// The keys or paths that resemble an address most.
    pub fn nearest(&self, address: &str) -> Vec<String> {
        let is_key = address.contains([' ', '#', '/']);
        let path = below_crate(address);
        let candidates = self.items().filter(|item| item.kind != Kind::Argument && (is_key || item.kind != Kind::Place));
        let mut texts: Vec<&str> = candidates.map(|item| if is_key { item.key.as_str() } else { item.path.as_str() }).collect();
        texts.sort_unstable();
        texts.dedup();
        let wanted = if is_key { address } else { path };
        let mut ranked: Vec<(usize, &str)> = texts.into_iter().map(|text| (unlikeness(wanted, text), text)).collect();
        ranked.sort();
        ranked.retain(|(unlikeness, _)| *unlikeness <= wanted.chars().count() / 2 + 1);
        ranked.into_iter().take(SUGGESTED).map(|(_, text)| text.to_owned()).collect()
    }
}

/// A path without the crate and the module of generated code.
fn below_crate(path: &str) -> &str {
    let roots = ["models", "operations", "servers", "Client"];
    let starts = path.match_indices("::").map(|(end, _)| end + 2);
    let start =
        std::iter::once(0).chain(starts).find(|start| roots.iter().any(|root| path[*start..].split("::").next() == Some(root)));
    &path[start.unwrap_or(0)..]
}

/// How many letters of two texts are not in the beginning and end that they have in common.
fn unlikeness(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.to_lowercase().chars().collect(), other.to_lowercase().chars().collect());
    let same = |pairs: &mut dyn Iterator<Item = bool>| pairs.take_while(|same| *same).count();
    let start = same(&mut one.iter().zip(&other).map(|(one, other)| one == other));
    let (one, other) = (&one[start..], &other[start..]);
    let end = same(&mut one.iter().rev().zip(other.iter().rev()).map(|(one, other)| one == other));
    one.len().max(other.len()) - end
}
