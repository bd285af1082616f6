//! The entries of the client's `Cargo.toml` that generated code needs; all else in it is the maintainer's.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, Value};

use super::disk::{self, DiskError, failed};

/// The manifest's file, in the client crate.
pub(super) const FILE: &str = "Cargo.toml";

/// A manifest that lacks entries, such as `dependencies.bytes`. One that is there counts whatever it says: which version
/// to take, and where from, is for the maintainer to choose.
pub(super) struct Lacking<'a> {
    manifest: DocumentMut,
    entries: Vec<(&'a str, &'a str)>,
}

/// Compares a crate's manifest with the entries. A crate without a manifest lacks nothing: somebody else builds it.
pub(super) fn lacking<'a>(folder: &Path, entries: &'a BTreeMap<String, String>) -> Result<Option<Lacking<'a>>, DiskError> {
    if entries.is_empty() {
        return Ok(None);
    }
    let path = folder.join(FILE);
    let Some(text) = disk::read_text_if_present(&path)? else { return Ok(None) };
    let invalid = |error| failed("read", &path)(io::Error::new(io::ErrorKind::InvalidData, error));
    let manifest: DocumentMut = text.parse().map_err(invalid)?;
    let is_lacking = |(key, _): &(&str, &str)| {
        let (table, name) = split(key);
        manifest.get(table).and_then(|table| table.get(name)).is_none()
    };
    let entries = entries.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let entries: Vec<_> = entries.filter(is_lacking).collect();
    Ok((!entries.is_empty()).then_some(Lacking { manifest, entries }))
}

impl Lacking<'_> {
    /// The keys that are not there.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| *key)
    }

    /// The manifest with all entries.
    pub(super) fn completed(&self) -> String {
        let mut manifest = self.manifest.clone();
        for (key, value) in &self.entries {
            let (table, name) = split(key);
            let value: Value = value.parse().expect("entries of the manifest are written as TOML");
            if let Some(table) = manifest.entry(table).or_insert(Item::Table(Table::new())).as_table_like_mut() {
                table.insert(name, value.into());
            }
        }
        manifest.to_string()
    }
}

/// The table and the name in it.
fn split(key: &str) -> (&str, &str) {
    key.split_once('.').unwrap_or(("dependencies", key))
}
