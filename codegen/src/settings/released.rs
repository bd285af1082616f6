//! `released`: which version of the client's public API is kept.

use toml_edit::Item;

use super::value::{Mistake, text};

/// Which version of the client's public API is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Released {
    /// The one that was generated last.
    #[default]
    Latest,
    /// None: nothing was released yet.
    Nothing,
    /// The one of a git revision.
    Revision {
        /// The revision: a tag, branch or commit.
        name: String,
        /// The line of the settings that names it, counted from 1.
        line: usize,
    },
}

/// Reads the entry.
pub(super) fn read(item: &Item, line: usize) -> Result<Released, Mistake> {
    Ok(match text("released", item, revision)?.as_str() {
        "none" => Released::Nothing,
        name => Released::Revision { name: name.to_owned(), line },
    })
}

/// Says what is wrong with a revision.
fn revision(text: &str) -> Result<(), String> {
    if text.starts_with('-') || text.contains([':', ' ']) {
        Err(format!("`{text}` is not a git revision; name a tag, branch or commit, or write `none` before the first release"))
    } else {
        Ok(())
    }
}
