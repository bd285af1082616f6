//! `Copies`: how much of a description may stand in more places than the one where it is written.

use super::Sources;
use crate::diagnostic::Problem;
use crate::limits::{Limit, Limits};
use crate::node::{Node, Value};

/// How much may still be copied, which is as much as aliases may repeat.
#[derive(Clone, Copy, Debug)]
pub struct Copies {
    values: usize,
    text: usize,
    limits: Limits,
}

impl Copies {
    /// All that the bounds of a description allow.
    pub fn of(sources: &Sources) -> Self {
        let limits = *sources.limits();
        Self { values: limits.of(Limit::Aliases), text: limits.bytes(Limit::Megabytes), limits }
    }

    /// Takes note of a number of copies of a value.
    ///
    /// # Errors
    ///
    /// Fails where that is more than there may be.
    pub fn take(&mut self, node: &Node, count: usize) -> Result<(), Problem> {
        let (values, text) = size(node);
        let left = |left: usize, taken: usize| left.checked_sub(taken.saturating_mul(count));
        let too_much = |limit| Problem::too_much(limit, &self.limits);
        let values = left(self.values, values).ok_or_else(|| too_much(Limit::Aliases))?;
        let text = left(self.text, text).ok_or_else(|| too_much(Limit::Megabytes))?;
        (self.values, self.text) = (values, text);
        Ok(())
    }
}

/// How many values a value consists of, and how much text.
fn size(node: &Node) -> (usize, usize) {
    let add = |one: (usize, usize), other: (usize, usize)| (one.0 + other.0, one.1 + other.1);
    match &node.value {
        Value::String(text) => (1, text.len()),
        Value::Sequence(elements) => elements.iter().map(size).fold((1, 0), add),
        Value::Mapping(entries) => entries.iter().map(|(key, node)| add((0, key.len()), size(node))).fold((1, 0), add),
        Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Float(_) => (1, 0),
    }
}
