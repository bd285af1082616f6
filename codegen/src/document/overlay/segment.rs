//! `Segment`: the steps of a JSONPath, to be taken one by one.

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    /// Its text: `.name`, `['name']`, `..name`, `[?@.x]`.
    pub(super) text: &'a str,
    /// Whether it looks at all that is below.
    pub(super) is_descent: bool,
}

/// The steps of a path that is sound; none if a filter in it starts from the whole document again, for then the path is one step.
pub(super) fn segments(path: &str) -> Option<Vec<Segment<'_>>> {
    let mut starts = Vec::new();
    let mut depth = 0;
    let mut previous = ' ';
    for (index, character) in outside_quotes(path) {
        match character {
            '$' if index > 0 && depth > 0 => return None,
            '.' if depth == 0 && previous != '.' => starts.push(index),
            '[' => {
                // What follows `..` belongs to it.
                if depth == 0 && !path[..index].ends_with("..") {
                    starts.push(index);
                }
                depth += 1;
            }
            ']' => depth -= 1,
            _ => {}
        }
        previous = character;
    }
    let ends = starts.iter().skip(1).copied().chain([path.len()]);
    let texts = starts.iter().zip(ends).map(|(start, end)| path[*start..end].trim());
    Some(texts.map(|text| Segment { text, is_descent: text.starts_with("..") }).collect())
}

/// How many `..` a path has outside of quotes.
pub(super) fn descents(path: &str) -> usize {
    let dots: Vec<usize> =
        outside_quotes(path).into_iter().filter(|(_, character)| *character == '.').map(|(index, _)| index).collect();
    dots.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count()
}

/// The characters outside of quotes, with their places. What is escaped is no quote, nor does it escape what follows.
fn outside_quotes(path: &str) -> Vec<(usize, char)> {
    let (mut found, mut inside, mut is_escaped) = (Vec::new(), None, false);
    for (index, character) in path.char_indices() {
        match inside {
            Some(_) if is_escaped => is_escaped = false,
            Some(_) if character == '\\' => is_escaped = true,
            Some(open) => inside = inside.filter(|_| character != open),
            None => {
                inside = matches!(character, '"' | '\'').then_some(character);
                found.push((index, character));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{descents, segments};

    #[test]
    fn takes_paths_apart() {
        let texts =
            |path| segments(path).map(|found| found.into_iter().map(|segment| segment.text.to_owned()).collect::<Vec<_>>());
        for (path, expected) in [
            ("$", vec![]),
            ("$.paths['/a.b[0]'].get", vec![".paths", "['/a.b[0]']", ".get"]),
            ("$..[?@.type == 'a..b']", vec!["..[?@.type == 'a..b']"]),
            ("$.a..b[0, 'c'] .*", vec![".a", "..b", "[0, 'c']", ".*"]),
            ("$['it\\'s'][?@['$ref'] == \"]\"]", vec!["['it\\'s']", "[?@['$ref'] == \"]\"]"]),
        ] {
            assert_eq!(texts(path), Some(expected.into_iter().map(str::to_owned).collect()), "{path}");
        }
        assert_eq!(texts("$.a[?@.b == $.c]"), None);
    }

    #[test]
    fn counts_descents() {
        assert_eq!(descents("$..a['..'][?@..b == '\\'..']"), 2);
        assert_eq!(descents("$.a.b"), 0);
    }
}
