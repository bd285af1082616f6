//! `Tree::check`: what differs on the disk, without writing anything.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use super::disk::DiskError;
use super::explain::explain;
use super::fingerprint::{Fingerprint, same_text};
use super::survey::{Content, Found, Survey};
use super::{FilePath, Lock, State, Tree, manifest};
use crate::record::Record;

/// All that differs between a client crate and the tree it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Changed inputs first, then the files by their paths, the manifest and the lock last.
    pub differences: Vec<Difference>,
}

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The file, relative to the client crate.
    pub path: String,
    /// In which way.
    pub kind: DifferenceKind,
    /// What in it differs.
    pub details: Vec<String>,
}

/// In which way a file differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// A file of the description, or the settings: changed since the client was generated.
    Changed,
    /// Not there.
    Missing,
    /// As it was written, but something else would be written now.
    Stale,
    /// Changed since it was written.
    Edited,
    /// Not one of the files that would be written.
    Stray,
    /// A run that was interrupted.
    Unfinished,
}

impl fmt::Display for DifferenceKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Edited => "edited",
            Self::Stray => "stray",
            Self::Unfinished => "unfinished",
        })
    }
}

impl Drift {
    /// Whether the crate is as it should be.
    pub fn is_none(&self) -> bool {
        self.differences.is_empty()
    }

    fn add(&mut self, path: impl Into<String>, kind: DifferenceKind, details: Vec<String>) {
        self.differences.push(Difference { path: path.into(), kind, details });
    }
}

impl Tree {
    /// Compares a client crate with the tree, line ends aside.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be read.
    pub fn check(&self, folder: &Path) -> Result<Drift, DiskError> {
        let survey = Survey::of(folder)?;
        let text = survey.lock.as_ref().and_then(Found::bytes).map(String::from_utf8_lossy);
        let lock = text.as_deref().map(Lock::parse);
        let previous = lock.as_ref().and_then(|lock| lock.as_ref().ok());
        let mut drift = Drift::default();
        if let Some(previous) = previous {
            self.check_sources(previous, &mut drift);
        }
        self.check_files(&survey, previous, &mut drift);
        let written = previous.map(|lock| &lock.facts.manifest);
        if let Some(outdated) = manifest::outdated(folder, written, &self.lock.facts.manifest)? {
            drift.add(manifest::FILE, DifferenceKind::Edited, outdated.details());
        }
        match (&text, &lock) {
            (Some(_), Some(Err(error))) => drift.add(Lock::FILE, DifferenceKind::Edited, vec![error.to_string()]),
            (Some(text), _) => self.check_lock(text, previous, &mut drift),
            (None, _) => drift.add(Lock::FILE, DifferenceKind::Missing, survey.lock.iter().filter_map(what_is).collect()),
        }
        Ok(drift)
    }

    fn check_sources(&self, previous: &Lock, drift: &mut Drift) {
        let (expected, recorded) = (&self.lock.facts.sources, &previous.facts.sources);
        let paths: BTreeSet<_> = expected.keys().chain(recorded.keys()).collect();
        for path in paths {
            let detail = match (expected.get(path), recorded.get(path)) {
                (Some(now), Some(then)) if now == then => continue,
                (Some(_), Some(_)) => "since the client was generated",
                (Some(_), None) => "it was not used when the client was generated",
                (None, _) => "it is no longer used",
            };
            drift.add(path, DifferenceKind::Changed, vec![detail.to_owned()]);
        }
    }

    fn check_files(&self, survey: &Survey, previous: Option<&Lock>, drift: &mut Drift) {
        let expected = self.files.keys().map(FilePath::as_str);
        let paths: BTreeSet<_> = expected.chain(survey.files.keys().map(String::as_str)).collect();
        for path in paths {
            let recorded = previous.and_then(|lock| lock.files.get(path));
            match (self.files.get(path), survey.files.get(path)) {
                (Some(text), Some(found)) => check_file(path, text, found, recorded, drift),
                (Some(_), None) => drift.add(path, DifferenceKind::Missing, Vec::new()),
                (None, Some(found)) => drift.add(path, DifferenceKind::Stray, vec![stray(found)]),
                (None, None) => {}
            }
        }
    }

    /// Names the lines of the lock that differ and do not merely say what is said of another file already.
    fn check_lock(&self, text: &str, previous: Option<&Lock>, drift: &mut Drift) {
        let expected = self.lock.to_string();
        if same_text(text.as_bytes(), expected.as_bytes()) {
            return;
        }
        if previous.is_some_and(|lock| lock.state == State::Unfinished) {
            return drift.add(Lock::FILE, DifferenceKind::Unfinished, vec!["`generate` was interrupted".to_owned()]);
        }
        let is_told = |line: &str| drift.differences.iter().any(|other| line.ends_with(&format!(" {}", other.path)));
        let mut details = different_lines(&expected, text, |line| !is_told(line));
        if details.is_empty() && drift.is_none() {
            details.push("only the layout differs".to_owned());
        }
        if !details.is_empty() {
            drift.add(Lock::FILE, DifferenceKind::Stale, details);
        }
    }
}

fn check_file(path: &str, text: &str, found: &Found, recorded: Option<&Fingerprint>, drift: &mut Drift) {
    let Some(bytes) = found.bytes() else {
        return drift.add(path, DifferenceKind::Edited, what_is(found).into_iter().collect());
    };
    if same_text(bytes, text.as_bytes()) {
        return;
    }
    let kind = match recorded {
        Some(recorded) if *recorded == Fingerprint::of(bytes) => DifferenceKind::Stale,
        _ => DifferenceKind::Edited,
    };
    let found = String::from_utf8_lossy(bytes);
    let details = if path == Record::FILE { different_lines(text, &found, |_| true) } else { explain(text, &found) };
    drift.add(path, kind, details);
}

/// The lines that are in one of two texts only, of those that are wanted.
fn different_lines(expected: &str, found: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let lines_without = |these: &str, those: &str, verb: &str| -> Vec<String> {
        let those: BTreeSet<_> = those.lines().collect();
        let lines = these.lines().filter(|line| !line.is_empty() && !those.contains(line) && is_wanted(line));
        lines.map(|line| format!("{verb} `{line}`")).collect()
    };
    let mut details = lines_without(expected, found, "lacks");
    details.extend(lines_without(found, expected, "says"));
    details
}

fn stray(found: &Found) -> String {
    match what_is(found) {
        Some(what) => what,
        None if found.is_marked() => "nothing gives it any more; `generate` removes it".to_owned(),
        None => "clientsmith did not write it; move it elsewhere".to_owned(),
    }
}

/// What a file is, if not a plain one.
fn what_is(found: &Found) -> Option<String> {
    match found.content {
        Content::Bytes(_) => None,
        Content::SymbolicLink => Some("it is a symbolic link".to_owned()),
        Content::Special => Some("it is not a regular file".to_owned()),
    }
}
