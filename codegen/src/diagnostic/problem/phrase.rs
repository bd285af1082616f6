//! Phrases that entries of the table share.

use crate::limits::Limit;

/// Asks for the word that was likely meant.
pub(super) fn did_you_mean(suggestion: Option<&str>) -> Option<String> {
    suggestion.map(|meant| format!("did you mean `{meant}`?"))
}

/// Asks which of several addresses was meant.
pub(super) fn nearest_of(addresses: &[String]) -> Option<String> {
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    (!addresses.is_empty()).then(|| format!("did you mean {}?", one_of(&addresses)))
}

/// Words to choose from.
pub(super) fn one_of(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, [])) => format!("`{last}`"),
        Some((last, others)) => format!("`{}` or `{last}`", others.join("`, `")),
        None => String::new(),
    }
}

/// How to write a list as a mapping, or a mapping as a list.
pub(super) fn rewritten(expected: &str, found: &str) -> Option<String> {
    match (expected, found) {
        ("a list", "a mapping") => Some("begin each element with `- `".to_owned()),
        ("a mapping", "a list") => Some("write keys, without `- ` before them".to_owned()),
        _ => None,
    }
}

/// Whether a key that the specification requires can be done without.
pub(super) fn is_dispensable(key: &str) -> bool {
    matches!(key, "info" | "title" | "version" | "paths")
}

/// Says what there is more of than its bound.
pub(super) fn exceeded(limit: Limit, bound: usize) -> String {
    match limit {
        Limit::Files => format!("the description has more than {bound} files"),
        Limit::Megabytes => format!("the text of the description is more than {bound} megabytes"),
        Limit::Values => format!("the description has more than {bound} values"),
        Limit::Nesting => format!("this is nested more than {bound} levels deep"),
        Limit::Aliases => format!("the aliases or other copies in the description stand for more than {bound} values"),
        Limit::Schemas => format!("together with what they extend, the schemas have more than {bound} parts"),
        Limit::Items => format!("the client would have more than {bound} models and calls"),
        Limit::OutputMegabytes => format!("the client would be more than {bound} megabytes of source"),
    }
}

/// Says how to let more pass.
pub(super) fn raised(limit: Limit, bound: usize) -> String {
    let advice = match limit {
        Limit::Aliases => "use fewer aliases, overlays or media types of Swagger 2.0, each of which repeats all that it is for; ",
        Limit::Items | Limit::OutputMegabytes => "leave out operations by `exclude`; ",
        Limit::Files | Limit::Megabytes | Limit::Values | Limit::Nesting | Limit::Schemas => "",
    };
    let key = format!("`limits.{}` in `clientsmith.toml`", limit.key());
    match bound >= limit.highest() {
        true => format!("{key} cannot be higher"),
        false => format!("{advice}if it is meant to be so, set {key} higher"),
    }
}
