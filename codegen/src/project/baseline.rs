//! The baseline: the public API to keep, read from the disk or from the released git revision.

use std::path::Path;

use super::ProjectError;
use super::revision::{NamedBy, Recorded, Revision};
use crate::record::{Adoption, Record};
use crate::settings::{Released, Settings};
use crate::tree::{Lock, disk};

/// Reads the public API to keep and the adoptions since then.
pub(super) fn read(settings: &Settings, settings_path: &Path, output: &Path) -> Result<(Record, Adoption), ProjectError> {
    match &settings.released {
        Released::Latest => Ok((on_disk(output)?.into_baseline(), Adoption::default())),
        Released::Nothing => Ok((Record::default(), Adoption::default())),
        Released::Revision { name, line } => {
            let failed = |message| ProjectError::Released { settings: settings_path.to_owned(), line: *line, message };
            let released = released(name, output).map_err(failed)?;
            let earlier = on_disk(output)?.adopted_since(name);
            Ok((released.into_baseline(), Adoption { earlier, revision: Some(name.clone()), ..Adoption::default() }))
        }
    }
}

/// Returns a text that identifies the baseline: the commit of the released revision, if the settings name one.
pub(super) fn identity(settings: &Settings, output: &Path) -> Option<String> {
    match &settings.released {
        Released::Latest | Released::Nothing => Some(String::new()),
        Released::Revision { name, .. } => Revision { name, folder: output, by: NamedBy::Settings }.commit().ok(),
    }
}

/// Reads the public API of a revision.
fn released(name: &str, output: &Path) -> Result<Record, String> {
    let revision = Revision { name, folder: output, by: NamedBy::Settings };
    match revision.recorded(&revision.commit()?)? {
        Recorded::Record(record) | Recorded::Lock(record) => Ok(record),
        Recorded::Nothing => {
            let path = output.join(Record::FILE);
            Err(format!("`{name}` has no `{}`: name a revision that has it, or remove `released`", path.display()))
        }
    }
}

/// Reads the public API of the last run. Without a record, a lock of an older format contains part of it.
pub(super) fn on_disk(output: &Path) -> Result<Record, ProjectError> {
    let path = output.join(Lock::FILE);
    let text = disk::read_text_if_present(&path)?;
    let lock = text.as_deref().map(Lock::parse).transpose().map_err(|error| ProjectError::Lock { path, error })?;
    let path = output.join(Record::FILE);
    match disk::read_text_if_present(&path)? {
        Some(text) => Record::parse(&text).map_err(|error| ProjectError::Record { path, error }),
        None => Ok(lock.and_then(|lock| lock.former).unwrap_or_default()),
    }
}
