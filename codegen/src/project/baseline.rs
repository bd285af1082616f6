//! The baseline: the public API that is kept, from the disk or from the git revision that was released.

use std::path::Path;
use std::process::{Command, Output};

use super::ProjectError;
use crate::record::{Adoption, Record};
use crate::settings::{Released, Settings};
use crate::tree::{Lock, disk};

/// Reads the public API that is kept, and what was adopted since.
pub(super) fn read(settings: &Settings, settings_path: &Path, output: &Path) -> Result<(Record, Adoption), ProjectError> {
    match &settings.released {
        Released::Latest => Ok((on_disk(output)?.into_baseline(), Adoption::default())),
        Released::Nothing => Ok((Record::default(), Adoption::default())),
        Released::Revision { name, line } => {
            let failed = |message| ProjectError::Released { settings: settings_path.to_owned(), line: *line, message };
            let released = Revision { name, folder: output }.record().map_err(failed)?;
            let earlier = on_disk(output)?.adopted_since(name);
            Ok((released.into_baseline(), Adoption { earlier, revision: Some(name.clone()), ..Adoption::default() }))
        }
    }
}

/// What tells the baseline from that of another run: the commit of the revision that the settings name, if they name one.
pub(super) fn identity(settings: &Settings, output: &Path) -> Option<String> {
    match &settings.released {
        Released::Latest | Released::Nothing => Some(String::new()),
        Released::Revision { name, .. } => Revision { name, folder: output }.commit().ok(),
    }
}

/// The public API as it was last generated. Where there is no record yet, a lock of an older format says a part of it.
fn on_disk(output: &Path) -> Result<Record, ProjectError> {
    let path = output.join(Lock::FILE);
    let text = disk::read_text_if_present(&path)?;
    let lock = text.as_deref().map(Lock::parse).transpose().map_err(|error| ProjectError::Lock { path, error })?;
    let path = output.join(Record::FILE);
    match disk::read_text_if_present(&path)? {
        Some(text) => Record::parse(&text).map_err(|error| ProjectError::Record { path, error }),
        None => Ok(lock.and_then(|lock| lock.former).unwrap_or_default()),
    }
}

/// A git revision, seen from a folder of its repository.
struct Revision<'a> {
    name: &'a str,
    folder: &'a Path,
}

impl Revision<'_> {
    /// The record of the client in this revision.
    fn record(&self) -> Result<Record, String> {
        let Self { name, folder } = self;
        let commit = self.commit()?;
        if let Some(text) = self.file(&commit, Record::FILE)? {
            return Record::parse(&text).map_err(|error| format!("`{name}` has a damaged `{}`: {error}", Record::FILE));
        }
        let lock = self.file(&commit, Lock::FILE)?.map(|text| Lock::parse(&text)).transpose();
        let lock =
            lock.map_err(|error| format!("`{name}` has a damaged `{}`: line {}: {}", Lock::FILE, error.line, error.message))?;
        lock.and_then(|lock| lock.former).ok_or_else(|| {
            let path = folder.join(Record::FILE);
            format!("`{name}` has no `{}`: name a revision that has it, or remove `released`", path.display())
        })
    }

    /// The commit that it is.
    fn commit(&self) -> Result<String, String> {
        let name = self.name;
        let found = self.git(&["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?;
        if found.status.success() {
            return Ok(String::from_utf8_lossy(&found.stdout).trim().to_owned());
        }
        match String::from_utf8_lossy(&found.stderr).trim() {
            "" => Err(format!(
                "`{name}` is not a revision of this git repository: fetch it (`git fetch --tags`), or name a tag, branch or commit \
                 that `git rev-parse` knows; before the first release write `released = \"none\"`"
            )),
            said => Err(format!("`{name}` cannot be looked up: git says `{said}`; without a git repository, remove `released`")),
        }
    }

    /// A file of the folder, as it is in a commit.
    fn file(&self, commit: &str, file: &str) -> Result<Option<String>, String> {
        let object = format!("{commit}:./{file}");
        if !self.git(&["cat-file", "-e", &object])?.status.success() {
            return Ok(None);
        }
        let found = self.git(&["cat-file", "blob", &object])?;
        if !found.status.success() {
            return Err(format!("git cannot read `{object}`: {}", String::from_utf8_lossy(&found.stderr).trim()));
        }
        let text = String::from_utf8(found.stdout);
        text.map(Some).map_err(|_| format!("`{file}` is not text in `{}`", self.name))
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, String> {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { self.folder };
        let output = Command::new("git").arg("-C").arg(folder).args(arguments).env("LC_ALL", "C").output();
        output.map_err(|error| {
            format!("`released` needs `git`, which cannot be run: {error}; install it, or remove `released` to keep what is on the disk")
        })
    }
}
