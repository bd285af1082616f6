//! `Entry`: a problem as it is listed, once for all the places where it was found.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Diagnostic, Diagnostics, Place},
    source::{Location, Sources},
};

/// The same problem, at one place or several.
pub(super) struct Entry<'d> {
    /// Where it was found first.
    pub(super) first: &'d Diagnostic,
    /// Where else it was found.
    pub(super) others: Vec<&'d Diagnostic>,
}

impl<'d> Entry<'d> {
    /// The entries in the order of their first places. What differs only in its places is one entry.
    pub(super) fn all(diagnostics: &'d Diagnostics) -> Vec<Self> {
        let mut entries: Vec<Self> = Vec::new();
        let mut known = BTreeMap::new();
        for diagnostic in diagnostics {
            let Diagnostic { report, allowed, .. } = diagnostic;
            let index = *known.entry((report.code, &report.message, &report.help, allowed)).or_insert(entries.len());
            match entries.get_mut(index) {
                Some(entry) => entry.others.push(diagnostic),
                None => entries.push(Self { first: diagnostic, others: Vec::new() }),
            }
        }
        entries
    }

    /// The diagnostics at the first places.
    pub(super) fn first_places(&self, count: usize) -> impl Iterator<Item = &'d Diagnostic> {
        std::iter::once(self.first).chain(self.others.iter().copied()).take(count)
    }

    /// How many places there are.
    pub(super) fn count(&self) -> usize {
        1 + self.others.len()
    }
}

/// Where a diagnostic is, and where the place is that explains it.
pub(super) struct Located {
    pub(super) location: Option<Location>,
    pub(super) related: Option<Location>,
}

impl Located {
    /// Finds the places of diagnostics, in their order. Each file is read once.
    pub(super) fn all(diagnostics: &[&Diagnostic], sources: &Sources) -> Vec<Self> {
        let mut nodes = Vec::new();
        let mut texts = Vec::new();
        for diagnostic in diagnostics {
            match &diagnostic.place {
                Place::Node { at, part } => nodes.push((*at, *part)),
                Place::Text { file, span } => texts.push((*file, span.clone())),
                Place::File(_) | Place::Nowhere => {}
            }
            nodes.extend(diagnostic.report.related.map(|related| (related.at, related.part)));
        }
        let mut nodes = sources.locate(&nodes).into_iter();
        let mut texts = sources.locate_spans(texts).into_iter();
        let located = diagnostics.iter().map(|diagnostic| Self {
            location: match diagnostic.place {
                Place::Node { .. } => nodes.next(),
                Place::Text { .. } => texts.next(),
                Place::File(_) | Place::Nowhere => None,
            },
            related: diagnostic.report.related.and_then(|_| nodes.next()),
        });
        located.collect()
    }
}
