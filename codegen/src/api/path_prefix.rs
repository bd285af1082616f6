//! The prefix that all paths share, which says nothing about a single one.

/// The segments at the start of all paths, such as `/api/v2`. At least one more segment follows in each path, and none of the
/// prefix is a parameter. Empty if there are fewer than two paths.
pub(super) fn of<'p>(paths: impl IntoIterator<Item = &'p str>) -> String {
    let mut paths = paths.into_iter().map(|path| path.split('/').collect::<Vec<_>>());
    let (Some(mut shared), false) = (paths.next(), paths.size_hint().1 == Some(0)) else { return String::new() };
    shared.pop();
    for path in paths {
        let before_last = &path[..path.len() - 1];
        let common = shared.iter().zip(before_last).take_while(|(one, other)| one == other).count();
        shared.truncate(common);
    }
    let literal = shared.iter().take_while(|segment| !segment.contains('{')).count();
    shared[..literal].join("/")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn is_what_all_paths_begin_with() {
        assert_eq!(of(["/api/v2/pets", "/api/v2/pets/{id}", "/api/v2/owners"]), "/api/v2");
        assert_eq!(of(["/pets", "/pets/{id}"]), "");
        assert_eq!(of(["/{tenant}/pets", "/{tenant}/owners"]), "");
        assert_eq!(of(["/api/pets"]), "");
        assert_eq!(of(["/api/pets", "/apis/pets"]), "");
        assert_eq!(of([]), "");
    }
}
