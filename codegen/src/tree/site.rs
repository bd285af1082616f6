//! `Site`: where a new crate is built, beside the place that it is for.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{DiskError, failed, is_stale};

/// A folder that is removed unless the crate built in it is moved to its place.
pub struct Site {
    path: PathBuf,
}

/// Why a new crate cannot be where it should be.
#[derive(Debug)]
pub enum Occupied {
    /// There is something: its path, and what it is or has in it.
    By(PathBuf, String),
    /// What is there cannot be seen.
    Unseen(DiskError),
}

impl Site {
    /// A folder beside a place.
    pub(crate) fn beside(output: &Path) -> Result<Self, DiskError> {
        let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(failed("create", parent))?;
        remove_abandoned(parent);
        let path = parent.join(format!("{}{}", PREFIX, std::process::id()));
        fs::create_dir(&path).map_err(failed("create", &path))?;
        Ok(Self { path })
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file of the crate.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let path = self.path.join(path);
        let folder = path.parent().unwrap_or(&self.path);
        fs::create_dir_all(folder).map_err(failed("create", folder))?;
        fs::write(&path, bytes).map_err(failed("write", &path))
    }

    /// Moves the crate to its place. A folder that is there already, and empty, is kept: somebody may stand in it.
    pub(crate) fn move_to(self, output: &Path) -> Result<(), DiskError> {
        if !output.exists() {
            return fs::rename(&self.path, output).map_err(failed("create", output));
        }
        for entry in fs::read_dir(&self.path).map_err(failed("read", &self.path))? {
            let entry = entry.map_err(failed("read", &self.path))?;
            let path = output.join(entry.file_name());
            fs::rename(entry.path(), &path).map_err(failed("create", &path))?;
        }
        Ok(())
    }

    /// Fails if something is in the folder, or in its place.
    pub(crate) fn check_is_free(output: &Path) -> Result<(), Occupied> {
        let by = |what: String| Err(Occupied::By(output.to_owned(), what));
        let unseen = |error| Occupied::Unseen(failed("read", output)(error));
        match fs::symlink_metadata(output) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(unseen(error)),
            Ok(metadata) if metadata.is_symlink() => return by("is a symbolic link".to_owned()),
            Ok(metadata) if !metadata.is_dir() => return by("is not a folder".to_owned()),
            Ok(_) => {}
        }
        let entries = fs::read_dir(output).map_err(unseen)?;
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        match names.as_slice() {
            [] => Ok(()),
            [only] => by(format!("is not empty: there is `{only}`")),
            [first, others @ ..] => by(format!("is not empty: there are `{first}` and {} more", others.len())),
        }
    }
}

/// How the name of such a folder begins.
const PREFIX: &str = ".clientsmith-new-";

/// Removes what runs have left that were killed. None but this one has its number.
fn remove_abandoned(parent: &Path) {
    let own = std::process::id().to_string();
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(process) = name.strip_prefix(PREFIX) else { continue };
        let is_number = !process.is_empty() && process.bytes().all(|byte| byte.is_ascii_digit());
        // A link is no folder, and stays.
        let is_folder = entry.file_type().is_ok_and(|file_type| file_type.is_dir());
        if is_folder && is_number && (process == own || is_stale(&entry.path())) {
            // If it stays, it is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Moved away, or a hidden folder stays behind.
        let _ = fs::remove_dir_all(&self.path);
    }
}

impl fmt::Display for Occupied {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By(path, what) => {
                write!(formatter, "`{}` {what}; a new client needs an empty folder, or none", path.display())
            }
            Self::Unseen(error) => error.fmt(formatter),
        }
    }
}
