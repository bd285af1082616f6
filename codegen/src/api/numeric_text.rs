//! Numeric texts: patterns that only texts of numbers match.

use regex_lite::Regex;

use super::constraint::ConstraintKind;
use super::schema::{Schema, Shape};

/// Texts that a pattern of numbers matches.
const NUMBERS: [&str; 2] = ["1", "12"];

/// Texts that it does not match.
const OTHERS: [&str; 11] = ["", " ", "-", ".", "a", "1a", "a1", "1 2", "1,2", "0x1", "NaN"];

/// Whether all texts of a schema are those of numbers; of integers, where no fraction is wanted.
pub(super) fn is_numeric(schema: &Schema, allows_fractions: bool) -> bool {
    let is_text = matches!(schema.shape, Shape::String(_));
    let pattern = schema.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::Pattern(pattern) => Some(pattern),
        _ => None,
    });
    is_text && pattern.is_some_and(|pattern| matches_only_numbers(pattern, allows_fractions))
}

fn matches_only_numbers(pattern: &str, allows_fractions: bool) -> bool {
    Regex::new(pattern).is_ok_and(|regex| {
        let matches = |text: &&str| regex.is_match(text);
        NUMBERS.iter().all(matches) && !OTHERS.iter().any(matches) && (allows_fractions || !matches(&"1.5"))
    })
}

#[cfg(test)]
mod tests {
    use super::matches_only_numbers;

    #[test]
    fn patterns_are_recognized_by_what_they_match() {
        for pattern in
            [r"^-?(?:0|[1-9]\d*)$", r"^(?:0|[1-9]\d*)$", r"^(0|-?[1-9][0-9]*)$", r"^[+-]?\d+$", r"^\d{1,19}$", r"^[1-9]\d*$"]
        {
            assert!(matches_only_numbers(pattern, false), "{pattern}");
        }
        let fraction = r"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$";
        assert!(matches_only_numbers(fraction, true) && !matches_only_numbers(fraction, false));
        for pattern in [r"\d+", r"^\d*$", r"^[0-9a-f]+$", r"^\w+$", "", r"^\d{4}$", r"^-?\d+|NaN$", r"^(\d+,?)+$", "("] {
            assert!(!matches_only_numbers(pattern, true), "{pattern}");
        }
    }
}
