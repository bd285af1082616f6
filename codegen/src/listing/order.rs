//! The order of diagnostics: that of their places.

use std::cmp::Reverse;

use crate::diagnostic::{Diagnostics, Part, Place};
use crate::node::FileId;
use crate::source::Sources;

impl Diagnostics {
    /// Brings the problems into the order of their places, and drops repetitions at one place.
    pub fn sort(&mut self, sources: &Sources) {
        self.found.sort_by_cached_key(|found| {
            (order(&found.place, sources), Reverse(found.severity()), found.report.code, found.report.message.clone())
        });
        self.found
            .dedup_by(|one, other| one.report == other.report && order(&one.place, sources) == order(&other.place, sources));
    }
}

/// Sorts as the text does: origins are in its order, and a file is either read or not.
fn order(place: &Place, sources: &Sources) -> (Option<FileId>, usize, bool) {
    match place {
        Place::Nowhere => (None, 0, false),
        Place::File(file) => (Some(*file), 0, false),
        Place::Text { file, span } => (Some(*file), span.start, false),
        Place::Node { at, part } => (Some(sources.file(*at)), sources.written(*at).0 as usize, *part == Part::Value),
    }
}
