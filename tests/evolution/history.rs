//! `History`: the versions of a description, and what they break.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::record::Item;

use super::client::entries;
use super::comparison::Break;

/// The versions of a description, the oldest first.
pub(crate) struct History {
    pub(crate) name: String,
    pub(crate) versions: Vec<PathBuf>,
    pub(crate) expected: Vec<Expected>,
}

/// A line of `breaks.txt`: `new #/components/schemas/NewPet -- a request needs one property more`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Expected {
    /// The kind of the item, as records write it, or `all` for an item and everything in it.
    kind: String,
    key: String,
}

impl History {
    /// The histories of this suite.
    pub(crate) fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("evolution/histories");
        entries(&folder).expect("the histories can be listed").iter().map(|folder| Self::read(folder)).collect()
    }

    fn read(folder: &Path) -> Self {
        let files = entries(folder).expect("the versions can be listed").into_iter();
        let versions = files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
        let breaks = fs::read_to_string(folder.join("breaks.txt")).expect("each history has a list of breaks");
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { name, versions, expected: breaks.lines().map(Expected::parse).collect() }
    }

    /// The breaks that are not expected, and the expected ones that there are.
    pub(crate) fn judge<'a, 'r>(&'a self, breaks: &[Break<'r>]) -> (Vec<Break<'r>>, BTreeSet<&'a Expected>) {
        let expected = |item: &Item| self.expected.iter().filter(|expected| expected.covers(item)).collect::<Vec<_>>();
        let unexpected = breaks.iter().filter(|found| expected(found.item).is_empty()).copied().collect();
        (unexpected, breaks.iter().flat_map(|found| expected(found.item)).collect())
    }
}

impl Expected {
    fn parse(line: &str) -> Self {
        let (item, why) = line.split_once(" -- ").unwrap_or_default();
        let (kind, key) = item.split_once(' ').unwrap_or_default();
        assert!(!why.is_empty() && !key.is_empty(), "`{line}` is not `KIND KEY -- REASON`");
        Self { kind: kind.to_owned(), key: key.to_owned() }
    }

    fn covers(&self, item: &Item) -> bool {
        match item.key.as_str().strip_prefix(self.key.as_str()) {
            Some("") => self.kind == "all" || self.kind == item.kind.word(),
            Some(rest) => self.kind == "all" && rest.starts_with(' '),
            None => false,
        }
    }
}
