//! The prefix of paths, which says nothing about a single one.

use std::collections::BTreeMap;

use super::Api;

/// The segments at the start of paths, such as `/api/v2`, of which none is a parameter. Each path has those that all share, with at
/// least one more segment, and more than half of the paths have the segments after them, which are `api`, `rest` or a version.
/// Empty if there are fewer than two paths.
pub(super) fn of<'p>(paths: impl IntoIterator<Item = &'p str>) -> String {
    let paths: Vec<Vec<&str>> = paths.into_iter().map(|path| path.split('/').collect()).collect();
    let [first, others @ ..] = paths.as_slice() else { return String::new() };
    if others.is_empty() {
        return String::new();
    }
    let mut prefix = first[..first.len() - 1].to_vec();
    for path in others {
        let before_last = &path[..path.len() - 1];
        let common = prefix.iter().zip(before_last).take_while(|(one, other)| one == other).count();
        prefix.truncate(common);
    }
    let literal = prefix.iter().take_while(|segment| !segment.contains('{')).count();
    prefix.truncate(literal);
    while let Some(segment) = usual_segment(&paths, &prefix) {
        prefix.push(segment);
    }
    prefix.join("/")
}

/// The segment after a prefix that more than half of all paths have, with more after it, if such a segment is usual before others.
fn usual_segment<'p>(paths: &[Vec<&'p str>], prefix: &[&str]) -> Option<&'p str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths.iter().filter(|path| path.starts_with(prefix) && path.len() > prefix.len() + 1) {
        *counts.entry(path[prefix.len()]).or_default() += 1;
    }
    let is_usual = |segment: &str| matches!(segment, "api" | "rest") || is_version(segment);
    counts.into_iter().find(|(segment, count)| count * 2 > paths.len() && is_usual(segment)).map(|(segment, _)| segment)
}

/// Whether a segment is a version: `v1`, `v2.1`, `v1beta1`.
fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
}

impl Api {
    /// A path without the prefix, unless nothing is left.
    pub fn without_prefix<'p>(&self, path: &'p str) -> &'p str {
        without(path, &self.path_prefix)
    }
}

fn without<'p>(path: &'p str, prefix: &str) -> &'p str {
    path.strip_prefix(prefix).filter(|rest| rest.len() > 1 && rest.starts_with('/')).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{of, without};

    #[test]
    fn is_what_all_paths_begin_with() {
        assert_eq!(of(["/api/v2/pets", "/api/v2/pets/{id}", "/api/v2/owners"]), "/api/v2");
        assert_eq!(of(["/pets", "/pets/{id}"]), "");
        assert_eq!(of(["/{tenant}/pets", "/{tenant}/owners"]), "");
        assert_eq!(of(["/api/pets"]), "");
        assert_eq!(of(["/api/pets", "/apis/pets"]), "");
        assert_eq!(of([]), "");
    }

    #[test]
    fn is_also_what_most_paths_begin_with_if_it_is_an_api_or_version() {
        assert_eq!(of(["/api/v5/pets", "/api/v5/owners", "/api", "/api/v5/shops", "/ping", "/feed/v5"]), "");
        assert_eq!(of(["/api/v5/pets", "/api/v5/owners", "/api", "/api/v5/shops", "/ping"]), "/api/v5");
        assert_eq!(of(["/shop/v1/pets", "/shop/v1/owners", "/shop/status"]), "/shop/v1");
        assert_eq!(of(["/pets/a", "/pets/b", "/pets/c", "/ping"]), "");
        assert_eq!(of(["/{v1}/a", "/v1beta/b", "/v1beta/c"]), "/v1beta");
    }

    #[test]
    fn a_path_keeps_what_is_no_whole_prefix() {
        assert_eq!(without("/api/v5/pets", "/api/v5"), "/pets");
        assert_eq!(without("/api/v50/pets", "/api/v5"), "/api/v50/pets");
        assert_eq!((without("/api", "/api"), without("/api/", "/api"), without("/ping", "")), ("/api", "/api/", "/ping"));
    }
}
