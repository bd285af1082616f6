//! The names that a description gives the values of an enumeration, as titles or in keys of other tools.

use std::collections::BTreeMap;

use super::letters::{Scripts, caseless, is_letter};
use super::spelling;
use crate::api::Schema;
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::ValueLabel;

/// The longest text that is a name; a title may be a sentence.
const LONGEST: usize = 50;

/// The name from which each variant is derived that is not derived from its value. A name that cannot be used is noted, unless it is a
/// title, which the docs contain.
pub(super) fn given<'s>(schema: &'s Schema, values: &'s [String], diagnostics: &mut Diagnostics) -> BTreeMap<&'s str, &'s str> {
    let label = |value: &String| schema.labels.values.get(value);
    let explicit = |value: &String| label(value)?.annotations.rust_name.clone();
    let named = |value: &'s String| Some((value.as_str(), label(value)?.name.as_deref()?, label(value)?));
    // Values without such a name have one as well, which is theirs.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in values {
        let name = explicit(value).or_else(|| label(value)?.name.clone());
        *counts.entry(key(name.as_ref().unwrap_or(value))).or_default() += 1;
    }
    let named: Vec<(&str, &str, &ValueLabel)> =
        values.iter().filter(|value| explicit(value).is_none()).filter_map(named).collect();
    let mut given = BTreeMap::new();
    for (value, name, label) in named {
        let why = match (is_name(name), counts[&key(name)]) {
            (false, _) => "it cannot become an identifier",
            (true, 1) => {
                given.insert(value, name);
                continue;
            }
            _ => "another value has it",
        };
        if label.annotations.title.as_deref() != Some(name) {
            let (name, value) = (name.to_owned(), value.to_owned());
            diagnostics.report(schema.at, Problem::UnusedValueName { name, value, why });
        }
    }
    given
}

/// Whether a text reads like a name of which an identifier keeps all.
pub(super) fn is_name(text: &str) -> bool {
    let is_readable = |character: char| character.is_ascii() && !character.is_ascii_control() || is_letter(character);
    text.chars().count() <= LONGEST && text.chars().all(is_readable) && text.contains(char::is_alphabetic)
}

/// By which two names are the same: variants are distinct without regard to case.
fn key(name: &str) -> String {
    caseless(spelling::variant(name, &Scripts::default()).as_str())
}
