//! `Writer`: the steps of a layout as text.

use super::layout::{Break, Step};

/// How far a line should go.
const MARGIN: isize = 89;
/// How much of a line is used however far it is indented.
const LEAST: isize = 60;
/// What indentation is taken from.
const BLANKS: &str = "                                ";

/// Where the text has got to.
pub(super) struct Writer<'o> {
    out: &'o mut String,
    /// What is left of the line.
    space: isize,
    indent: isize,
    /// Blanks that are written as soon as something follows them.
    pending: usize,
    boxes: Vec<Open>,
}

/// A box that has begun.
enum Open {
    Fits,
    /// Its breaks are taken, all or where they must be; the indentation around it.
    Broken {
        is_consistent: bool,
        around: isize,
    },
}

impl<'o> Writer<'o> {
    /// Begins a line.
    pub(super) fn new(out: &'o mut String) -> Self {
        Self { out, space: MARGIN, indent: 0, pending: 0, boxes: Vec::new() }
    }

    /// Writes a step; of a box or break, the size is what must fit behind it.
    pub(super) fn write(&mut self, step: &Step<'_>, size: isize) {
        match step {
            Step::Text(text) => self.text(text),
            Step::Infinite => {}
            Step::EmptyLine => self.out.push('\n'),
            Step::Begin { offset, is_consistent } if size > self.space => {
                self.boxes.push(Open::Broken { is_consistent: *is_consistent, around: self.indent });
                self.indent += offset;
            }
            Step::Begin { .. } => self.boxes.push(Open::Fits),
            Step::End => {
                if let Some(Open::Broken { around, .. }) = self.boxes.pop() {
                    self.indent = around;
                }
            }
            Step::Break(step) => self.break_(step, size),
        }
    }

    fn text(&mut self, text: &str) {
        while self.pending > 0 {
            let blanks = &BLANKS[..self.pending.min(BLANKS.len())];
            self.out.push_str(blanks);
            self.pending -= blanks.len();
        }
        self.out.push_str(text);
        self.space -= text.len() as isize;
    }

    fn break_(&mut self, step: &Break, size: isize) {
        let fits = step.never
            || match self.boxes.last() {
                Some(Open::Fits) => true,
                // The file around the item is a box of many lines.
                Some(Open::Broken { is_consistent: true, .. }) | None => false,
                Some(Open::Broken { .. }) => size <= self.space,
            };
        if fits {
            self.pending += step.blanks as usize;
            self.space -= step.blanks;
            self.out.push_str(step.instead);
            self.space -= step.instead.len() as isize;
            return;
        }
        if !step.before.is_empty() {
            self.text(step.before);
        }
        self.out.push('\n');
        let indent = self.indent + step.offset;
        self.pending = usize::try_from(indent).unwrap_or_default();
        self.space = (MARGIN - indent).max(LEAST);
        if !step.behind.is_empty() {
            self.text(step.behind);
        }
    }
}
