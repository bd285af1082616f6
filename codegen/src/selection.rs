//! `Selection`: which operations of a description a client has.

use std::fmt;

/// Which operations a client has: all, or those included, without those excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// If there are any, an operation must match one of them.
    pub include: Vec<Pattern>,
    /// An operation must match none of them.
    pub exclude: Vec<Pattern>,
}

/// What operations are chosen by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// One of their tags.
    Tag(String),
    /// Their path; `*` stands for any text.
    Path(String),
    /// Their `operationId`.
    Operation(String),
}

/// An operation, as patterns see it.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its `operationId`.
    pub id: Option<&'a str>,
    /// Its tags.
    pub tags: &'a [String],
}

impl Selection {
    /// Whether it leaves nothing out.
    pub fn is_all(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Whether the client has an operation.
    pub fn has(&self, candidate: Candidate<'_>) -> bool {
        let matches = |pattern: &Pattern| pattern.matches(candidate);
        (self.include.is_empty() || self.include.iter().any(matches)) && !self.exclude.iter().any(matches)
    }

    /// The patterns, each with the key of the settings that it stands in.
    pub fn patterns(&self) -> impl Iterator<Item = (&'static str, &Pattern)> {
        let included = self.include.iter().map(|pattern| ("include", pattern));
        included.chain(self.exclude.iter().map(|pattern| ("exclude", pattern)))
    }
}

impl Pattern {
    /// Whether an operation is meant.
    pub fn matches(&self, candidate: Candidate<'_>) -> bool {
        match self {
            Self::Tag(tag) => candidate.tags.contains(tag),
            Self::Path(pattern) => is_match(pattern, candidate.path),
            Self::Operation(id) => candidate.id == Some(id),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag(tag) => write!(formatter, "the tag `{tag}`"),
            Self::Path(path) => write!(formatter, "the path `{path}`"),
            Self::Operation(id) => write!(formatter, "the operation `{id}`"),
        }
    }
}

/// Whether a pattern in which `*` stands for any text means a text. Each piece is looked for from where the one before it ends,
/// so that no pattern takes long.
fn is_match(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for piece in middle.split('*') {
        let Some(place) = text.find(piece) else { return false };
        text = &text[place + piece.len()..];
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_text() {
        for (pattern, text) in [
            ("/pets", "/pets"),
            ("/pets*", "/pets"),
            ("/pets/*", "/pets/{id}/toys"),
            ("*/toys", "/pets/{id}/toys"),
            ("/*/{id}/*s", "/pets/{id}/toys"),
            ("*", ""),
            ("a*b*b", "abxb"),
        ] {
            assert!(is_match(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("/pets", "/pets/"), ("/pets/*", "/pets"), ("*/toys", "/toys/1"), ("a*a", "a"), ("a*b*b", "ab")] {
            assert!(!is_match(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn exclusion_comes_after_inclusion() {
        let selection = Selection {
            include: vec![Pattern::Tag("pets".to_owned()), Pattern::Operation("ping".to_owned())],
            exclude: vec![Pattern::Path("/pets/{id}/*".to_owned())],
        };
        let tags = ["new".to_owned(), "pets".to_owned()];
        assert!(selection.has(Candidate { path: "/pets", id: None, tags: &tags }));
        assert!(!selection.has(Candidate { path: "/pets/{id}/toys", id: None, tags: &tags }));
        assert!(selection.has(Candidate { path: "/ping", id: Some("ping"), tags: &[] }));
        assert!(!selection.has(Candidate { path: "/ping", id: None, tags: &[] }));
        assert!(Selection::default().has(Candidate { path: "/", id: None, tags: &[] }));
    }
}
