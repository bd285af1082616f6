//! `Copies`: how much of a description may stand in more places than the one where it is written.

use super::Sources;
use crate::diagnostic::Problem;
use crate::limits::{Limit, Limits};
use crate::node::{Node, Value};

/// How much may still be copied, which is as much as aliases may repeat.
#[derive(Clone, Copy, Debug)]
pub struct Copies {
    values: usize,
    /// What bounds the values.
    limit: Limit,
    text: usize,
    limits: Limits,
}

impl Copies {
    /// All that the bounds of a description allow.
    pub fn of(sources: &Sources) -> Self {
        Self::up_to(Limit::Aliases, *sources.limits())
    }

    /// All that references may repeat: they are what aliases are not, the usual way to say something more than once.
    pub fn by_references(sources: &Sources) -> Self {
        Self::up_to(Limit::Values, *sources.limits())
    }

    fn up_to(limit: Limit, limits: Limits) -> Self {
        Self { values: limits.of(limit), limit, text: limits.bytes(Limit::Megabytes), limits }
    }

    /// Takes note of a number of copies of a value.
    ///
    /// # Errors
    ///
    /// Fails where that is more than there may be.
    pub fn take(&mut self, node: &Node, count: usize) -> Result<(), Problem> {
        let (values, text) = size(node);
        self.take_sized(values.saturating_mul(count), text.saturating_mul(count))
    }

    /// Takes note of copies of a number of values without text.
    ///
    /// # Errors
    ///
    /// Fails where that is more than there may be.
    pub fn take_values(&mut self, count: usize) -> Result<(), Problem> {
        self.take_sized(count, 0)
    }

    fn take_sized(&mut self, values: usize, text: usize) -> Result<(), Problem> {
        let too_much = |limit| Problem::too_much(limit, &self.limits);
        let values = self.values.checked_sub(values).ok_or_else(|| too_much(self.limit))?;
        let text = self.text.checked_sub(text).ok_or_else(|| too_much(Limit::Megabytes))?;
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
