//! Compares required credentials: whether those that used to suffice still do.

use std::collections::BTreeSet;

/// Returns whether every old alternative of credentials still suffices: `key | oauth(read, write) & tenant | none`.
pub(super) fn are_enough(before: &str, after: &str) -> bool {
    let alternatives = |text: &str| text.split(" | ").map(schemes).collect::<Vec<_>>();
    let now = alternatives(after);
    alternatives(before).iter().all(|earlier| now.iter().any(|now| now.iter().all(|needed| is_among(needed, earlier))))
}

/// A scheme and its scopes.
type Scheme = (String, BTreeSet<String>);

/// Returns the schemes of an alternative.
fn schemes(alternative: &str) -> Vec<Scheme> {
    let scheme = |text: &str| {
        let (name, scopes) = text.split_once('(').unwrap_or((text, ""));
        let scopes = scopes.trim_end_matches(')').split(", ").filter(|scope| !scope.is_empty());
        (name.to_owned(), scopes.map(str::to_owned).collect())
    };
    alternative.split(" & ").filter(|text| *text != "none").map(scheme).collect()
}

fn is_among((name, scopes): &Scheme, schemes: &[Scheme]) -> bool {
    schemes.iter().any(|(other, others)| other == name && scopes.is_subset(others))
}

#[cfg(test)]
mod tests {
    use super::are_enough;

    #[test]
    fn what_was_enough_is_enough_if_nothing_more_is_needed() {
        assert!(are_enough("key", "none"));
        assert!(are_enough("key", "token | key"));
        assert!(are_enough("oauth(read, write)", "oauth(read)"));
        assert!(are_enough("key & tenant", "tenant"));
        assert!(!are_enough("none", "key"));
        assert!(!are_enough("key | none", "key"));
        assert!(!are_enough("oauth(read)", "oauth(read, write)"));
        assert!(!are_enough("token | key", "key"));
        assert!(!are_enough("key", "key & tenant"));
    }
}
