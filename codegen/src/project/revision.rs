//! `Revision`: a client as it is in a git revision.

use std::path::Path;
use std::process::{Command, Output};

use crate::record::Record;
use crate::tree::Lock;

/// A git revision, seen from the folder of a client crate in its repository.
#[derive(Clone, Copy, Debug)]
pub(super) struct Revision<'a> {
    /// What it is called: a tag, a branch, a commit.
    pub(super) name: &'a str,
    /// The folder of the crate.
    pub(super) folder: &'a Path,
    /// Who names it.
    pub(super) by: NamedBy,
}

/// Who names a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedBy {
    /// `released` in the settings.
    Settings,
    /// The command line.
    CommandLine,
}

impl NamedBy {
    /// What names it.
    fn word(self) -> &'static str {
        match self {
            Self::Settings => "released",
            Self::CommandLine => "--since",
        }
    }

    /// What to do about a revision that is not known, beside naming another one.
    fn before_first_release(self) -> &'static str {
        match self {
            Self::Settings => "; before the first release write `released = \"none\"`",
            Self::CommandLine => "",
        }
    }

    /// What to do where there is no git repository.
    fn without_repository(self) -> &'static str {
        match self {
            Self::Settings => "without a git repository, remove `released`",
            Self::CommandLine => "without a git repository, compare two folders or records: `clientsmith diff OLD NEW`",
        }
    }

    /// What to do where git is not installed.
    fn without_git(self) -> &'static str {
        match self {
            Self::Settings => "install it, or remove `released` to keep what is on the disk",
            Self::CommandLine => "install it, or compare two folders or records: `clientsmith diff OLD NEW`",
        }
    }
}

/// The public API of a client, as a revision has it.
pub(super) enum Recorded {
    /// In a record.
    Record(Record),
    /// A part of it, in a lock of an older format: methods and the order of arguments.
    Lock(Record),
    /// Not at all.
    Nothing,
}

impl Revision<'_> {
    /// The public API of the client in a commit.
    pub(super) fn recorded(&self, commit: &str) -> Result<Recorded, String> {
        let name = self.name;
        if let Some(text) = self.text(commit, Record::FILE)? {
            let record = Record::parse(&text).map_err(|error| format!("`{name}` has a damaged `{}`: {error}", Record::FILE))?;
            return Ok(Recorded::Record(record));
        }
        let lock = self.text(commit, Lock::FILE)?.map(|text| Lock::parse(&text)).transpose();
        let lock =
            lock.map_err(|error| format!("`{name}` has a damaged `{}`: line {}: {}", Lock::FILE, error.line, error.message))?;
        Ok(lock.and_then(|lock| lock.former).map_or(Recorded::Nothing, Recorded::Lock))
    }

    /// The commit that it is.
    pub(super) fn commit(&self) -> Result<String, String> {
        let name = self.name;
        let found = self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")])?;
        if found.status.success() {
            return Ok(String::from_utf8_lossy(&found.stdout).trim().to_owned());
        }
        match String::from_utf8_lossy(&found.stderr).trim() {
            "" => Err(format!(
                "`{name}` is not a revision of this git repository: fetch it (`git fetch --tags`), or name a tag, branch or commit \
                 that `git rev-parse` knows{}",
                self.by.before_first_release()
            )),
            said => Err(format!("`{name}` cannot be looked up: git says `{said}`; {}", self.by.without_repository())),
        }
    }

    /// A text file, by its path from the folder, as it is in a commit.
    pub(super) fn text(&self, commit: &str, file: &str) -> Result<Option<String>, String> {
        let Some(bytes) = self.bytes(commit, file)? else { return Ok(None) };
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|_| format!("`{file}` is not text in `{}`", self.name))
    }

    /// A file, by its path from the folder, as it is in a commit.
    pub(super) fn bytes(&self, commit: &str, file: &str) -> Result<Option<Vec<u8>>, String> {
        let object = format!("{commit}:./{file}");
        if !self.git(&["cat-file", "-e", &object])?.status.success() {
            return Ok(None);
        }
        let found = self.git(&["cat-file", "blob", &object])?;
        if !found.status.success() {
            return Err(format!("git cannot read `{object}`: {}", String::from_utf8_lossy(&found.stderr).trim()));
        }
        Ok(Some(found.stdout))
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, String> {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { self.folder };
        let output = Command::new("git").arg("-C").arg(folder).args(arguments).env("LC_ALL", "C").output();
        output
            .map_err(|error| format!("`{}` needs `git`, which cannot be run: {error}; {}", self.by.word(), self.by.without_git()))
    }
}
