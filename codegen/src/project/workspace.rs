//! The enclosing workspace of a new crate.

use std::path::{Path, PathBuf};

use toml_edit::{Document, Item};

use super::place;
use crate::tree::disk::{self, DiskError};

/// Returns the manifest of the workspace that encloses a folder and neither lists nor excludes it. Cargo refuses to build a crate
/// there.
pub(super) fn around(folder: &Path) -> Result<Option<PathBuf>, DiskError> {
    for ancestor in folder.ancestors().skip(1) {
        let manifest = ancestor.join("Cargo.toml");
        let Some(text) = disk::read_text_if_present(&manifest)? else { continue };
        let Ok(document) = Document::parse(text.as_str()) else { continue };
        let Some(workspace) = document.get("workspace") else { continue };
        let way = place::relative(ancestor, folder).map_err(disk::failed("find", folder))?;
        let is_listed = |key: &str, matches: fn(&str, &str) -> bool| {
            let list = workspace.get(key).and_then(Item::as_array);
            list.is_some_and(|list| list.iter().filter_map(|entry| entry.as_str()).any(|entry| matches(entry, &way)))
        };
        if is_listed("members", is_member) {
            return Ok(None);
        }
        if !is_listed("exclude", |entry, way| Path::new(way).starts_with(entry)) {
            return Ok(Some(manifest));
        }
    }
    Ok(None)
}

/// Returns whether a pattern such as `crates/*` matches a path.
fn is_member(pattern: &str, way: &str) -> bool {
    let parts =
        |path: &str| path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect::<Vec<_>>();
    let (pattern, way) = (parts(pattern), parts(way));
    pattern.len() == way.len() && pattern.iter().zip(&way).all(|(pattern, part)| is_match(pattern, part))
}

/// Returns whether a pattern with `*` wildcards matches a text.
fn is_match(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            let ends = text.char_indices().map(|(index, _)| index).chain([text.len()]);
            ends.into_iter().any(|end| is_match(rest, &text[end..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_members() {
        assert!(is_member("crates/*", "crates/pets") && is_member("./crates/pets/", "crates/pets"));
        assert!(is_member("*/client", "a/client") && is_member("c*-client", "cats-client"));
        assert!(!is_member("crates/*", "crates/a/b") && !is_member("crates", "crates/a") && !is_member("c*x", "cats"));
    }

    #[test]
    fn the_nearest_workspace_counts_unless_it_knows_the_folder() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("crates/pets");
        let found = |manifest: &str| {
            std::fs::write(root.path().join("Cargo.toml"), manifest).unwrap();
            around(&folder).unwrap().is_some_and(|manifest| manifest.starts_with(root.path()))
        };
        assert!(found("[workspace]\nmembers = ['client']\n"));
        assert!(!found("[workspace]\nmembers = ['crates/*']\n"));
        assert!(!found("[workspace]\nexclude = ['crates']\n"));
        assert!(!found("[package]\nname = 'x'\n"));
    }
}
