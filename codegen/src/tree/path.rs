//! `FilePath`: the name of a file that clientsmith may write.

use std::borrow::Borrow;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::names::reserved::{Space, is_reserved};
use crate::record::Record;

/// A file of the client crate, relative to it, with `/` between its parts.
///
/// Names come from a description, so only what cannot leave the folders of generated code passes: below
/// [`FilePath::ROOTS`], lower-case ASCII words and the extension `rs`, no name that a system keeps for a device; and the
/// [`FilePath::SINGLE`] files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilePath(String);

impl FilePath {
    /// The folders that belong to clientsmith.
    pub const ROOTS: [&str; 2] = ["src/generated", "src/runtime"];

    /// The client's build script.
    pub const BUILD_SCRIPT: &str = "build.rs";

    /// The generated files outside the roots.
    pub const SINGLE: [&str; 2] = [Self::BUILD_SCRIPT, Record::FILE];

    /// A name, if it has the shape of one.
    pub fn new(path: &str) -> Result<Self, InvalidFilePath> {
        let is_owned = |root: &str| path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')).is_some_and(is_inner);
        if Self::SINGLE.contains(&path) || Self::ROOTS.iter().any(|root| is_owned(root)) {
            Ok(Self(path.to_owned()))
        } else {
            Err(InvalidFilePath(path.to_owned()))
        }
    }

    /// The name as it is written in the lock.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file, for a crate in the given folder.
    pub fn below(&self, folder: &Path) -> PathBuf {
        self.0.split('/').fold(folder.to_owned(), |path, segment| path.join(segment))
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Borrow<str> for FilePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A name that [`FilePath`] refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidFilePath(String);

impl fmt::Display for InvalidFilePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}` cannot be the name of a generated file", self.0.escape_default())
    }
}

impl std::error::Error for InvalidFilePath {}

/// `models/pet.rs`, as it may stand below a root.
fn is_inner(path: &str) -> bool {
    path.strip_suffix(".rs").is_some_and(|stem| stem.split('/').all(is_word))
}

/// Longer words reach the limit of file systems once a temporary name stands before them.
const LONGEST_WORD: usize = 200;

fn is_word(word: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !word.is_empty() && word.len() <= LONGEST_WORD && word.bytes().all(is_plain) && !is_reserved(Space::File, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_it_writes() {
        for path in ["build.rs", "generated.api", "src/generated/mod.rs", "src/generated/models/pet_2.rs", "src/runtime/mod.rs"] {
            assert_eq!(FilePath::new(path).map(|path| path.0).as_deref(), Ok(path));
        }
    }

    #[test]
    fn refuses_everything_else() {
        let long = format!("src/generated/{}.rs", "a".repeat(201));
        for path in [
            "",
            ".",
            "/etc/x.rs",
            "lib.rs",
            "src/lib.rs",
            "src/generated",
            "src/generated/",
            "src/generated/.rs",
            "src/generated/../lib.rs",
            "src/generated/models/../../lib.rs",
            "src/generated/./mod.rs",
            "src/generated//mod.rs",
            "src/generated/Pet.rs",
            "src/generated/pet",
            "src/generated/pet.toml",
            "src/generated/pet.bak.rs",
            "src/generated/pet .rs",
            "src/generated/pet.rs\0",
            "src/generated/..\\..\\x.rs",
            "src/generated/%2e%2e/x.rs",
            "src/generated/é.rs",
            "src/generated/con.rs",
            "src/generated/lpt1/mod.rs",
            "C:/x.rs",
            &long,
        ] {
            assert_eq!(FilePath::new(path), Err(InvalidFilePath(path.to_owned())));
        }
    }
}
