//! `Tree::write`: brings a client crate up to date, so that being interrupted does no harm.

mod error;
mod running;

pub use error::{ForeignFile, WriteError};

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use self::running::Running;
use super::disk::{self, DiskError, Wait, failed};
use super::fingerprint::same_text;
use super::manifest::{self, Outdated};
use super::survey::{Found, Survey};
use super::{Facts, FilePath, Lock, Tree};
use crate::record::Record;

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files that changed or are new.
    pub written: Vec<String>,
    /// The files that were as they should be; nothing touched them.
    pub unchanged: Vec<String>,
    /// The files that nothing gives any more.
    pub removed: Vec<String>,
}

impl Tree {
    /// Writes what differs into a client crate.
    ///
    /// The lock is marked as unfinished first and written whole last, and each file that is there already is replaced at once, so an
    /// interrupted run leaves a crate that refuses to build and that the next run completes. A file that bears the mark of generated files
    /// and is not part of the tree is removed.
    ///
    /// # Errors
    ///
    /// Fails before anything is written if a file without the mark or a symbolic link stands in a folder of generated code,
    /// or if another run is writing; and at the first file that cannot be written.
    pub fn write(&self, folder: &Path) -> Result<Written, WriteError> {
        let (survey, lock) = (Survey::of(folder)?, self.lock.to_string());
        let changes = self.changes(folder, &survey, &lock)?;
        if changes.is_none() {
            return Ok(changes.report());
        }
        fs::create_dir_all(folder).map_err(failed("create", folder))?;
        let _running = Running::begin(folder)?;
        // Once more, now that nobody else is writing.
        let survey = Survey::of(folder)?;
        let changes = self.changes(folder, &survey, &lock)?;
        self.mark_unfinished(folder, &survey)?;
        // One after the other: processors that create files in the same folder wait for each other, and use up their time.
        for (path, text) in &changes.written {
            match survey.files.get(path.as_str()) {
                // It is read before it is generated again.
                _ if path.as_str() == Record::FILE => disk::replace(&path.below(folder), text, Wait::Yes)?,
                Some(_) => disk::replace(&path.below(folder), text, Wait::No)?,
                // The lock tells that it cannot be relied on yet.
                None => disk::create(&path.below(folder), text)?,
            }
        }
        for (_, found) in &changes.removed {
            disk::remove(&found.path)?;
            remove_emptied(folder, &found.path);
        }
        if let Some(outdated) = &changes.manifest {
            disk::replace(&folder.join(manifest::FILE), &outdated.updated(), Wait::Yes)?;
        }
        for path in &survey.temporaries {
            disk::remove_if_present(path)?;
        }
        disk::replace(&folder.join(Lock::FILE), &lock, Wait::Yes)?;
        Ok(changes.report())
    }

    /// What has to be done, unless something stands in the way.
    fn changes<'a>(&'a self, folder: &Path, survey: &'a Survey, lock: &str) -> Result<Changes<'a>, WriteError> {
        let foreign: Vec<_> = survey.files.iter().filter_map(|(name, found)| self.foreign(name, found)).collect();
        let foreign_lock = survey.lock.iter().filter(|lock| lock.bytes().is_none()).map(ForeignFile::new);
        let foreign: Vec<_> = foreign.into_iter().chain(foreign_lock).collect();
        if !foreign.is_empty() {
            return Err(WriteError::Foreign(foreign));
        }
        let is_same = |found: Option<&Found>, text: &str| {
            found.and_then(Found::bytes).is_some_and(|bytes| same_text(bytes, text.as_bytes()))
        };
        let previous = previous(survey);
        let (unchanged, written) = self.files.iter().partition(|(path, text)| is_same(survey.files.get(path.as_str()), text));
        Ok(Changes {
            written,
            unchanged,
            removed: survey.files.iter().filter(|(name, _)| !self.files.contains_key(name.as_str())).collect(),
            temporaries: &survey.temporaries,
            manifest: manifest::outdated(folder, previous.as_ref().map(|lock| &lock.facts.manifest), &self.lock.facts.manifest)?,
            lock: !is_same(survey.lock.as_ref(), lock),
        })
    }

    /// The complaint about a file that may be neither overwritten nor removed.
    fn foreign(&self, name: &str, found: &Found) -> Option<ForeignFile> {
        // A run that was ended while it wrote leaves the beginning of a file.
        let is_begun = |text: &String| found.is_blank() || found.bytes().is_some_and(|bytes| text.as_bytes().starts_with(bytes));
        let is_ours = found.is_marked() || self.files.get(name).is_some_and(is_begun);
        (!is_ours).then(|| ForeignFile::new(found))
    }

    /// Says in the lock that the files cannot be relied on, and keeps what it knows.
    fn mark_unfinished(&self, folder: &Path, survey: &Survey) -> Result<(), DiskError> {
        // The manifest's entries are not written yet.
        let first = || Lock { facts: Facts { manifest: BTreeMap::new(), ..self.lock.facts.clone() }, ..self.lock.clone() };
        let text = text(survey).filter(|text| Lock::parse(text).is_ok());
        let unfinished = text.map_or_else(|| first().unfinished().to_string(), Lock::unfinished_text);
        if survey.lock.as_ref().and_then(Found::bytes).is_some_and(|bytes| same_text(bytes, unfinished.as_bytes())) {
            return Ok(());
        }
        disk::replace(&folder.join(Lock::FILE), &unfinished, Wait::Yes)
    }
}

/// What was generated before, as far as it is known.
fn previous(survey: &Survey) -> Option<Lock> {
    Lock::parse(text(survey)?).ok()
}

/// The text of the lock.
fn text(survey: &Survey) -> Option<&str> {
    str::from_utf8(survey.lock.as_ref()?.bytes()?).ok()
}

/// The difference between a tree and the disk.
struct Changes<'a> {
    written: Vec<(&'a FilePath, &'a String)>,
    unchanged: Vec<(&'a FilePath, &'a String)>,
    removed: Vec<(&'a String, &'a Found)>,
    temporaries: &'a [PathBuf],
    manifest: Option<Outdated<'a>>,
    lock: bool,
}

impl Changes<'_> {
    fn is_none(&self) -> bool {
        let is_any = self.lock || self.manifest.is_some();
        !is_any && self.written.is_empty() && self.removed.is_empty() && self.temporaries.is_empty()
    }

    fn report(&self) -> Written {
        let paths = |files: &[(&FilePath, &String)]| files.iter().map(|(path, _)| path.to_string()).collect();
        let mut report = Written {
            written: paths(&self.written),
            unchanged: paths(&self.unchanged),
            removed: self.removed.iter().map(|(name, _)| (*name).clone()).collect(),
        };
        if self.manifest.is_some() {
            report.written.push(manifest::FILE.to_owned());
        }
        let lock = if self.lock { &mut report.written } else { &mut report.unchanged };
        lock.push(Lock::FILE.to_owned());
        report
    }
}

/// Removes the folders that a removed file leaves empty, up to the root of generated code.
fn remove_emptied(folder: &Path, file: &Path) {
    let roots = FilePath::ROOTS.map(|root| folder.join(root));
    for parent in file.ancestors().skip(1) {
        if roots.iter().any(|root| root == parent) || fs::remove_dir(parent).is_err() {
            return;
        }
    }
}
