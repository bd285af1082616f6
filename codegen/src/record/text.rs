//! The text of a record: one line per item, in the order of their keys.

use std::fmt;

use super::{Item, Key, Kind, Record};
use crate::text::{escape, is_separator, is_unprintable, unescape};

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for RecordError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for RecordError {}

impl fmt::Display for Record {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items().try_for_each(|item| writeln!(formatter, "{item}"))
    }
}

/// `GET /pets = fn operations::pets::Pets::list(query:limit): ListRequest if pets`.
impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, kind, path, ty, order, features } = self;
        write!(formatter, "{key} = {} {}", kind.word(), escape(path, is_separator))?;
        if !order.is_empty() {
            let order: Vec<String> = order.iter().map(|taken| escape(taken, ends_order)).collect();
            write!(formatter, "({})", order.join(", "))?;
        }
        if !ty.is_empty() {
            write!(formatter, ": {}", escape(ty, is_unprintable))?;
        }
        if !features.is_empty() {
            write!(formatter, " if {}", features.join("|"))?;
        }
        Ok(())
    }
}

impl Record {
    /// Reads the text of a record.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let mut record = Self::default();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let error = |message| RecordError { line: index + 1, message };
            let item = item(line).ok_or_else(|| error(format!("`{line}` is not an item of a record")))?;
            if let Some(first) = record.add(item) {
                return Err(error(format!("a second line for `{}`", first.key)));
            }
        }
        Ok(record)
    }
}

fn item(line: &str) -> Option<Item> {
    let (key, rest) = line.split_once(" = ")?;
    let (kind, rest) = rest.split_once(' ')?;
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind)?;
    let (rest, features) = match rest.rsplit_once(" if ") {
        Some((rest, features)) => (rest, features.split('|').map(str::to_owned).collect()),
        None => (rest, Vec::new()),
    };
    let (rest, ty) = match rest.split_once(": ") {
        Some((rest, ty)) => (rest, unescape(ty)?),
        None => (rest, String::new()),
    };
    let (path, order) = match rest.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((path, order)) => (path, order.split(", ").map(unescape).collect::<Option<_>>()?),
        None => (rest, Vec::new()),
    };
    Some(Item { key: Key::parse(key)?, kind, path: unescape(path)?, ty, order, features })
}

/// Whether a character would end what an item takes.
fn ends_order(character: char) -> bool {
    is_separator(character) || matches!(character, ',' | '(' | ')' | ':')
}
