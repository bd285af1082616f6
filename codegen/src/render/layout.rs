//! `Layout`: where lines break, as prettyplease decides it.
//!
//! Texts stand in nested boxes. A box that fits into what is left of the line is written without breaks; of another one that is
//! consistent, all breaks are taken, and else those behind which the next text does not fit.

use std::borrow::Cow;

use super::writer::Writer;

/// How far the inside of a box is indented.
pub(super) const INDENT: isize = 4;
/// More than any line has.
const INFINITE: isize = 0xffff;

/// A step of a layout.
#[derive(Clone, Debug)]
pub(super) enum Step<'t> {
    Text(Cow<'t, str>),
    /// No text, but nothing around it fits into a line.
    Infinite,
    Break(Break),
    Begin {
        offset: isize,
        is_consistent: bool,
    },
    End,
    /// An empty line, between two others.
    EmptyLine,
}

/// Where a line may break.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Break {
    /// The blanks instead of it.
    pub(super) blanks: isize,
    /// How much further the next line is indented.
    pub(super) offset: isize,
    /// What stands before the break, if it is taken.
    pub(super) before: &'static str,
    /// What stands behind the break, if it is taken.
    pub(super) behind: &'static str,
    /// What stands there, if it is not taken.
    pub(super) instead: &'static str,
    /// Whether there is no such break at the end of a box.
    pub(super) if_more: bool,
    /// Whether it is never taken; it ends what must fit behind the break before it.
    pub(super) never: bool,
}

/// The steps of an item.
#[derive(Debug, Default)]
pub(super) struct Layout<'t> {
    steps: Vec<Step<'t>>,
}

impl<'t> Layout<'t> {
    pub(super) fn text(&mut self, text: impl Into<Cow<'t, str>>) {
        self.steps.push(Step::Text(text.into()));
    }

    pub(super) fn consistent(&mut self, offset: isize) {
        self.steps.push(Step::Begin { offset, is_consistent: true });
    }

    pub(super) fn inconsistent(&mut self, offset: isize) {
        self.steps.push(Step::Begin { offset, is_consistent: false });
    }

    pub(super) fn end(&mut self) {
        match self.steps.as_slice() {
            [.., Step::Begin { .. }, Step::Break(_)] => self.steps.truncate(self.steps.len() - 2),
            [.., Step::Break(Break { if_more: true, .. })] => {
                self.steps.pop();
                self.steps.push(Step::End);
            }
            _ => self.steps.push(Step::End),
        }
    }

    /// Ends a box that is broken if it is wider than this, even where it would fit.
    pub(super) fn end_of_at_most(&mut self, width: isize) {
        let mut depth = 1;
        let inside = self.steps.iter().rev().take_while(|step| {
            depth += match step {
                Step::End => 1,
                Step::Begin { .. } => -1,
                _ => 0,
            };
            depth > 0
        });
        if inside.map(Step::width).sum::<isize>() > width {
            self.steps.push(Step::Infinite);
        }
        self.end();
    }

    pub(super) fn break_(&mut self, step: Break) {
        self.steps.push(Step::Break(step));
    }

    pub(super) fn zero(&mut self) {
        self.break_(Break::default());
    }

    pub(super) fn space(&mut self) {
        self.break_(Break { blanks: 1, ..Break::default() });
    }

    pub(super) fn space_if_more(&mut self) {
        self.break_(Break { blanks: 1, if_more: true, ..Break::default() });
    }

    pub(super) fn line(&mut self) {
        self.break_(Break { blanks: INFINITE, ..Break::default() });
    }

    pub(super) fn line_if_more(&mut self) {
        self.break_(Break { blanks: INFINITE, if_more: true, ..Break::default() });
    }

    pub(super) fn never(&mut self) {
        self.break_(Break { never: true, ..Break::default() });
    }

    /// A comma and a break; of the last one, the comma is there only if the break is taken.
    pub(super) fn comma(&mut self, is_last: bool) {
        if is_last {
            self.break_(Break { before: ",", ..Break::default() });
        } else {
            self.text(",");
            self.space();
        }
    }

    /// The same, with blanks inside the brackets.
    pub(super) fn comma_or_space(&mut self, is_last: bool) {
        if is_last {
            self.break_(Break { blanks: 1, before: ",", ..Break::default() });
        } else {
            self.comma(false);
        }
    }

    /// Moves the line behind the latest break out of its box.
    pub(super) fn outdent(&mut self) {
        if let Some(Step::Break(step)) = self.steps.last_mut() {
            step.offset -= INDENT;
        }
    }

    /// The next step's place.
    pub(super) fn mark(&self) -> usize {
        self.steps.len()
    }

    /// Puts steps before others.
    pub(super) fn insert<const COUNT: usize>(&mut self, mark: usize, steps: [Step<'t>; COUNT]) {
        self.steps.splice(mark..mark, steps);
    }

    /// Takes back all steps behind a place.
    pub(super) fn take_back(&mut self, mark: usize) {
        self.steps.truncate(mark);
    }

    /// Changes the offset of a box.
    pub(super) fn set_offset(&mut self, mark: usize, new: isize) {
        if let Some(Step::Begin { offset, .. }) = self.steps.get_mut(mark) {
            *offset = new;
        }
    }

    /// Writes all steps, and forgets them.
    pub(super) fn write(&mut self, out: &mut String) {
        let sizes = self.sizes();
        let mut writer = Writer::new(out);
        for (step, size) in self.steps.drain(..).zip(sizes) {
            writer.write(&step, size);
        }
    }

    /// For each box and break, how much must fit behind it: up to the next break that is not inside.
    fn sizes(&self) -> Vec<isize> {
        let mut sizes = vec![0; self.steps.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut total = 0;
        for (index, step) in self.steps.iter().enumerate() {
            match step {
                Step::Begin { .. } => {
                    sizes[index] = -total;
                    open.push(index);
                }
                Step::End => open.push(index),
                Step::Break(_) => {
                    self.close(&mut open, &mut sizes, total);
                    sizes[index] = -total;
                    open.push(index);
                }
                Step::Text(_) | Step::Infinite | Step::EmptyLine => {}
            }
            total += step.width();
        }
        self.close(&mut open, &mut sizes, total);
        sizes
    }

    /// Completes the boxes that have ended, and the break before them.
    fn close(&self, open: &mut Vec<usize>, sizes: &mut [isize], total: isize) {
        let mut depth = 0;
        while let Some(&index) = open.last() {
            match self.steps[index] {
                Step::Begin { .. } if depth == 0 => break,
                Step::Begin { .. } => {
                    sizes[index] += total;
                    depth -= 1;
                }
                Step::End => depth += 1,
                _ => sizes[index] += total,
            }
            open.pop();
            if depth == 0 && matches!(self.steps[index], Step::Break(_)) {
                break;
            }
        }
    }
}

impl Step<'_> {
    fn width(&self) -> isize {
        match self {
            Self::Text(text) => text.len() as isize,
            Self::Infinite => INFINITE,
            Self::Break(step) => step.blanks,
            Self::Begin { .. } | Self::End | Self::EmptyLine => 0,
        }
    }
}
