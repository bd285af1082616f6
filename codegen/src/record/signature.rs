//! The types of functions as a record writes them: `(i64, impl Into<String>) -> ListRequest`.

/// The types of the arguments of a function, in order. A constructor is recorded by its arguments alone: `i64, String`.
pub fn arguments(signature: &str) -> Vec<&str> {
    let taken = signature.rsplit_once(" -> ").map_or(signature, |(taken, _)| taken);
    separated(taken.strip_prefix('(').and_then(|taken| taken.strip_suffix(')')).unwrap_or(taken))
}

/// The types between the commas that are not inside brackets.
pub fn separated(text: &str) -> Vec<&str> {
    let (mut types, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (place, character) in text.char_indices() {
        match character {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                types.push(text[start..place].trim());
                start = place + 1;
            }
            _ => {}
        }
    }
    types.push(text[start..].trim());
    types.retain(|ty| !ty.is_empty());
    types
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn types_are_separated_outside_of_brackets() {
        assert_eq!(
            arguments("(impl Into<String>, BTreeMap<String, (i64, bool)>) -> A"),
            ["impl Into<String>", "BTreeMap<String, (i64, bool)>"]
        );
        assert_eq!(arguments("models::A, Vec<String>"), ["models::A", "Vec<String>"]);
        assert_eq!(arguments("() -> A"), Vec::<&str>::new());
    }
}
