//! `Tree`: every file of a client crate that clientsmith writes, as text.

pub mod check;
mod current;
pub mod disk;
pub mod explain;
pub mod fingerprint;
pub mod lock;
mod manifest;
pub mod path;
mod record;
mod runtime;
mod site;
mod survey;
pub mod write;

pub use check::{Difference, Drift};
pub use disk::DiskError;
pub use fingerprint::Fingerprint;
pub use lock::{Facts, Lock, LockError, State};
pub use path::{FilePath, InvalidFilePath};
pub(crate) use runtime::{dependencies, manifest as manifest_entries};
pub use site::{Occupied, Site};
pub use write::{WriteError, Written};

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::plan::Uses;
use crate::record::Record;
use crate::render::MARKER;

/// The files, and the lock that describes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    files: BTreeMap<FilePath, String>,
    lock: Lock,
}

impl Tree {
    /// The files of a client: the given ones below `src/generated`, what it uses of the runtime, the build script, and the record.
    ///
    /// # Errors
    ///
    /// Fails at a name that [`FilePath`] refuses.
    pub fn new(generated: BTreeMap<String, String>, uses: &Uses, record: &Record, facts: Facts) -> Result<Self, InvalidFilePath> {
        let mut files = BTreeMap::new();
        for (path, text) in generated {
            files.insert(FilePath::new(&format!("src/generated/{path}"))?, text);
        }
        for (path, text) in runtime::files(uses) {
            files.insert(FilePath::new(&format!("src/runtime/{path}"))?, copied("codegen/runtime", "", &text));
        }
        let build_script = copied("codegen/build_check", UNFORMATTED, runtime::BUILD_SCRIPT);
        files.insert(FilePath::new(FilePath::BUILD_SCRIPT)?, build_script);
        files.insert(FilePath::new(Record::FILE)?, record::text(record, &facts.command));
        Ok(Self::of(files, facts))
    }

    /// The text of each file but the lock.
    pub fn files(&self) -> &BTreeMap<FilePath, String> {
        &self.files
    }

    /// The lock.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    fn of(files: BTreeMap<FilePath, String>, facts: Facts) -> Self {
        assert!(files.values().all(|text| is_marked(text.as_bytes())), "every file is written with the mark");
        let fingerprint = |(path, text): (&FilePath, &String)| (path.clone(), Fingerprint::of(text.as_bytes()));
        let files_of_lock = files.par_iter().map(fingerprint).collect();
        let lock = Lock { state: State::Complete, facts, files: files_of_lock, former: None };
        Self { files, lock }
    }
}

/// Whether a file begins as generated ones do; nothing else is ever overwritten or removed.
fn is_marked(text: &[u8]) -> bool {
    text.strip_prefix(b"// ").is_some_and(|line| line.starts_with(MARKER.as_bytes()))
}

/// Keeps rustfmt from a file that cargo, not the crate's own modules, leads it to.
const UNFORMATTED: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]\n";

/// A file that every client gets alike, with the mark and with line ends as LF wherever clientsmith was built.
fn copied(origin: &str, attributes: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    format!("// {MARKER} from its {origin}; do not edit.\n// SPDX-License-Identifier: MIT OR Apache-2.0\n\n{attributes}{text}")
}

#[cfg(test)]
mod tests {
    use super::{copied, is_marked};

    #[test]
    fn copies_bear_the_mark_and_no_carriage_returns() {
        let text = copied("somewhere", "#![attribute]\n", "//! Docs.\r\nfn main() {}\r\n");
        assert!(is_marked(text.as_bytes()) && !is_marked(&text.as_bytes()[1..]));
        let end = "do not edit.\n// SPDX-License-Identifier: MIT OR Apache-2.0\n\n#![attribute]\n//! Docs.\nfn main() {}\n";
        assert!(text.ends_with(end), "{text}");
    }
}
