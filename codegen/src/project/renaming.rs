//! `Renaming`: a new name for an item of a client, before it is written.

use std::path::{Path, PathBuf};

use super::{Project, ProjectError};
use crate::names::Named;
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Record};
use crate::settings::with_name;
use crate::tree::disk;
use crate::{Outcome, surface};

/// A new name for an item of a client.
#[derive(Debug)]
pub struct Renaming {
    /// The client with the new name.
    pub project: Project,
    /// The key of the item.
    pub key: Key,
    kind: Kind,
    /// The current path of the item.
    pub former: String,
    settings: PathBuf,
    settings_text: String,
}

impl Renaming {
    /// Finds the item and prepares the settings with its new name without writing anything.
    ///
    /// # Errors
    ///
    /// Returns an error if the item does not exist, cannot be renamed, or a file cannot be read.
    pub fn of(settings: &Path, address: &str, name: &str) -> Result<Self, ProjectError> {
        let bytes = disk::read(settings)?;
        let current = Project::of(settings, bytes.clone(), None, None)?;
        let outcome = current.generate();
        let surface = outcome.plan.as_ref().map(surface::of).unwrap_or_default();
        let item = item(&surface, address).or_else(|error| item(&current.input.record, address).map_err(|_| error))?;
        // A key refers to a field rather than to the model described there.
        let is_ambiguous = Named::of(item.key.as_str(), name, &surface).is_some_and(|named| named != Named::item(item));
        let written = if is_ambiguous { item.path.as_str() } else { item.key.as_str() };
        let text = with_name(&String::from_utf8_lossy(&bytes), written, name).map_err(ProjectError::Renaming)?;
        let project = Project::of(settings, text.clone().into_bytes(), None, None)?;
        let (key, kind, former) = (item.key.clone(), item.kind, item.path.clone());
        Ok(Self { project, key, kind, former, settings: settings.to_owned(), settings_text: text })
    }

    /// Returns the path of the item in a client that was generated with the new name.
    ///
    /// # Errors
    ///
    /// Returns an error if it is the old path.
    pub fn renamed(&self, outcome: &Outcome) -> Result<String, ProjectError> {
        let surface = outcome.plan.as_ref().map(surface::of).unwrap_or_default();
        let renamed = surface.get(&self.key, self.kind).map(|item| item.path.clone());
        // A handle moves to a different module with its group but keeps its name.
        let renamed = renamed.filter(|path| split(path).1 != split(&self.former).1);
        renamed.ok_or_else(|| ProjectError::Renaming(format!("`{}` cannot have that name; nothing was written", self.former)))
    }

    /// Writes the name into the settings.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be written.
    pub fn write_settings(&self) -> Result<(), ProjectError> {
        disk::write_if_changed(&self.settings, &self.settings_text)?;
        Ok(())
    }
}

/// Returns the item with an address.
fn item<'r>(record: &'r Record, address: &str) -> Result<&'r Item, ProjectError> {
    let found = record.find(address).map_err(|nearest| {
        let meant = nearest.iter().map(|near| format!("\n  {near}")).collect::<String>();
        let meant = if meant.is_empty() { String::new() } else { format!("; did you mean{meant}") };
        ProjectError::Renaming(format!("`{address}` is neither a key nor a Rust path of the client{meant}"))
    })?;
    let is_named = |item: &&&Item| !matches!(item.kind, Kind::Place | Kind::Constructor | Kind::Feature | Kind::Adopted);
    let item = found.iter().find(is_named).or(found.first());
    item.copied().ok_or_else(|| ProjectError::Renaming(format!("`{address}` has no name")))
}
