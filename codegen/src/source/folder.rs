//! `Folder`: the files of a description as they are on the disk, and nothing beyond.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf, absolute};

use super::loader::{Loader, Refusal};
use crate::limits::Limit;

/// The folders that the files of a description may be in.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    roots: Vec<PathBuf>,
}

impl Folder {
    /// The folder that a description is in.
    pub fn of(description: &Path) -> Self {
        Self::default().with_root(description.parent().unwrap_or(Path::new("")))
    }

    /// The same and another folder.
    #[must_use]
    pub fn with_root(mut self, root: &Path) -> Self {
        self.roots.push(if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() });
        self
    }

    /// Whether a path is in one of the folders, to tell before anything outside is touched.
    fn holds(&self, path: &Path) -> bool {
        let Some(path) = plain(path) else { return false };
        // A root may be named by a link, or the path to it lead through one.
        let names = |root: &PathBuf| [plain(root), fs::canonicalize(root).ok()];
        self.roots.iter().flat_map(names).flatten().any(|root| path.starts_with(root))
    }

    /// Whether it still is once all links are followed.
    fn truly_holds(&self, path: &Path) -> bool {
        self.roots.iter().filter_map(|root| fs::canonicalize(root).ok()).any(|root| path.starts_with(root))
    }
}

impl Loader for Folder {
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal> {
        let path = Path::new(path);
        if !self.holds(path) {
            return Err(Refusal::Outside);
        }
        let refused = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Refusal::Missing,
            _ => Refusal::Unreadable(error.to_string()),
        };
        let target = fs::canonicalize(path).map_err(refused)?;
        if !self.truly_holds(&target) {
            return Err(Refusal::Outside);
        }
        // A pipe would be waited for, and a device has no end.
        if !fs::metadata(&target).map_err(refused)?.is_file() {
            return Err(Refusal::Unreadable("it is no file".to_owned()));
        }
        read_at_most(&target, most).map_err(refused)?.ok_or(Refusal::TooMuch(Limit::Megabytes))
    }
}

/// The bytes of a file; none if there are more than `most`, of which no more are read.
pub fn read_at_most(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    file.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= most).then_some(bytes))
}

/// The path from the root of the disk on, without detours.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for component in absolute(path).ok()?.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    Some(plain)
}
