//! `Client`: a client crate in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use clientsmith::plan::Uses;
use clientsmith::record::{Item, Key, Kind, Record};
use clientsmith::render::MARKER;
use clientsmith::tree::{Facts, Fingerprint, Lock, Tree, Written};
use tempfile::TempDir;

/// A folder with `api/openapi.yaml` and `client/`.
pub(crate) struct Client {
    folder: TempDir,
}

/// The description that [`tree`] is said to be generated from.
pub(crate) const DESCRIPTION: &str = "openapi: 3.1.0\n";

impl Client {
    /// A crate that has a library and nothing generated.
    pub(crate) fn new() -> Self {
        let client = Self { folder: tempfile::tempdir().unwrap() };
        client.put("../api/openapi.yaml", DESCRIPTION);
        client.put("Cargo.toml", "[package]\nname = 'pets-client'\nversion = '1.0.0'\nedition = '2021'\n\n[workspace]\n");
        client.put("src/lib.rs", "//! Pets.\n");
        client
    }

    /// A crate with a written tree.
    pub(crate) fn with(tree: &Tree) -> Self {
        let client = Self::new();
        tree.write(&client.folder()).unwrap();
        client
    }

    /// The crate's folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.path().join("client")
    }

    /// A file of the crate.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder().join(path)
    }

    /// Writes a file of the crate.
    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = match path.strip_prefix("../") {
            Some(path) => self.folder.path().join(path),
            None => self.path(path),
        };
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file of the crate.
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Adds a text to the end of a file.
    pub(crate) fn append(&self, path: &str, text: &str) {
        self.put(path, &(self.text(path) + text));
    }

    /// The lock.
    pub(crate) fn lock(&self) -> Lock {
        Lock::parse(&self.text(Lock::FILE)).unwrap()
    }

    /// Every file and folder of the crate, its text and the time it was changed last.
    pub(crate) fn snapshot(&self) -> BTreeMap<PathBuf, (Option<String>, SystemTime)> {
        let mut found = BTreeMap::new();
        visit(&self.folder(), &mut found);
        found
    }

    /// Sets back all times, so that whatever is touched shows.
    pub(crate) fn age(&self) {
        for path in self.snapshot().keys().filter(|path| path.is_file()) {
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
        }
    }
}

fn visit(folder: &Path, found: &mut BTreeMap<PathBuf, (Option<String>, SystemTime)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let metadata = fs::symlink_metadata(&path).unwrap();
        if metadata.is_dir() {
            visit(&path, found);
        }
        let text = metadata.is_file().then(|| fs::read_to_string(&path).unwrap());
        found.insert(path, (text, metadata.modified().unwrap()));
    }
}

/// A tree with the given files below `src/generated`, each with the mark before its text.
pub(crate) fn tree(files: &[(&str, &str)]) -> Tree {
    tree_from(files, facts())
}

/// A tree with other facts.
pub(crate) fn tree_from(files: &[(&str, &str)], facts: Facts) -> Tree {
    let marked = |(path, text): &(&str, &str)| ((*path).to_owned(), format!("// {MARKER} from a test\n\n{text}\n"));
    Tree::new(files.iter().map(marked).collect(), &Uses::default(), &record(), facts).unwrap()
}

/// The record of [`tree`].
fn record() -> Record {
    [Item::new(Key::component("schemas", "Pet"), Kind::Struct, "models::Pet")].into_iter().collect()
}

/// Three files, one of them in a folder.
pub(crate) const PETS: &[(&str, &str)] =
    &[("mod.rs", "pub mod models;"), ("models/mod.rs", "mod pet;"), ("models/pet.rs", "pub struct Pet { pub name: String }")];

/// The tree of [`PETS`].
pub(crate) fn pets() -> Tree {
    tree(PETS)
}

/// The facts of [`tree`].
pub(crate) fn facts() -> Facts {
    let source = ("../api/openapi.yaml".to_owned(), Fingerprint::of(DESCRIPTION.as_bytes()));
    Facts {
        generator: "0.1.0".to_owned(),
        name: "pets-client".to_owned(),
        command: "make client".to_owned(),
        description: "../api/openapi.yaml".to_owned(),
        sources: BTreeMap::from([source]),
        ..Facts::default()
    }
}

/// The paths that a run wrote, without those that are the same in every client.
pub(crate) fn own(paths: &[String]) -> Vec<&str> {
    paths.iter().map(String::as_str).filter(|path| !path.starts_with("src/runtime/")).collect()
}

/// A report reduced to what it wrote and removed.
pub(crate) fn changes(written: &Written) -> (Vec<&str>, Vec<&str>) {
    (own(&written.written), own(&written.removed))
}
