//! `Amending`: an amendment of a project's description and its effects, before it is written.

use std::path::{Path, PathBuf};

use super::{Project, ProjectError};
use crate::amend::{self, Amendment, Body, Claim, Subject};
use crate::diagnostic::Severity;
use crate::settings::with_overlay;
use crate::tree::disk;
use crate::{Outcome, amendment, surface};

/// An amendment and its effects.
#[derive(Debug)]
pub struct Amending {
    /// The change and its target.
    pub amendment: Amendment,
    /// The overlay file to write.
    pub overlay: PathBuf,
    /// The result of generating with the amendment.
    pub outcome: Outcome,
    /// The changes of the public API, one line each; `None` if the description had errors before.
    pub differences: Option<Vec<String>>,
    /// The number of new errors in the description.
    pub new_errors: usize,
    settings: PathBuf,
    overlay_text: String,
    /// The new text of the settings, unless the overlay is listed.
    settings_text: Option<String>,
}

impl Amending {
    /// Prepares the amendment and its effects without writing anything.
    ///
    /// # Errors
    ///
    /// Returns an error if the place does not exist, the claim changes nothing, or a file cannot be read.
    pub fn of(settings: &Path, subject: &Subject, body: &Body, claim: &Claim) -> Result<Self, ProjectError> {
        let settings_bytes = disk::read(settings)?;
        let project = Project::of(settings, settings_bytes.clone(), None, None)?;
        let amendment = amendment(&project.input, subject, body, claim).map_err(ProjectError::Amendment)?;
        let overlay = settings.with_file_name(amend::FILE);
        let earlier = disk::read_text_if_present(&overlay)?;
        let longer = amend::appended(earlier.as_deref(), &amendment).map_err(ProjectError::Amendment)?;
        let settings_text = String::from_utf8_lossy(&settings_bytes);
        let listed = with_overlay(&settings_text, amend::FILE).map_err(ProjectError::Amendment)?;
        let overlay_text = match (longer, earlier) {
            (Some(text), _) => text,
            // An overlay has no effect until the settings list it.
            (None, Some(text)) if listed.is_some() => text,
            (None, _) => return Err(ProjectError::Amendment(format!("`{}` says so already", amend::FILE))),
        };
        let amended_settings = listed.as_deref().unwrap_or(&settings_text).as_bytes().to_vec();
        let path = super::place::normalized(&overlay);
        let amended = Project::of(settings, amended_settings, None, Some((&path, &overlay_text)))?;
        let (before, after) = (project.generate(), amended.generate());
        let differences = before.plan.as_ref().zip(after.plan.as_ref());
        let differences = differences.map(|(before, after)| amend::differences(&surface::of(before), &surface::of(after)));
        let is_same =
            before.tree.as_ref().zip(after.tree.as_ref()).is_some_and(|(before, after)| before.files() == after.files());
        if is_same {
            let message = format!("{}: this makes no difference to the client; nothing was written", amendment.reason());
            return Err(ProjectError::Amendment(message));
        }
        let errors = |outcome: &Outcome| outcome.diagnostics.count(Severity::Error);
        let new_errors = errors(&after).saturating_sub(errors(&before));
        let settings = settings.to_owned();
        Ok(Self { amendment, overlay, outcome: after, differences, new_errors, settings, overlay_text, settings_text: listed })
    }

    /// Returns the new settings if they have to list the overlay.
    pub fn changed_settings(&self) -> Option<&Path> {
        self.settings_text.is_some().then_some(self.settings.as_path())
    }

    /// Writes the overlay and lists it in the settings.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written.
    pub fn write(&self) -> Result<(), ProjectError> {
        disk::write_if_changed(&self.overlay, &self.overlay_text)?;
        if let Some(text) = &self.settings_text {
            disk::write_if_changed(&self.settings, text)?;
        }
        Ok(())
    }
}
