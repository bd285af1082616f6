//! `Lock::is_current`: whether all that a lock names is as it says.

use std::path::Path;

use rayon::prelude::*;

use super::disk::{self, DiskError};
use super::survey::{Found, Survey};
use super::{FilePath, Fingerprint, Lock, State, manifest};

impl Lock {
    /// Whether the settings, the description and the client crate are as the lock says, and nothing else stands in the folders of
    /// generated code.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be read.
    pub fn is_current(&self, folder: &Path) -> Result<bool, DiskError> {
        let entries = &self.facts.manifest;
        if self.state != State::Complete || manifest::outdated(folder, Some(entries), entries)?.is_some() {
            return Ok(false);
        }
        let same_source = |(path, recorded): (&String, &Fingerprint)| {
            disk::read(&folder.join(path)).is_ok_and(|bytes| Fingerprint::of(&bytes) == *recorded)
        };
        if !self.facts.sources.par_iter().all(same_source) {
            return Ok(false);
        }
        let survey = Survey::of(folder)?;
        let same_files = survey.files.keys().eq(self.files.keys().map(FilePath::as_str));
        let same_file =
            |(found, recorded): (&Found, &Fingerprint)| found.bytes().is_some_and(|bytes| Fingerprint::of(bytes) == *recorded);
        let files: Vec<_> = survey.files.values().zip(self.files.values()).collect();
        Ok(survey.temporaries.is_empty() && same_files && files.into_par_iter().all(same_file))
    }
}
