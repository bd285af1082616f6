//! `Revision`: the files of a client in a git revision.

use std::path::Path;
use std::process::{Command, Output};

use crate::record::Record;
use crate::tree::Lock;

/// A git revision of the repository that contains a client crate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Revision<'a> {
    /// Its name: a tag, a branch or a commit.
    pub(super) name: &'a str,
    /// The folder of the crate.
    pub(super) folder: &'a Path,
    /// The source of the name.
    pub(super) by: NamedBy,
}

/// The source of a revision's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedBy {
    /// `released` in the settings.
    Settings,
    /// The command line.
    CommandLine,
}

impl NamedBy {
    /// Returns the setting or option.
    fn word(self) -> &'static str {
        match self {
            Self::Settings => "released",
            Self::CommandLine => "--since",
        }
    }

    /// Returns a further remedy for an unknown revision.
    fn before_first_release(self) -> &'static str {
        match self {
            Self::Settings => "; before the first release write `released = \"none\"`",
            Self::CommandLine => "",
        }
    }

    /// Returns the remedy if there is no git repository.
    fn without_repository(self) -> &'static str {
        match self {
            Self::Settings => "without a git repository, remove `released`",
            Self::CommandLine => "without a git repository, compare two folders or records: `clientsmith diff OLD NEW`",
        }
    }

    /// Returns the remedy if git is not installed.
    fn without_git(self) -> &'static str {
        match self {
            Self::Settings => "install it, or remove `released` to keep what is on the disk",
            Self::CommandLine => "install it, or compare two folders or records: `clientsmith diff OLD NEW`",
        }
    }
}

/// The public API of a client in a revision.
pub(super) enum Recorded {
    /// A record.
    Record(Record),
    /// Part of it from a lock of an older format: methods and the order of arguments.
    Lock(Record),
    /// Neither record nor lock.
    Nothing,
}

impl Revision<'_> {
    /// Reads the public API of the client in a commit.
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

    /// Resolves the revision to a commit.
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

    /// Reads a text file of a commit by its path relative to the folder.
    pub(super) fn text(&self, commit: &str, file: &str) -> Result<Option<String>, String> {
        let Some(bytes) = self.bytes(commit, file)? else { return Ok(None) };
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|_| format!("`{file}` is not text in `{}`", self.name))
    }

    /// Reads a file of a commit by its path relative to the folder.
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
