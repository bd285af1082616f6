//! `SyntaxError`: why and where a text is not JSON.

use std::fmt;

/// Why and where a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    problem: &'static str,
    offset: usize,
    line: usize,
    column: usize,
}

impl SyntaxError {
    pub(super) fn new(problem: &'static str, bytes: &[u8], offset: usize) -> Self {
        let before = &bytes[..offset.min(bytes.len())];
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        let column = 1 + String::from_utf8_lossy(&before[line_start..]).chars().count();
        Self { problem, offset, line, column }
    }

    /// The offset in bytes at which the text stops being JSON.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The line, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, counted from 1.
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { problem, offset, line, column } = self;
        write!(formatter, "not JSON: {problem} at line {line}, column {column} (byte {offset})")
    }
}

impl std::error::Error for SyntaxError {}
