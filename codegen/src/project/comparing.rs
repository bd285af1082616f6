//! `Comparing`: two versions of a client to compare.

use std::collections::BTreeMap;
use std::path::Path;

use super::revision::{NamedBy, Revision};
use super::side::Side;
use super::{Project, ProjectError};
use crate::compare::{self, Finding, HeldBack, Location, Report};
use crate::diagnostic::{Allowance, Part};
use crate::record::{Item, Key, Record};
use crate::settings::{Released, Settings, package_version};
use crate::tree::disk;
use crate::{Outcome, surface};

/// Two versions of a client to compare.
#[derive(Debug)]
pub struct Comparing {
    /// The old version.
    pub before: Side,
    /// The new version.
    pub after: Side,
    /// The generation of the old version, if it was generated for this.
    earlier: Option<Outcome>,
    /// The generation of the new version, if it was generated for this.
    outcome: Option<Outcome>,
    allow: Vec<Allowance>,
}

/// The reason that there is nothing to compare.
#[derive(Debug)]
pub enum Obstacle {
    /// There is no release yet.
    Unreleased,
    /// A description has errors.
    Description(Box<Outcome>),
    /// A file or revision cannot be read.
    Unreadable(ProjectError),
}

impl<E: Into<ProjectError>> From<E> for Obstacle {
    fn from(error: E) -> Self {
        Self::Unreadable(error.into())
    }
}

impl Comparing {
    /// Compares the client of a git revision with the one that the settings give now. Without a revision, the old version is the
    /// released one, or the last generated one if the settings name no release.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no release, the description has errors, or a file cannot be read.
    pub fn since(settings: &Path, revision: Option<&str>) -> Result<Self, Obstacle> {
        let project = Project::read(settings)?;
        let revision = match (&project.input.settings.released, revision) {
            (_, Some(name)) => Some((name, NamedBy::CommandLine)),
            (Released::Revision { name, .. }, None) => Some((name.as_str(), NamedBy::Settings)),
            (Released::Nothing, None) => return Err(Obstacle::Unreleased),
            (Released::Latest, None) => None,
        };
        let revision = revision.map(|(name, by)| Revision { name, folder: &project.output, by });
        let (before, earlier) = match revision {
            Some(revision) => Side::of_revision(revision, settings)?,
            None => (Side::on_disk(&project.output)?, None),
        };
        let outcome = project.generate_and_compare();
        let Some(record) = outcome.record.clone() else { return Err(Obstacle::Description(Box::new(outcome))) };
        let after = Side::of_folder(&project.output, &project.input.settings.description, record);
        let lacks = |item: &Item| after.record.get(&item.key, item.kind).is_none();
        let earlier = match revision.filter(|_| earlier.is_none() && before.record.items().any(lacks)) {
            Some(revision) => {
                Project::of_revision(revision, settings, before.record.clone()).map(|project| project.generate()).ok()
            }
            None => earlier,
        };
        Ok(Self { before, after, earlier, outcome: Some(outcome), allow: project.input.settings.allow })
    }

    /// Compares two clients, each given as the folder of a crate, a record or a description. Descriptions are generated with the
    /// settings, and the new one keeps the API of the old one.
    ///
    /// # Errors
    ///
    /// Returns an error if one is not a client, has errors, or cannot be read.
    pub fn between(before: &Path, after: &Path, settings: Option<&Path>) -> Result<Self, Obstacle> {
        let settings = match settings {
            Some(path) => {
                let parsed = Settings::parse(&String::from_utf8_lossy(&disk::read(path)?));
                parsed.map_err(|error| ProjectError::Settings { path: path.to_owned(), error })?
            }
            None => Settings::new(""),
        };
        let (before, earlier) = Side::at(before, &settings, Record::default())?;
        let (after, outcome) = Side::at(after, &settings, before.record.clone())?;
        Ok(Self { before, after, earlier, outcome, allow: settings.allow })
    }

    /// Returns whether both have facts, so that more than names and types is compared.
    pub fn has_facts(&self) -> bool {
        self.before.record.has_facts() && self.after.record.has_facts()
    }

    /// Returns the decisions that are held back in the new version.
    pub fn held_back(&self) -> &[HeldBack] {
        self.outcome.as_ref().map_or(&[], |outcome| &outcome.held_back)
    }

    /// Returns the changes and the unused allowances of rules.
    pub fn report(&self) -> (Report, Vec<&Allowance>) {
        let outcomes = (self.earlier.as_ref(), self.outcome.as_ref());
        let (report, unused) = report(&self.before, &self.after.record, outcomes, &self.allow);
        (report.with_held_back(self.held_back().to_vec()), unused)
    }
}

/// Compares a new API with an old version; returns the changes and the unused allowances of rules.
fn report<'a>(
    before: &Side,
    after: &Record,
    outcomes: (Option<&Outcome>, Option<&Outcome>),
    allow: &'a [Allowance],
) -> (Report, Vec<&'a Allowance>) {
    let mut report = compare::report(&before.record, after);
    if let Some(version) = before.version.as_ref().and_then(|version| version.parse().ok()) {
        report = report.after_version(version);
    }
    locate(&mut report, before, outcomes);
    let unused = report.allow(allow);
    (report, unused)
}

/// Sets the place of each finding in the new description, or in the old one for a removed item.
fn locate(report: &mut Report, before: &Side, (earlier, later): (Option<&Outcome>, Option<&Outcome>)) {
    let is_gone = |finding: &&Finding| finding.after.is_empty();
    let earlier = locations(report.findings().iter().filter(is_gone), earlier);
    let later = locations(report.findings().iter(), later);
    let in_revision = |location: &Location| match before.is_revision {
        // The syntax of git for a file of a revision.
        true => Location { file: format!("{}:{}", before.name, location.file), ..location.clone() },
        false => location.clone(),
    };
    report.locate(|finding| match earlier.get(&finding.key).filter(|_| is_gone(&finding)) {
        Some(location) => Some(in_revision(location)),
        None => later.get(&finding.key).cloned(),
    });
}

/// Returns the places of findings in a description.
fn locations<'f>(findings: impl Iterator<Item = &'f Finding>, outcome: Option<&Outcome>) -> BTreeMap<Key, Location> {
    let Some(Outcome { plan: Some(plan), sources, .. }) = outcome else { return BTreeMap::new() };
    let places = surface::places(plan);
    let origin = |key: &Key| {
        let around: Vec<Key> = key.ancestors().collect();
        around.iter().rev().find_map(|key| places.get(key).copied())
    };
    let keys: BTreeMap<Key, _> = findings.filter_map(|finding| Some((finding.key.clone(), origin(&finding.key)?))).collect();
    let wanted: Vec<_> = keys.values().map(|at| (sources.written(*at), Part::Key)).collect();
    let location = |at: crate::source::Location| Location { file: sources.path(at.file).to_owned(), line: at.line };
    let found: Vec<Location> = sources.locate(&wanted).into_iter().map(location).collect();
    keys.into_keys().zip(found).collect()
}

impl Project {
    /// Returns the changes of a run of `generate` since the release, or since the previous run if there is no release; `None` if there
    /// was no client before.
    pub fn changes(&self, outcome: &Outcome) -> Option<Report> {
        let record = outcome.record.clone().filter(|_| !self.input.record.is_empty())?;
        let before = match &self.input.settings.released {
            Released::Revision { name, .. } => {
                let revision = Revision { name, folder: &self.output, by: NamedBy::Settings };
                let read = |path: &str| revision.text(name, path).ok().flatten();
                Side { version: package_version(read), ..Side::of_folder(&self.output, name, self.input.record.clone()) }
            }
            _ => Side::of_folder(&self.output, Record::FILE, self.input.record.clone()),
        };
        Some(report(&before, &record.into_baseline(), (None, Some(outcome)), &self.input.settings.allow).0)
    }
}
