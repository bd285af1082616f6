//! `Copies`: how much of a description may stand in more places than the one where it is written.

use super::Sources;
use crate::diagnostic::{Diagnostics, Problem};
use crate::limits::{Limit, Limits};
use crate::node::{Node, Origin, Value};

/// How much may still be copied, which is as much as aliases may repeat.
#[derive(Clone, Debug)]
pub struct Copies {
    values: usize,
    /// What bounds the values.
    limit: Limit,
    text: usize,
    limits: Limits,
    is_exhausted: bool,
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
        Self { values: limits.of(limit), limit, text: limits.bytes(Limit::Megabytes), limits, is_exhausted: false }
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

    /// Whether there may be a number of copies of a value at a place. If not, that is reported, and from then on nothing may.
    pub fn may_take(&mut self, node: &Node, count: usize, at: Origin, diagnostics: &mut Diagnostics) -> bool {
        self.may(at, diagnostics, |copies| copies.take(node, count))
    }

    /// The same of a number of values without text.
    pub fn may_take_values(&mut self, count: usize, at: Origin, diagnostics: &mut Diagnostics) -> bool {
        self.may(at, diagnostics, |copies| copies.take_sized(count, 0))
    }

    /// Whether there were to be more than there may be, so that something is missing.
    pub fn is_exhausted(&self) -> bool {
        self.is_exhausted
    }

    fn may(&mut self, at: Origin, diagnostics: &mut Diagnostics, take: impl FnOnce(&mut Self) -> Result<(), Problem>) -> bool {
        if self.is_exhausted {
            return false;
        }
        if let Err(problem) = take(self) {
            self.is_exhausted = true;
            diagnostics.report(at, problem);
        }
        !self.is_exhausted
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
