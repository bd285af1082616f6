//! The steps on the disk, each of which names its file when it fails.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file that could not be read or written.
#[derive(Debug)]
pub struct DiskError {
    /// What was tried: `write`.
    pub action: &'static str,
    /// The file.
    pub path: PathBuf,
    /// Why it failed.
    pub cause: io::Error,
}

impl fmt::Display for DiskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot {} `{}`: {}", self.action, self.path.display(), self.cause)
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// How an error of the system becomes ours.
pub(crate) fn failed<'a>(action: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> DiskError + 'a {
    move |cause| DiskError { action, path: path.to_owned(), cause }
}

/// Makes sure that a folder can be listed.
pub(crate) fn check_is_folder(path: &Path) -> Result<(), DiskError> {
    fs::read_dir(path).map(drop).map_err(failed("read", path))
}

/// Reads a text file; none if there is no such file.
pub fn read_text_if_present(path: &Path) -> Result<Option<String>, DiskError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("read", path)(error)),
    }
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(failed("read", path))
}

/// How long a file is, and when it changed.
pub(crate) fn identity(path: &Path) -> Result<(u64, SystemTime), DiskError> {
    let metadata = fs::metadata(path).map_err(failed("read", path))?;
    Ok((metadata.len(), metadata.modified().map_err(failed("read", path))?))
}

/// The path with links followed as far as it exists.
pub(crate) fn followed(path: &Path) -> Result<PathBuf, DiskError> {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if !path.exists() => Ok(followed(parent)?.join(name)),
        _ => fs::canonicalize(path).map_err(failed("find", path)),
    }
}

/// Brings a file up to date.
pub fn write_if_changed(path: &Path, text: &str) -> Result<(), DiskError> {
    match read_text_if_present(path) {
        Ok(Some(found)) if found == text => Ok(()),
        _ => replace(path, text, Wait::No),
    }
}

/// How the name of a temporary file begins; what an interrupted run leaves behind is known by it.
pub(super) const TEMPORARY: &str = ".clientsmith-";

/// Whether something was left behind by a run that was killed: it is older than any run takes.
pub(super) fn is_stale(path: &Path) -> bool {
    const STALE: Duration = Duration::from_secs(60);
    let age = fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).map(|time| time.elapsed());
    matches!(age, Ok(Ok(age)) if age > STALE)
}

/// Whether to wait until a text has reached the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    /// It would be missed: the lock and the maintainer's files.
    Yes,
    /// A power cut may take it, for the lock tells that, and it can be generated again.
    No,
}

/// Replaces a file at once: whoever reads it sees the old text or the new one, whatever happens meanwhile.
pub(super) fn replace(path: &Path, text: &str, wait: Wait) -> Result<(), DiskError> {
    let mut name = OsString::from(TEMPORARY);
    name.push(path.file_name().unwrap_or_default());
    let temporary = path.with_file_name(name);
    let written = match write_new(&temporary, text, wait) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // One that an interrupted run left here.
            remove_if_present(&temporary)?;
            write_new(&temporary, text, wait)
        }
        written => written,
    };
    written.map_err(failed("write", path)).and_then(|()| rename(&temporary, path)).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    })
}

/// Writes a file that is not there yet, and overwrites none. Whoever reads it meanwhile sees a part of the text.
pub(super) fn create(path: &Path, text: &str) -> Result<(), DiskError> {
    write_new(path, text, Wait::No).map_err(failed("write", path))
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> Result<(), DiskError> {
    fs::remove_file(path).map_err(failed("remove", path))
}

/// Removes a file, if there is one.
pub(super) fn remove_if_present(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("remove", path)(error)),
        _ => Ok(()),
    }
}

/// Writes a file, and creates its folder if there is none.
fn write_new(path: &Path, text: &str, wait: Wait) -> io::Result<()> {
    // `create_new` follows no link.
    let open = || OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match (open(), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            open()?
        }
        (opened, _) => opened?,
    };
    let written = file.write_all(text.as_bytes()).and_then(|()| if wait == Wait::Yes { file.sync_all() } else { Ok(()) });
    written.inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(path);
    })
}

fn rename(from: &Path, to: &Path) -> Result<(), DiskError> {
    fs::rename(from, to).map_err(failed("write", to))
}
