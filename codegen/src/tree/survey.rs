//! `Survey`: what stands in the folders of generated code.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{DiskError, TEMPORARY, failed};
use super::{FilePath, Lock, is_marked};

/// The files found, by their path relative to the client crate.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// All but hidden files: those belong to editors and systems, and no module leads to them.
    pub(super) files: BTreeMap<String, Found>,
    /// What an interrupted run left behind.
    pub(super) temporaries: Vec<PathBuf>,
    /// The lock's text, if there is one.
    pub(super) lock: Option<Found>,
}

/// A file and what is in it.
#[derive(Debug)]
pub(super) struct Found {
    /// The file.
    pub(super) path: PathBuf,
    /// What is in it.
    pub(super) content: Content,
}

/// What is in a file.
#[derive(Debug)]
pub(super) enum Content {
    /// Bytes.
    Bytes(Vec<u8>),
    /// A symbolic link: never followed, since it can lead out of the crate.
    SymbolicLink,
    /// A pipe, a socket or a device.
    Special,
}

impl Found {
    /// The bytes, unless the file is not a plain one.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::SymbolicLink | Content::Special => None,
        }
    }

    /// Whether the file may be overwritten or removed: it bears our mark.
    pub(super) fn is_marked(&self) -> bool {
        self.bytes().is_some_and(is_marked)
    }

    /// Whether there is nothing in the file to lose: it was emptied, by hand or, up to its length, by a power cut.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes().is_some_and(|bytes| bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0))
    }
}

impl Survey {
    /// Looks at everything in a client crate that clientsmith could write or remove.
    pub(super) fn of(folder: &Path) -> Result<Self, DiskError> {
        let mut survey = Self::default();
        let mut entries = Vec::new();
        for path in ["src"].into_iter().chain(FilePath::ROOTS) {
            if let Some(file_type) = file_type(&folder.join(path))? {
                survey.entry(folder.join(path), path.to_owned(), file_type, path != "src", &mut entries)?;
            }
        }
        for path in FilePath::SINGLE.into_iter().chain([Lock::FILE]) {
            if let Some(file_type) = file_type(&folder.join(path))? {
                survey.entry(folder.join(path), path.to_owned(), file_type, false, &mut entries)?;
            }
        }
        survey.files = entries.into_par_iter().map(Entry::read).collect::<Result<_, _>>()?;
        survey.lock = survey.files.remove(Lock::FILE);
        Ok(survey)
    }

    fn entry(
        &mut self,
        path: PathBuf,
        name: String,
        file_type: FileType,
        descend: bool,
        entries: &mut Vec<Entry>,
    ) -> Result<(), DiskError> {
        if !file_type.is_dir() {
            entries.push(Entry { path, name, file_type });
        } else if descend {
            self.folder(&path, &name, entries)?;
        }
        Ok(())
    }

    fn folder(&mut self, folder: &Path, name: &str, entries: &mut Vec<Entry>) -> Result<(), DiskError> {
        for entry in fs::read_dir(folder).map_err(failed("read", folder))? {
            let entry = entry.map_err(failed("read", folder))?;
            let path = entry.path();
            let entry_name = entry.file_name();
            let entry_name = entry_name.to_string_lossy();
            if entry_name.starts_with(TEMPORARY) {
                self.temporaries.push(path);
            } else if !entry_name.starts_with('.') {
                let file_type = entry.file_type().map_err(failed("read", &path))?;
                self.entry(path, format!("{name}/{entry_name}"), file_type, true, entries)?;
            }
        }
        Ok(())
    }
}

/// A file that is still to be read.
struct Entry {
    path: PathBuf,
    name: String,
    file_type: FileType,
}

impl Entry {
    fn read(self) -> Result<(String, Found), DiskError> {
        let Self { path, name, file_type } = self;
        let content = if file_type.is_symlink() {
            Content::SymbolicLink
        } else if file_type.is_file() {
            Content::Bytes(fs::read(&path).map_err(failed("read", &path))?)
        } else {
            Content::Special
        };
        Ok((name, Found { path, content }))
    }
}

/// What a path leads to, links not followed; none if it leads nowhere.
fn file_type(path: &Path) -> Result<Option<FileType>, DiskError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata.file_type())),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(failed("read", path)(error)),
    }
}
