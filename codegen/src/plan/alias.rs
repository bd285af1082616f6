//! Aliases: the texts besides its name by which rustdoc's search finds a call.

use crate::api::Operation;
use crate::names::Name;
use crate::text::is_unprintable;

/// The method and path of a call, the path, and its id, unless that differs from the name in case and underscores only, which the
/// search ignores.
pub(super) fn of_call(operation: &Operation, name: &Name) -> Vec<String> {
    let path = &operation.path.text;
    let id = operation.id.as_ref().or(operation.shared_id.as_ref());
    let mut aliases = vec![format!("{} {path}", operation.method)];
    for text in [Some(path), id].into_iter().flatten() {
        let is_other = !aliases.contains(text) && searched(text) != searched(name.as_str());
        aliases.extend(is_other.then(|| text.clone()));
    }
    aliases.retain(|alias| is_valid(alias));
    aliases
}

fn searched(text: &str) -> String {
    text.replace('_', "").to_lowercase()
}

/// Whether rustdoc accepts an alias.
fn is_valid(alias: &str) -> bool {
    let is_refused = |character: char| matches!(character, '"' | '\'') || character.is_whitespace() && character != ' ';
    !alias.is_empty() && alias.trim_matches(' ') == alias && !alias.contains(is_refused) && !alias.contains(is_unprintable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_refuses_is_no_alias() {
        for alias in ["", " a", "a ", "it's", "\"a\"", "a\tb", "a\u{a0}b", "a\u{202e}b"] {
            assert!(!is_valid(alias), "{alias:?}");
        }
        assert!(is_valid("GET /größe/{a}:b*;c=(1)\\"));
    }
}
