//! `Description`: a description of the corpus, of which only the operations are counted here.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A description, and how many operations it has.
pub(crate) struct Description {
    pub(crate) path: PathBuf,
    /// A path behind a reference has any number of them.
    pub(crate) operations: RangeInclusive<usize>,
}

/// What matters of a file here, whether it is a description or not.
#[derive(Deserialize)]
struct File {
    openapi: Option<IgnoredAny>,
    swagger: Option<IgnoredAny>,
    paths: Option<BTreeMap<String, Entries<Entries<IgnoredAny>>>>,
}

/// The entries of a value; a value that is no mapping has none. What is below may hold numbers of any size.
struct Entries<V>(BTreeMap<String, V>);

const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

impl Description {
    /// The descriptions in a folder and the folders in it, in the order of their paths.
    pub(crate) fn all_in(folder: &Path) -> Vec<Self> {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be listed").path()).collect();
        paths.sort();
        let of_path = |path: PathBuf| if path.is_dir() { Self::all_in(&path) } else { Self::read(path).into_iter().collect() };
        paths.into_iter().flat_map(of_path).collect()
    }

    /// The description in a file, if there is one.
    fn read(path: PathBuf) -> Option<Self> {
        let is_json = match path.extension()?.to_str()? {
            "json" => true,
            "yaml" | "yml" => false,
            _ => return None,
        };
        let bytes = fs::read(&path).expect("the file can be read");
        let file: Result<File, String> = match is_json {
            true => serde_json::from_slice(&bytes).map_err(|error| error.to_string()),
            false => serde_yaml::from_slice(&bytes).map_err(|error| error.to_string()),
        };
        let File { openapi, swagger, paths } = match file {
            Ok(file) => file,
            Err(error) if begins_like_a_description(&bytes) => panic!("{} cannot be read: {error}", path.display()),
            // What a description refers to is of any shape.
            Err(_) => return None,
        };
        openapi.or(swagger)?;
        let (mut operations, mut is_known) = (0, true);
        for (_, Entries(item)) in paths.iter().flatten().filter(|(path, _)| !path.starts_with("x-")) {
            is_known &= !item.contains_key("$ref");
            operations += METHODS.iter().filter(|method| item.contains_key(**method)).count();
            operations += item.get("additionalOperations").map_or(0, |Entries(methods)| methods.len());
        }
        Some(Self { path, operations: operations..=if is_known { operations } else { usize::MAX } })
    }
}

fn begins_like_a_description(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    ["openapi", "swagger"].iter().any(|key| start.contains(key))
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<V> {
    type Value = Entries<V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut found = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry()? {
            found.insert(key, value);
        }
        Ok(Entries(found))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while let Some(IgnoredAny) = items.next_element()? {}
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Entries(BTreeMap::new()))
    }
}
