//! `Loader`: hands out the files of a description.

use std::collections::BTreeMap;

/// Hands out the files of a description.
pub trait Loader {
    /// The bytes of a file. Its path begins where the description's own does.
    ///
    /// # Errors
    ///
    /// Says why there are none.
    fn load(&mut self, path: &str) -> Result<Vec<u8>, Refusal>;
}

/// Why a file is not handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is none.
    Missing,
    /// It is in a folder that must not be looked into.
    Outside,
    /// The system does not hand it out.
    Unreadable(String),
}

/// Files in memory.
impl Loader for BTreeMap<String, Vec<u8>> {
    fn load(&mut self, path: &str) -> Result<Vec<u8>, Refusal> {
        self.get(path).cloned().ok_or(Refusal::Missing)
    }
}
