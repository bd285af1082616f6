//! Generates the client of a git revision from its description and settings.

use std::path::{Path, PathBuf};

use super::revision::Revision;
use super::{Project, ProjectError, output_of, place};
use crate::Input;
use crate::limits::Limit;
use crate::record::{Adoption, Record};
use crate::settings::Settings;
use crate::source::{Description, Loader, Refusal};

impl Project {
    /// Reads the settings and description of a revision, to generate its client with the names of a record.
    pub(super) fn of_revision(revision: Revision<'_>, settings_path: &Path, record: Record) -> Result<Self, ProjectError> {
        let name = revision.name;
        let failed = ProjectError::Comparison;
        let commit = revision.commit().map_err(failed)?;
        let files = Files { revision, commit: &commit };
        let missing = |path: &Path, what: &str| failed(format!("`{name}` has no `{}`, {what}", place::shown(path)));
        let text = files.read(settings_path).map_err(failed)?;
        let text = text.ok_or_else(|| missing(settings_path, "so that it has no client to compare with"))?;
        let settings = Settings::parse(&String::from_utf8_lossy(&text));
        let settings = settings.map_err(|error| failed(format!("`{name}` has `{}`: {error}", place::shown(settings_path))))?;
        let folder = settings_path.parent().unwrap_or(Path::new(""));
        let description = place::normalized(&folder.join(&settings.description));
        if files.read(&description).map_err(failed)?.is_none() {
            return Err(missing(&description, "the description that its settings name"));
        }
        let shown = |path: &String| place::shown(&place::normalized(&folder.join(path)));
        let overlays: Vec<String> = settings.overlays.iter().map(shown).collect();
        let description = Description::read(&place::shown(&description), &overlays, &settings.limits, &mut { files });
        let output: PathBuf = output_of(&settings, settings_path);
        let adoption = Adoption::default();
        let input = Input { settings, settings_file: None, description, files: Vec::new(), record, adoption };
        Ok(Self { input, output })
    }
}

/// The files of a commit.
#[derive(Clone, Copy)]
struct Files<'a> {
    revision: Revision<'a>,
    commit: &'a str,
}

impl Files<'_> {
    /// Reads a file by its path on the disk.
    fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, String> {
        let path = place::relative(self.revision.folder, path).map_err(|error| error.to_string())?;
        self.revision.bytes(self.commit, &path)
    }
}

impl Loader for Files<'_> {
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal> {
        let bytes = self.read(Path::new(path)).map_err(Refusal::Unreadable)?.ok_or(Refusal::Missing)?;
        if bytes.len() <= most { Ok(bytes) } else { Err(Refusal::TooMuch(Limit::Megabytes)) }
    }
}
