//! `Location`: line and column of a value, found out only when it is printed.

use std::{collections::BTreeMap, ops::Range};

use super::{FileId, Format, Sources, json, token::Span, yaml};
use crate::{diagnostic::Part, node::Origin};

/// A place in a file that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line, counted from 1; lines end in a line feed.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The bytes to underline: a key or a scalar.
    pub span: Range<usize>,
}

impl Sources {
    /// Finds where values or their keys were written. Each file is read once again, unless all of them were asked for at first.
    ///
    /// For a mapping or list this is its key, or where there is none, its start.
    pub fn locate(&self, places: &[(Origin, Part)]) -> Vec<Location> {
        let mut wanted: BTreeMap<FileId, BTreeMap<u32, Span>> = BTreeMap::new();
        let found: Vec<_> = places.iter().map(|(at, part)| (self.origins.file(*at), *part)).collect();
        for ((file, number), _) in &found {
            wanted.entry(*file).or_default().insert(*number, Span::default());
        }
        for (file, spans) in &mut wanted {
            let numbers: Vec<u32> = spans.keys().copied().collect();
            for (known, span) in spans.values_mut().zip(self.file_of(*file).known_spans(&numbers, self.nesting())) {
                *known = span;
            }
        }
        let spans = found.into_iter().map(|((file, number), part)| {
            let span = &wanted[&file][&number];
            let key = span.key.as_ref().filter(|_| part == Part::Key || span.collection);
            (file, key.unwrap_or(&span.value).clone())
        });
        self.locate_spans(spans.collect())
    }

    /// Finds line and column of bytes. Each file is walked once.
    pub fn locate_spans(&self, spans: Vec<(FileId, Range<usize>)>) -> Vec<Location> {
        let mut order: Vec<usize> = (0..spans.len()).collect();
        order.sort_by_key(|index| (spans[*index].0, spans[*index].1.start));
        let mut locations = vec![None; spans.len()];
        let mut reached = Location { file: FileId(u32::MAX), line: 1, column: 1, span: 0..0 };
        for index in order {
            let (file, span) = &spans[index];
            if reached.file != *file {
                reached = Location { file: *file, line: 1, column: 1, span: 0..0 };
            }
            let passed = &self.text(*file)[reached.span.start..span.start];
            if let Some(end) = passed.rfind('\n') {
                reached.line += passed.matches('\n').count();
                reached.column = 1 + passed[end + 1..].chars().count();
            } else {
                reached.column += passed.chars().count();
            }
            reached.span = span.clone();
            locations[index] = Some(reached.clone());
        }
        locations.into_iter().flatten().collect()
    }

    /// The text of a scalar as it is written, if it was taken for something else than text.
    ///
    /// It is what a place that wants text gets from `version: 1.10`, which is read as a number.
    /// The file is read once again, the first time.
    pub fn scalar_text(&self, at: Origin) -> Option<&str> {
        let (file, number) = self.origins.file(at);
        let file = self.file_of(file);
        let index = file.resolved.binary_search(&number).ok()?;
        let spans = file.resolved_spans.get_or_init(|| {
            let spans = file.spans(&file.resolved, self.nesting());
            spans.into_iter().map(|span| span.value).collect()
        });
        // YAML lets quotes stand around a number that is tagged as one.
        Some(file.text[spans[index].clone()].trim_matches(['"', '\'']))
    }
}

impl super::File {
    /// The same as [`Self::spans`]. What is shown to programs is then shown to people, too.
    fn known_spans(&self, wanted: &[u32], nesting: usize) -> Vec<Span> {
        let (numbers, spans) = self.first_spans.get_or_init(|| (wanted.to_vec(), self.spans(wanted, nesting)));
        let known = |number: &u32| numbers.binary_search(number).ok().map(|index| spans[index].clone());
        wanted.iter().map(known).collect::<Option<_>>().unwrap_or_else(|| self.spans(wanted, nesting))
    }

    fn spans(&self, wanted: &[u32], nesting: usize) -> Vec<Span> {
        match self.format {
            Format::Json => json::spans(&self.text, wanted, nesting),
            Format::Yaml => yaml::spans(&self.readable(), wanted, nesting),
            Format::Prose => vec![Span::default(); wanted.len()],
        }
    }
}
