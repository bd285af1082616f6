//! Names of crates: which ones cargo and the compiler can live with.

use crate::names::reserved::{Space, is_reserved};
use crate::settings::crate_name;
use crate::tree;

/// Says why a name cannot be the crate's, if it cannot.
pub fn refuse(name: &str) -> Option<String> {
    if let Err(message) = crate_name(name) {
        return Some(message);
    }
    let plain = name.replace('_', "-");
    let is_taken = [name, &plain].into_iter().any(|name| is_reserved(Space::Crate, name));
    if is_taken || tree::dependencies().any(|dependency| dependency.replace('_', "-") == plain) {
        return Some(format!("`{name}` cannot be the name of the crate, for it is taken by something else"));
    }
    None
}

/// A name made of any text: `Pets API!` gives `pets-api`, and what cannot be a name gives one that ends in `client`.
pub fn from_text(text: &str) -> String {
    let mut name = String::new();
    for character in text.chars() {
        match character.to_ascii_lowercase() {
            plain if plain.is_ascii_alphanumeric() || plain == '_' => name.push(plain),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    name.truncate(LONGEST);
    let name = name.trim_matches(['-', '_']);
    match name {
        "" => "api-client".to_owned(),
        _ if refuse(name).is_none() => name.to_owned(),
        _ if name.starts_with(|first: char| first.is_ascii_digit()) => format!("client-{name}"),
        _ => format!("{name}-client"),
    }
}

/// Leaves room for `-client` among the 64 characters that a name may have.
const LONGEST: usize = 56;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_gives_a_name() {
        for (text, name) in [
            ("pets", "pets"),
            ("Pets API!", "pets-api"),
            ("_pets_v2_", "pets_v2"),
            ("2ch", "client-2ch"),
            ("std", "std-client"),
            ("proc_macro", "proc_macro-client"),
            ("con", "con-client"),
            ("type", "type-client"),
            ("serde_json", "serde_json-client"),
            ("../..", "api-client"),
            ("Петы", "api-client"),
            ("", "api-client"),
        ] {
            assert_eq!(from_text(text), name);
            assert_eq!(refuse(name), None);
        }
        assert_eq!(refuse(&from_text(&"std".repeat(100))), None);
    }

    #[test]
    fn names_that_are_taken_are_refused() {
        for name in
            ["std", "core", "test", "self", "con", "lpt1", "serde-json", "serde_json", "proc_macro", "fn", "Pets", "2ch", ""]
        {
            assert!(refuse(name).is_some(), "{name}");
        }
    }
}
