//! `Shape`: the part of the page that a node is laid out in.

/// How far the lines inside of brackets are indented.
pub(in crate::render) const INDENT: usize = 4;
/// How wide a line should be.
const MAX_WIDTH: usize = 100;
/// For what is too wide however it is broken: only what never goes on one line is broken.
const NO_LIMIT: usize = 1 << 30;

/// From the column where a node begins to the one where its first line has to end.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) struct Shape {
    /// Of the line that the node begins on.
    pub(super) indent: usize,
    pub(super) column: usize,
    pub(super) end: usize,
    /// Where further lines have to end.
    pub(super) max: usize,
    /// Whether chains must not be broken.
    pub(super) has_flat_chains: bool,
}

impl Shape {
    /// A separate line.
    pub(in crate::render) fn line(indent: usize) -> Self {
        Self { indent, column: indent, end: MAX_WIDTH, max: MAX_WIDTH, has_flat_chains: false }
    }

    /// The same place, on lines of any width.
    pub(in crate::render) fn without_limit(self) -> Self {
        Self { end: NO_LIMIT, max: NO_LIMIT, ..self }
    }

    pub(in crate::render) fn width(self) -> usize {
        self.end.saturating_sub(self.column)
    }

    /// What is left behind a text.
    pub(in crate::render) fn after(self, width: usize) -> Option<Self> {
        (width <= self.width()).then(|| Self { column: self.column + width, ..self })
    }

    /// What is left before a text.
    pub(in crate::render) fn before(self, width: usize) -> Option<Self> {
        (width <= self.width()).then(|| Self { end: self.end - width, ..self })
    }

    /// The same place with no space left.
    pub(in crate::render) fn full(self) -> Self {
        Self { end: self.column, ..self }
    }

    /// A separate line below, indented once more.
    pub(in crate::render) fn nested(self) -> Self {
        Self { indent: self.indent + INDENT, ..self }.next_line()
    }

    /// A separate line below.
    pub(super) fn next_line(self) -> Self {
        Self { column: self.indent, end: self.max, ..self }
    }

    /// What is left of the last line unused by whoever asked for this shape: a semicolon's place, for instance.
    pub(super) fn overhead(self) -> usize {
        self.max - self.end
    }

    /// Begins a line.
    pub(in crate::render) fn new_line(self, out: &mut String) {
        out.push('\n');
        indent(self.indent, out);
    }
}

/// Writes the blanks that a line begins with.
pub(in crate::render) fn indent(width: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', width));
}
