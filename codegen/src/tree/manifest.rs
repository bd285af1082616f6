//! The entries of the client's `Cargo.toml` that generated code needs; all else in it is the maintainer's.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use toml_edit::{Array, DocumentMut, Item, Table, Value};

use crate::names::reserved::{ALL_GROUPS, OTHER_MODELS, TEST_UTIL};

use super::disk::{self, DiskError, failed};

/// The manifest's file, in the client crate.
pub(super) const FILE: &str = "Cargo.toml";

/// The features that are not on by default.
const OFF: [&str; 4] = [ALL_GROUPS, OTHER_MODELS, TEST_UTIL, "reqwest-without-tls"];

/// Entries by their keys, such as `dependencies.bytes`, and their values as TOML.
pub(super) type Entries = BTreeMap<String, String>;

/// A manifest and what has to change in it.
pub(super) struct Outdated<'a> {
    manifest: DocumentMut,
    changes: Vec<Change<'a>>,
}

/// A change of one entry.
enum Change<'a> {
    /// It is not there.
    Add(&'a str, &'a str),
    /// It is as it was once written, but something else is needed now.
    Replace(&'a str, &'a str),
    /// It is as it was once written, and nothing needs it any more.
    Remove(String),
    /// A feature that is new is on by default.
    Enable(&'a str),
}

/// Compares a crate's manifest with the entries that are needed, and with those that were once written.
///
/// An entry that says something of its own counts as it is: which version to take, and where from, is for the maintainer to
/// choose, and so is whether a feature that is known already is on by default. A crate without a manifest needs nothing:
/// somebody else builds it.
pub(super) fn outdated<'a>(
    folder: &Path,
    written: Option<&Entries>,
    needed: &'a Entries,
) -> Result<Option<Outdated<'a>>, DiskError> {
    static NONE: Entries = Entries::new();
    let written = written.unwrap_or(&NONE);
    if needed.is_empty() && written.is_empty() {
        return Ok(None);
    }
    let path = folder.join(FILE);
    let Some(text) = disk::read_text_if_present(&path)? else { return Ok(None) };
    let invalid = |error| failed("read", &path)(io::Error::new(io::ErrorKind::InvalidData, error));
    let manifest: DocumentMut = text.parse().map_err(invalid)?;
    let changes = changes(&manifest, written, needed);
    Ok((!changes.is_empty()).then_some(Outdated { manifest, changes }))
}

fn changes<'a>(manifest: &DocumentMut, written: &Entries, needed: &'a Entries) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let defaults = defaults(manifest);
    for (key, value) in needed {
        match entry(manifest, key) {
            None => changes.push(Change::Add(key, value)),
            Some(found) if written.get(key).is_some_and(|written| written != value && says(found, written)) => {
                changes.push(Change::Replace(key, value));
            }
            Some(_) => {}
        }
        let feature = key.strip_prefix("features.").filter(|_| !written.contains_key(key));
        let feature = feature.filter(|feature| !OFF.contains(feature) && !defaults.contains(feature));
        changes.extend(feature.map(Change::Enable));
    }
    let obsolete = written.iter().filter(|(key, _)| !needed.contains_key(*key));
    let obsolete = obsolete.filter(|(key, written)| entry(manifest, key).is_some_and(|found| says(found, written)));
    changes.extend(obsolete.map(|(key, _)| Change::Remove(key.clone())));
    changes
}

impl Outdated<'_> {
    /// What is wrong, a sentence each.
    pub(super) fn details(&self) -> Vec<String> {
        let detail = |change: &Change<'_>| match change {
            Change::Add(key, _) => format!("`{key}` is missing"),
            Change::Replace(key, value) => format!("`{key}` has to be `{value}`"),
            Change::Remove(key) => format!("`{key}` is no longer needed"),
            Change::Enable(feature) => format!("`features.default` lacks `{feature}`"),
        };
        self.changes.iter().map(detail).collect()
    }

    /// The manifest with all changes.
    pub(super) fn updated(&self) -> String {
        let mut manifest = self.manifest.clone();
        let (mut enabled, mut disabled) = (Vec::new(), BTreeSet::new());
        for change in &self.changes {
            match change {
                Change::Add(key, value) | Change::Replace(key, value) => set(&mut manifest, key, value),
                Change::Remove(key) => {
                    remove(&mut manifest, key);
                    disabled.extend(key.strip_prefix("features."));
                }
                Change::Enable(feature) => enabled.push(*feature),
            }
        }
        change_defaults(&mut manifest, &enabled, &disabled);
        manifest.to_string()
    }
}

/// The table and the name in it.
fn split(key: &str) -> (&str, &str) {
    key.split_once('.').unwrap_or(("dependencies", key))
}

fn entry<'m>(manifest: &'m DocumentMut, key: &str) -> Option<&'m Item> {
    let (table, name) = split(key);
    manifest.get(table)?.get(name)
}

/// Whether an entry equals the text that was written, apart from spaces and a comma after the last element.
fn says(found: &Item, written: &str) -> bool {
    let plain = |text: &str| text.replace(char::is_whitespace, "").replace(",]", "]");
    found.as_value().is_some_and(|found| plain(&found.to_string()) == plain(written))
}

/// The features that are on by default.
fn defaults(manifest: &DocumentMut) -> BTreeSet<&str> {
    let defaults = entry(manifest, "features.default").and_then(Item::as_array);
    defaults.into_iter().flatten().filter_map(Value::as_str).collect()
}

fn set(manifest: &mut DocumentMut, key: &str, value: &str) {
    let (table, name) = split(key);
    let mut value: Value = value.parse().expect("entries of the manifest are written as TOML");
    value.as_array_mut().into_iter().for_each(fold);
    if let Some(table) = manifest.entry(table).or_insert(Item::Table(Table::new())).as_table_like_mut() {
        table.insert(name, value.into());
    }
}

fn remove(manifest: &mut DocumentMut, key: &str) {
    let (table, name) = split(key);
    if let Some(entries) = manifest.get_mut(table).and_then(Item::as_table_like_mut) {
        entries.remove(name);
    }
}

/// Puts features among those that are on by default, and takes others away.
fn change_defaults(manifest: &mut DocumentMut, enabled: &[&str], disabled: &BTreeSet<&str>) {
    if enabled.is_empty() && disabled.is_empty() {
        return;
    }
    let Some(features) = manifest.entry("features").or_insert(Item::Table(Table::new())).as_table_like_mut() else { return };
    if !enabled.is_empty() {
        features.entry("default").or_insert(Array::new().into());
    }
    let Some(defaults) = features.get_mut("default").and_then(Item::as_array_mut) else { return };
    if !disabled.is_empty() {
        defaults.retain(|default| default.as_str().is_none_or(|default| !disabled.contains(default)));
        let is_set_in = |first: &&mut Value| first.decor().prefix().is_some_and(|prefix| prefix.as_str() == Some(" "));
        if let Some(first) = defaults.get_mut(0).filter(is_set_in) {
            first.decor_mut().set_prefix("");
        }
    }
    if !enabled.is_empty() {
        enabled.iter().for_each(|feature| enable(defaults, feature));
        fold(defaults);
    }
}

fn enable(defaults: &mut Array, feature: &str) {
    // Where each element has a line of its own, the new one is set in like the last.
    let before = defaults.get(defaults.len().saturating_sub(1)).and_then(|last| last.decor().prefix()?.as_str());
    match before.and_then(|before| before.rsplit_once('\n')).map(|(_, indent)| format!("\n{indent}")) {
        Some(before) => defaults.push_formatted(Value::from(feature).decorated(before, "")),
        None => defaults.push(feature),
    }
}

/// Gives each element a line of its own once they no longer fit into one.
fn fold(array: &mut Array) {
    const LONGEST: usize = 100;
    let text = array.to_string();
    if text.len() > LONGEST && !text.contains('\n') {
        array.iter_mut().for_each(|value| *value.decor_mut() = toml_edit::Decor::new("\n    ", ""));
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(entries: &[(&str, &str)]) -> Entries {
        entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[track_caller]
    fn assert_becomes(before: &str, written: &Entries, needed: &Entries, after: &str) {
        let manifest: DocumentMut = before.parse().unwrap();
        let outdated = Outdated { changes: changes(&manifest, written, needed), manifest };
        assert_eq!(outdated.updated(), after);
        let manifest: DocumentMut = after.parse().unwrap();
        assert!(changes(&manifest, needed, needed).is_empty());
    }

    #[test]
    fn adds_what_is_missing_and_leaves_the_rest_as_it_is() {
        let before = "# Mine.\n[dependencies] # too\nbytes.workspace = true\nmine   = '1'\n";
        let after = format!("{before}http = \"1\"\n\n[features]\npets = []\ndefault = [\"pets\"]\n");
        let needed = entries(&[("dependencies.bytes", "\"1\""), ("dependencies.http", "\"1\""), ("features.pets", "[]")]);
        assert_becomes(before, &Entries::new(), &needed, &after);
    }

    #[test]
    fn removes_only_what_is_as_it_was_written() {
        let before = "[dependencies]\nuuid = \"1\"\nchrono = \"0.4.40\"\nmine = \"1\"\n\n\
                      [features]\ndefault = [\"a\", \"mine\"]\na = []\nmine = []\n";
        let written = entries(&[("dependencies.uuid", "\"1\""), ("dependencies.chrono", "\"0.4\""), ("features.a", "[]")]);
        let after = "[dependencies]\nchrono = \"0.4.40\"\nmine = \"1\"\n\n[features]\ndefault = [\"mine\"]\nmine = []\n";
        assert_becomes(before, &written, &Entries::new(), after);
    }

    #[test]
    fn replaces_only_what_is_as_it_was_written() {
        let written = entries(&[("dependencies.uuid", "\"1\""), ("dependencies.http", "\"1\"")]);
        let needed = entries(&[("dependencies.uuid", "\"2\""), ("dependencies.http", "\"2\"")]);
        let before = "[dependencies]\nuuid = \"1\"\nhttp = { version = \"1\" }\n";
        assert_becomes(before, &written, &needed, "[dependencies]\nuuid = \"2\"\nhttp = { version = \"1\" }\n");
    }

    #[test]
    fn a_feature_that_was_taken_from_the_default_stays_off() {
        let before = "[features]\ndefault = [\n    # Mine.\n    \"a\",\n]\na = []\nb = []\n";
        let (written, needed) = (entries(&[("features.b", "[]")]), entries(&[("features.b", "[]"), ("features.c", "[]")]));
        let after = "[features]\ndefault = [\n    # Mine.\n    \"a\",\n    # Mine.\n    \"c\",\n]\na = []\nb = []\nc = []\n";
        assert_becomes(before, &written, &needed, &after.replacen("\n    # Mine.\n    \"c\"", "\n    \"c\"", 1));
    }

    #[test]
    fn long_lists_are_folded() {
        let names: Vec<String> = (0..20).map(|number| format!("features.group-{number:02}")).collect();
        let needed = names.iter().map(|name| (name.clone(), "[]".to_owned())).collect();
        let manifest = DocumentMut::new();
        let updated = Outdated { changes: changes(&manifest, &Entries::new(), &needed), manifest }.updated();
        assert!(updated.contains("default = [\n    \"group-00\",\n    \"group-01\",\n"), "{updated}");
        assert!(updated.contains("\n    \"group-19\",\n]\n"), "{updated}");
    }
}
