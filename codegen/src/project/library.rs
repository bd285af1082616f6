//! `Library`: provides the files of a description and records which were read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{ProjectError, input_file, place};
use crate::InputFile;
use crate::limits::{Limit, Limits};
use crate::source::{Folder, Loader, Refusal, read_at_most};
use crate::tree::disk::{self, failed};

/// Provides the files that the settings name and those in allowed folders, and records which were read.
pub(super) struct Library {
    folder: Folder,
    output: PathBuf,
    /// The files that the settings name, wherever they are.
    named: BTreeMap<String, Option<Vec<u8>>>,
    most: usize,
    files: Vec<Result<InputFile, ProjectError>>,
}

impl Library {
    /// Provides the files of a description for the client crate in a folder.
    pub(super) fn new(description: &Path, output: &Path, limits: &Limits) -> Result<Self, ProjectError> {
        let (folder, most) = (Folder::of(description), limits.bytes(Limit::Megabytes));
        let library = Self { folder, output: output.to_owned(), named: BTreeMap::new(), most, files: Vec::new() };
        library.with_file(description)
    }

    /// Adds a file that the settings name.
    pub(super) fn with_file(mut self, path: &Path) -> Result<Self, ProjectError> {
        self.named.insert(place::shown(path), read_at_most(path, self.most).map_err(failed("read", path))?);
        Ok(self)
    }

    /// Adds a file with content that is not written yet.
    pub(super) fn with_text(mut self, path: &Path, text: &str) -> Self {
        self.named.insert(place::shown(path), Some(text.as_bytes().to_vec()));
        self
    }

    /// Adds a folder that the settings allow.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder does not exist. The crate's own folder may be missing.
    pub(super) fn with_root(mut self, root: &Path) -> Result<Self, ProjectError> {
        let listed = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        if root != self.output {
            disk::check_is_folder(listed)?;
        }
        self.folder = self.folder.with_root(root);
        Ok(self)
    }

    /// Returns the files that were read, in order.
    pub(super) fn into_files(self) -> Result<Vec<InputFile>, ProjectError> {
        self.files.into_iter().collect()
    }
}

impl Loader for Library {
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal> {
        let bytes = match self.named.remove(path) {
            Some(bytes) => bytes.filter(|bytes| bytes.len() <= most).ok_or(Refusal::TooMuch(Limit::Megabytes))?,
            None => self.folder.load(path, most)?,
        };
        self.files.push(input_file(Path::new(path), &bytes, &self.output));
        Ok(bytes)
    }
}
