//! `Deviation`: a place where a body differs from its description and was read all the same.

use std::fmt;
use std::ops::Deref;

/// A place where a body differs from its description and was read all the same:
/// `[0].tags: expected an array, found null`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub(super) place: String,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Deviation {
    /// The path to the value, `objects[3].status`; empty if it is the whole body.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The form that the description asks for: `an array`.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The form that arrived: `null`, or `nothing` for a property that is missing.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, expected, found } = self;
        let colon = if place.is_empty() { "" } else { ": " };
        write!(formatter, "{place}{colon}expected {expected}, found {found}")
    }
}

/// The places where a body differs from its description and was read all the same, in the order of the body.
///
/// It is a slice of the first thousand; [`total`](Self::total) counts the others as well. Without any, it owns no memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deviations {
    pub(super) first: Vec<Deviation>,
    pub(super) total: usize,
}

/// The number of deviations of one body that are kept.
pub(super) const MAX_KEPT: usize = 1000;

impl Deviations {
    /// The number of all deviations, also of those that are no longer kept.
    pub fn total(&self) -> usize {
        self.total
    }

    /// These, after one of the whole body.
    #[cold]
    pub(in crate::runtime) fn with_body(mut self, expected: &str, found: &str) -> Self {
        let of_body = Deviation { place: String::new(), expected: expected.to_owned(), found: found.to_owned() };
        self.first.insert(0, of_body);
        self.first.truncate(MAX_KEPT);
        Self { total: self.total + 1, ..self }
    }
}

/// Adds the deviations of items to those of their list.
impl Extend<(usize, Deviations)> for Deviations {
    fn extend<I: IntoIterator<Item = (usize, Deviations)>>(&mut self, items: I) {
        for (item, deviations) in items {
            self.total += deviations.total;
            let room = MAX_KEPT - self.first.len();
            self.first.extend(deviations.first.into_iter().take(room).map(|deviation| {
                let dot = if deviation.place.is_empty() || deviation.place.starts_with('[') { "" } else { "." };
                Deviation { place: format!("[{item}]{dot}{}", deviation.place), ..deviation }
            }));
        }
    }
}

impl Deref for Deviations {
    type Target = [Deviation];

    fn deref(&self) -> &[Deviation] {
        &self.first
    }
}

impl<'a> IntoIterator for &'a Deviations {
    type Item = &'a Deviation;
    type IntoIter = std::slice::Iter<'a, Deviation>;

    fn into_iter(self) -> Self::IntoIter {
        self.first.iter()
    }
}
