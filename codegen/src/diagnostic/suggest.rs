//! `suggest`: the known word that a misspelt one was meant to be.

/// The candidate that a word is most likely a misspelling of, if any is near enough.
pub fn suggest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    suggest_within(usize::MAX, word, candidates)
}

/// The same, where a word with more than a number of mistakes may be somebody else's.
pub fn suggest_within<'c>(mistakes: usize, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word: Vec<char> = word.chars().take(LONGEST).collect();
    let mut compared = 0;
    let near = candidates.into_iter().filter_map(|candidate| {
        let letters: Vec<char> = candidate.chars().take(LONGEST).collect();
        let most = mistakes.min(word.len().max(letters.len()) / 3);
        compared += letters.len();
        if word.len().abs_diff(letters.len()) > most || compared > MOST_COMPARED {
            return None;
        }
        compared += word.len() * letters.len();
        let distance = distance(&word, &letters);
        (distance <= most).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Nobody misspells longer words than this; comparing them takes time in the square of their length.
const LONGEST: usize = 100;

/// How many letters are compared with one another before what is left is not looked at: thousands of words of usual length.
const MOST_COMPARED: usize = 2_000_000;

/// How many letters must be added, dropped, replaced or swapped with their neighbour. Case does not count.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in right.iter().enumerate() {
            let replaced = above[column] + usize::from(!letter.eq_ignore_ascii_case(other));
            let mut least = replaced.min(above[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && *letter == right[column - 1] && left[row - 1] == *other {
                least = least.min(before[column - 1] + 1);
            }
            current.push(least);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::{suggest, suggest_within};

    #[test]
    fn finds_the_nearest_word() {
        let keys = ["type", "title", "properties", "required", "readOnly", "timeout"];
        for (word, meant) in [
            ("tpye", Some("type")),
            ("Type", Some("type")),
            ("propertys", Some("properties")),
            ("require", Some("required")),
            ("readonly", Some("readOnly")),
            ("time-out", Some("timeout")),
            ("default", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(suggest(word, keys), meant, "{word}");
        }
    }

    #[test]
    fn leaves_words_alone_that_are_less_alike() {
        assert_eq!(suggest("x-clientid", ["x-clientsmith"]), Some("x-clientsmith"));
        assert_eq!(suggest_within(2, "x-clientid", ["x-clientsmith"]), None);
        assert_eq!(suggest_within(2, "x-clientsmiths", ["x-clientsmith"]), Some("x-clientsmith"));
    }

    #[test]
    fn prefers_the_first_of_equals() {
        assert_eq!(suggest("Pett", ["Pets", "Pet", "Petx"]), Some("Pets"));
        assert_eq!(suggest("Pett", ["Pet", "Pets"]), Some("Pet"));
    }
}
