//! `Comparing`: two versions of a client that are compared.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::revision::{NamedBy, Recorded, Revision};
use super::{Project, ProjectError, baseline, output_of, place};
use crate::compare::{self, HeldBack, Location, Report};
use crate::diagnostic::{Allowance, Part};
use crate::listing::{self, Style};
use crate::record::{Adoption, Key, Record};
use crate::settings::{Released, Settings, package_version};
use crate::source::{Description, Folder};
use crate::tree::disk;
use crate::{Input, Outcome, surface};

/// Two versions of a client that are compared.
#[derive(Debug)]
pub struct Comparing {
    /// The earlier one.
    pub before: Side,
    /// The later one.
    pub after: Side,
    /// What the later one was generated with, if it was generated for this.
    outcome: Option<Outcome>,
    allow: Vec<Allowance>,
}

/// A version of a client.
#[derive(Debug)]
pub struct Side {
    /// What it is called: a revision, a path.
    pub name: String,
    /// Whether it is a git revision.
    pub is_revision: bool,
    /// Whether it has no record, so that it is compared as it would be generated today.
    pub is_regenerated: bool,
    /// The version of the crate, if it is one.
    pub version: Option<String>,
    /// The manifest that says so, on the disk.
    pub manifest: PathBuf,
    record: Record,
}

/// Why there is nothing to compare.
#[derive(Debug)]
pub enum Obstacle {
    /// Nothing is released yet.
    Unreleased,
    /// A description has errors.
    Description(Box<Outcome>),
    /// Something cannot be read.
    Unreadable(ProjectError),
}

impl<E: Into<ProjectError>> From<E> for Obstacle {
    fn from(error: E) -> Self {
        Self::Unreadable(error.into())
    }
}

impl Comparing {
    /// The client of a git revision, and the one that the settings give now. Without a revision it is the released one, or if
    /// the settings do not name one, what was last generated.
    ///
    /// # Errors
    ///
    /// Fails if nothing is released, the description has errors, or something cannot be read.
    pub fn since(settings: &Path, revision: Option<&str>) -> Result<Self, Obstacle> {
        let project = Project::read(settings)?;
        let revision = match (&project.input.settings.released, revision) {
            (_, Some(name)) => Some((name, NamedBy::CommandLine)),
            (Released::Revision { name, .. }, None) => Some((name.as_str(), NamedBy::Settings)),
            (Released::Nothing, None) => return Err(Obstacle::Unreleased),
            (Released::Latest, None) => None,
        };
        let before = match revision {
            Some((name, by)) => Side::of_revision(Revision { name, folder: &project.output, by }, settings)?,
            None => Side::on_disk(&project.output)?,
        };
        let outcome = project.generate_and_compare();
        let Some(record) = outcome.record.clone() else { return Err(Obstacle::Description(Box::new(outcome))) };
        let after = Side::of_folder(&project.output, &project.input.settings.description, record);
        Ok(Self { before, after, outcome: Some(outcome), allow: project.input.settings.allow })
    }

    /// Two clients: folders of crates, records, or descriptions, which are generated as the settings say, if there are some. A later
    /// description keeps what is there before.
    ///
    /// # Errors
    ///
    /// Fails if one of them is none of these, has errors, or cannot be read.
    pub fn between(before: &Path, after: &Path, settings: Option<&Path>) -> Result<Self, Obstacle> {
        let settings = match settings {
            Some(path) => {
                let parsed = Settings::parse(&String::from_utf8_lossy(&disk::read(path)?));
                parsed.map_err(|error| ProjectError::Settings { path: path.to_owned(), error })?
            }
            None => Settings::new(""),
        };
        let (before, _) = Side::at(before, &settings, Record::default())?;
        let (after, outcome) = Side::at(after, &settings, before.record.clone())?;
        Ok(Self { before, after, outcome, allow: settings.allow })
    }

    /// Whether both have facts, so that more than names and types is compared.
    pub fn has_facts(&self) -> bool {
        self.before.record.has_facts() && self.after.record.has_facts()
    }

    /// What is kept in the later one although the description gives something else.
    pub fn held_back(&self) -> &[HeldBack] {
        self.outcome.as_ref().map_or(&[], |outcome| &outcome.held_back)
    }

    /// What changed, and the allowances for rules that no finding needs.
    pub fn report(&self) -> (Report, Vec<&Allowance>) {
        let (mut report, unused) = report(&self.before, &self.after.record, self.outcome.as_ref(), &self.allow);
        if let Some(outcome) = &self.outcome {
            report = report.with_held_back(outcome.held_back.clone());
        }
        (report, unused)
    }
}

/// What changed after a version of a client, and the allowances for rules that no finding needs.
fn report<'a>(before: &Side, after: &Record, outcome: Option<&Outcome>, allow: &'a [Allowance]) -> (Report, Vec<&'a Allowance>) {
    let mut report = compare::report(&before.record, after);
    if let Some(version) = before.version.as_ref().and_then(|version| version.parse().ok()) {
        report = report.after_version(version);
    }
    if let Some(outcome) = outcome {
        locate(&mut report, outcome);
    }
    let unused = report.allow(allow);
    (report, unused)
}

/// Notes where a description says what was found.
fn locate(report: &mut Report, Outcome { plan, sources, .. }: &Outcome) {
    let Some(plan) = plan else { return };
    let places = surface::places(plan);
    let origin = |key: &Key| {
        let around: Vec<Key> = key.ancestors().collect();
        around.iter().rev().find_map(|key| places.get(key).copied())
    };
    let keys: BTreeMap<Key, _> =
        report.findings().iter().filter_map(|finding| Some((finding.key.clone(), origin(&finding.key)?))).collect();
    let wanted: Vec<_> = keys.values().map(|at| (sources.written(*at), Part::Key)).collect();
    let location = |at: crate::source::Location| Location { file: sources.path(at.file).to_owned(), line: at.line };
    let located: BTreeMap<&Key, Location> = keys.keys().zip(sources.locate(&wanted).into_iter().map(location)).collect();
    report.locate(|key| located.get(key).cloned());
}

impl Side {
    /// The client of a revision. Without a record there, it is generated from the description that the revision has.
    fn of_revision(revision: Revision<'_>, settings: &Path) -> Result<Self, ProjectError> {
        let failed = ProjectError::Comparison;
        let commit = revision.commit().map_err(failed)?;
        let (record, is_regenerated) = match revision.recorded(&commit).map_err(failed)? {
            Recorded::Record(record) => (record, false),
            Recorded::Lock(former) => (regenerated(revision, &commit, settings, former)?, true),
            Recorded::Nothing => (regenerated(revision, &commit, settings, Record::default())?, true),
        };
        let read = |path: &str| revision.text(&commit, path).ok().flatten();
        Ok(Self {
            name: revision.name.to_owned(),
            is_revision: true,
            is_regenerated,
            version: package_version(read),
            manifest: revision.folder.join("Cargo.toml"),
            record: record.into_baseline(),
        })
    }

    /// The client in a folder, as it was last generated.
    fn on_disk(folder: &Path) -> Result<Self, ProjectError> {
        let name = place::shown(&folder.join(Record::FILE));
        Ok(Self::of_folder(folder, &name, baseline::on_disk(folder)?))
    }

    /// The client in a folder, with this record.
    fn of_folder(folder: &Path, name: &str, record: Record) -> Self {
        let read = |path: &str| disk::read_text_if_present(&folder.join(path)).ok().flatten();
        let (version, manifest) = (package_version(read), folder.join("Cargo.toml"));
        let (name, record) = (name.to_owned(), record.into_baseline());
        Self { name, is_revision: false, is_regenerated: false, version, manifest, record }
    }

    /// The client at a path: the folder of a crate or of settings, a record, or a description that keeps what is in a record.
    fn at(path: &Path, settings: &Settings, earlier: Record) -> Result<(Self, Option<Outcome>), Obstacle> {
        if path.is_dir() {
            return Ok((Self::in_folder(path)?, None));
        }
        let bytes = disk::read(path)?;
        let name = place::shown(path);
        if is_record(path, &bytes) {
            let text = String::from_utf8_lossy(&bytes);
            let record = Record::parse(&text).map_err(|error| ProjectError::Record { path: path.to_owned(), error })?;
            return Ok((Self::of_folder(path.parent().unwrap_or(Path::new("")), &name, record), None));
        }
        let outcome = Project::of_description(path, settings.clone(), earlier).generate_and_compare();
        let Some(record) = outcome.record.clone() else { return Err(Obstacle::Description(Box::new(outcome))) };
        // No crate is generated from it here.
        let side = Self { version: None, ..Self::of_folder(path.parent().unwrap_or(Path::new("")), &name, record) };
        Ok((side, Some(outcome)))
    }

    /// The client in a folder, or the one that the settings in it say where it is.
    fn in_folder(folder: &Path) -> Result<Self, ProjectError> {
        let settings = folder.join(Settings::FILE);
        let output = match disk::read_text_if_present(&settings)? {
            Some(text) if !folder.join(Record::FILE).exists() => {
                let parsed = Settings::parse(&text).map_err(|error| ProjectError::Settings { path: settings.clone(), error })?;
                output_of(&parsed, &settings)
            }
            _ => folder.to_owned(),
        };
        let side = Self::on_disk(&output)?;
        if side.record.is_empty() {
            let (folder, file) = (place::shown(folder), Record::FILE);
            let message =
                format!("`{folder}` has no `{file}`: name the folder of a generated client, a record, or a description");
            return Err(ProjectError::Comparison(message));
        }
        Ok(side)
    }
}

/// The public API that the description of a commit gives, with the names that a lock has.
fn regenerated(revision: Revision<'_>, commit: &str, settings: &Path, former: Record) -> Result<Record, ProjectError> {
    let Outcome { record, diagnostics, sources, .. } = Project::of_commit((revision, commit), settings, former)?.generate();
    record.ok_or_else(|| {
        let (name, file) = (revision.name, Record::FILE);
        let rendered = listing::render(&diagnostics, &sources, Style::Plain);
        ProjectError::Comparison(format!("`{name}` has no `{file}`, and its description has errors:\n{rendered}"))
    })
}

/// Whether a file is a record, and not a description.
fn is_record(path: &Path, bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty() && !line.starts_with(b"//"));
    path.extension().is_some_and(|extension| extension == "api") || lines.next().is_some_and(|line| line.starts_with(b"format "))
}

impl Project {
    /// What a run of `generate` changed: since the release that the settings name, or else since the run before. None if there was
    /// no client before.
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
        Some(report(&before, &record.into_baseline(), Some(outcome), &self.input.settings.allow).0)
    }

    /// A client of a description alone, which keeps what is in a record.
    fn of_description(path: &Path, settings: Settings, record: Record) -> Self {
        let shown = place::shown(path);
        let settings = Settings {
            description: shown.clone(),
            name: Some("client".to_owned()),
            output: None,
            roots: Vec::new(),
            overlays: Vec::new(),
            released: Released::Latest,
            ..settings
        };
        let description = Description::read(&shown, &[], &settings.limits, &mut Folder::of(path));
        let input =
            Input { settings, settings_file: None, description, files: Vec::new(), record, adoption: Adoption::default() };
        Self { input, output: path.parent().unwrap_or(Path::new("")).to_owned() }
    }
}
