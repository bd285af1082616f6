//! `Place`: a place in a body, as decode errors and people write it.

use std::fmt;

/// The steps from a body to a value in it: `[0].RepoDigests`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A property, or a key of a map.
    Property(String),
    /// An item of a list; any of them if none is named.
    Item(Option<usize>),
    /// A union was read as this type.
    Variant(String),
}

impl Place {
    /// Reads a place, also with `$` before it, as a JSONPath begins.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = text.trim();
        rest = rest.strip_prefix('$').filter(|rest| rest.is_empty() || rest.starts_with(['.', '['])).unwrap_or(rest);
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (step, tail) = match rest.trim_start().strip_prefix('(') {
                Some(variant) => variant.split_once(')').map(|(name, tail)| (Step::Variant(name.to_owned()), tail))?,
                None => match rest.strip_prefix('[') {
                    Some(inside) => bracketed(inside)?,
                    None => named(rest, steps.is_empty())?,
                },
            };
            steps.push(step);
            rest = tail;
        }
        Some(Self { steps })
    }

    /// The place that the first steps lead to.
    pub(super) fn before(&self, count: usize) -> Self {
        Self { steps: self.steps[..count].to_vec() }
    }
}

/// What follows a bracket: `0]`, `*]`, `"a b"]`.
fn bracketed(inside: &str) -> Option<(Step, &str)> {
    let mark = inside.chars().next()?;
    if mark != '"' && mark != '\'' {
        let (item, tail) = inside.split_once(']')?;
        let item = if item == "*" || item.is_empty() { None } else { Some(item.parse().ok()?) };
        return Some((Step::Item(item), tail));
    }
    let mut name = String::new();
    let mut characters = inside.char_indices().skip(1);
    while let Some((index, character)) = characters.next() {
        match character {
            '\\' => name.push(characters.next()?.1),
            end if end == mark => return Some((Step::Property(name), inside[index + 1..].strip_prefix(']')?)),
            other => name.push(other),
        }
    }
    None
}

/// A name, after a dot unless it is first.
fn named(rest: &str, is_first: bool) -> Option<(Step, &str)> {
    let name = rest.strip_prefix('.').or_else(|| is_first.then_some(rest))?;
    let end = name.find(['.', '[', ' ', '(']).unwrap_or(name.len());
    let (name, tail) = name.split_at(end);
    (!name.is_empty()).then(|| (Step::Property(name.to_owned()), tail))
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            match step {
                Step::Property(name) if name.contains(['.', '[', ' ', '(', '"']) || name.is_empty() => {
                    write!(formatter, "[{name:?}]")?
                }
                Step::Property(name) if index == 0 => formatter.write_str(name)?,
                Step::Property(name) => write!(formatter, ".{name}")?,
                Step::Item(Some(item)) => write!(formatter, "[{item}]")?,
                Step::Item(None) => formatter.write_str("[*]")?,
                Step::Variant(name) if index == 0 => write!(formatter, "({name})")?,
                Step::Variant(name) => write!(formatter, " ({name})")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_errors_say() {
        for text in ["", "[0].RepoDigests", "objects[3].status", "[\"a.b\"].c", "(Cat).name", "pets[1] (Cat).name", "[*].x"] {
            assert_eq!(Place::parse(text).map(|place| place.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Place::parse("$[0]['a b']").map(|place| place.to_string()).as_deref(), Some("[0][\"a b\"]"));
        assert_eq!(Place::parse("$"), Some(Place::default()));
        for text in ["a b", "[x]", "[\"a\"", "a..b", "not JSON"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
