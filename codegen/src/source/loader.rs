//! `Loader`: hands out the files of a description.

use std::collections::BTreeMap;

use crate::limits::Limit;

/// Hands out the files of a description.
pub trait Loader {
    /// The bytes of a file, if there are no more than `most`. Its path begins where the description's own does.
    ///
    /// # Errors
    ///
    /// Says why there are none.
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal>;
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
    /// It, or the files before it, are more than may be read.
    TooMuch(Limit),
}

/// Files in memory.
impl Loader for BTreeMap<String, Vec<u8>> {
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal> {
        let bytes = self.get(path).ok_or(Refusal::Missing)?;
        if bytes.len() > most { Err(Refusal::TooMuch(Limit::Megabytes)) } else { Ok(bytes.clone()) }
    }
}
