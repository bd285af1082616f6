//! `Side`: one of two versions of a client to compare.

use std::path::{Path, PathBuf};

use super::comparing::Obstacle;
use super::revision::{Recorded, Revision};
use super::{Project, ProjectError, baseline, output_of, place};
use crate::listing::{self, Style};
use crate::record::{Adoption, Record};
use crate::settings::{Released, Settings, package_version};
use crate::source::{Description, Folder};
use crate::tree::disk;
use crate::{Input, Outcome};

/// A version of a client.
#[derive(Debug)]
pub struct Side {
    /// Its name: a revision or a path.
    pub name: String,
    /// Whether it is a git revision.
    pub is_revision: bool,
    /// Whether it has no record and was generated again for the comparison.
    pub is_regenerated: bool,
    /// The version of the crate, if known.
    pub version: Option<String>,
    /// The manifest with the version, on the disk.
    pub manifest: PathBuf,
    /// Its public API.
    pub(super) record: Record,
}

impl Side {
    /// Reads the client of a revision. Without a record, the client is generated from the revision's description.
    pub(super) fn of_revision(revision: Revision<'_>, settings: &Path) -> Result<(Self, Option<Outcome>), ProjectError> {
        let failed = ProjectError::Comparison;
        let commit = revision.commit().map_err(failed)?;
        let (record, outcome) = match revision.recorded(&commit).map_err(failed)? {
            Recorded::Record(record) => (record, None),
            Recorded::Lock(former) => regenerated(revision, settings, former)?,
            Recorded::Nothing => regenerated(revision, settings, Record::default())?,
        };
        let read = |path: &str| revision.text(&commit, path).ok().flatten();
        let side = Self {
            name: revision.name.to_owned(),
            is_revision: true,
            is_regenerated: outcome.is_some(),
            version: package_version(read),
            manifest: revision.folder.join("Cargo.toml"),
            record: record.into_baseline(),
        };
        Ok((side, outcome))
    }

    /// Reads the last generated client in a folder.
    pub(super) fn on_disk(folder: &Path) -> Result<Self, ProjectError> {
        let name = place::shown(&folder.join(Record::FILE));
        Ok(Self::of_folder(folder, &name, baseline::on_disk(folder)?))
    }

    /// Reads the version of the client in a folder, which has this record.
    pub(super) fn of_folder(folder: &Path, name: &str, record: Record) -> Self {
        let read = |path: &str| disk::read_text_if_present(&folder.join(path)).ok().flatten();
        let (version, manifest) = (package_version(read), folder.join("Cargo.toml"));
        let (name, record) = (name.to_owned(), record.into_baseline());
        Self { name, is_revision: false, is_regenerated: false, version, manifest, record }
    }

    /// Reads the client at a path: the folder of a crate or of settings, a record, or a description that keeps the API of `earlier`.
    pub(super) fn at(path: &Path, settings: &Settings, earlier: Record) -> Result<(Self, Option<Outcome>), Obstacle> {
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
        // The folder of a description is not the folder of a crate.
        let side = Self { version: None, ..Self::of_folder(path.parent().unwrap_or(Path::new("")), &name, record) };
        Ok((side, Some(outcome)))
    }

    /// Reads the client in a folder, or in the output folder of the settings there.
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

/// Generates the client of a revision from its description, with the names of a lock.
fn regenerated(revision: Revision<'_>, settings: &Path, former: Record) -> Result<(Record, Option<Outcome>), ProjectError> {
    let outcome = Project::of_revision(revision, settings, former)?.generate();
    if let Some(record) = outcome.record.clone() {
        return Ok((record, Some(outcome)));
    }
    let (name, file) = (revision.name, Record::FILE);
    let rendered = listing::render(&outcome.diagnostics, &outcome.sources, Style::Plain);
    Err(ProjectError::Comparison(format!("`{name}` has no `{file}`, and its description has errors:\n{rendered}")))
}

/// Returns whether a file is a record rather than a description.
fn is_record(path: &Path, bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty() && !line.starts_with(b"//"));
    path.extension().is_some_and(|extension| extension == "api") || lines.next().is_some_and(|line| line.starts_with(b"format "))
}

impl Project {
    /// Returns a project for a description without a crate that keeps the API of a record.
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
