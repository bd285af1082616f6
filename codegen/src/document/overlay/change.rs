//! `Change`: what is done to a value that an overlay selects.

use indexmap::IndexSet;

use super::target::Target;
use crate::diagnostic::Problem;
use crate::node::{Node, Value};

/// What is done to a selected value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// It is removed.
    Remove,
    /// It takes in another.
    Update(Node),
    /// It takes in what a path selects.
    Copy(String),
}

impl Change {
    /// Does it to each value that a path selects.
    ///
    /// # Errors
    ///
    /// Says why nothing could be done to one of them, or that there is none.
    pub(super) fn apply(self, path: &str, target: &mut Target) -> Result<(), Problem> {
        let selected = target.select(path)?;
        if selected.is_empty() {
            return Err(Problem::UnmatchedAction { target: path.to_owned() });
        }
        let (update, is_elsewhere) = match self {
            // From the end, so that places before are still what they were.
            Self::Remove => return selected.iter().rev().try_for_each(|spot| target.remove(spot)),
            Self::Update(update) => (update, false),
            Self::Copy(source) => (only(&source, target)?, true),
        };
        // Another reference takes the place of one, and everything else is for what it leads to.
        let is_reference = update.reference().is_some();
        let ends: IndexSet<_> = selected.into_iter().map(|spot| if is_reference { spot } else { target.end(spot) }).collect();
        for (index, spot) in ends.iter().enumerate() {
            let update = if is_elsewhere || index > 0 { &target.copy(&update)? } else { &update };
            target.change(spot, |node| take_in(node, update))?;
        }
        Ok(())
    }
}

/// The one value that a path selects.
fn only(path: &str, target: &mut Target) -> Result<Node, Problem> {
    let selected: IndexSet<_> = target.select(path)?.into_iter().map(|spot| target.end(spot)).collect();
    match selected.iter().filter_map(|spot| target.value(spot)).collect::<Vec<_>>().as_slice() {
        [] => Err(Problem::UnmatchedAction { target: path.to_owned() }),
        [only] => Ok(Node::clone(only)),
        _ => Err(Problem::InvalidOverlay { why: format!("`{path}` selects more than one value to copy") }),
    }
}

/// A selected value takes in an update: a mapping its entries, a list its elements or one more, anything else is replaced.
fn take_in(node: &mut Node, update: &Node) -> Result<(), Problem> {
    match (&mut node.value, &update.value) {
        (Value::Sequence(elements), Value::Sequence(more)) => elements.extend(more.iter().cloned()),
        (Value::Sequence(elements), _) => elements.push(update.clone()),
        (Value::Mapping(_), Value::Mapping(_)) => merge(node, update),
        (Value::Mapping(_), _) | (_, Value::Sequence(_) | Value::Mapping(_)) => {
            let why = format!("{} cannot take in {}", node.kind(), update.kind());
            return Err(Problem::InvalidOverlay { why });
        }
        _ => *node = update.clone(),
    }
    Ok(())
}

/// Merges mappings and joins lists at every depth; what else there is twice is the update's.
fn merge(node: &mut Node, update: &Node) {
    match (&mut node.value, &update.value) {
        (Value::Mapping(entries), Value::Mapping(more)) => {
            for (key, value) in more {
                match entries.get_mut(key) {
                    Some(entry) => merge(entry, value),
                    None => drop(entries.insert(key.clone(), value.clone())),
                }
            }
        }
        (Value::Sequence(elements), Value::Sequence(more)) => elements.extend(more.iter().cloned()),
        _ => *node = update.clone(),
    }
}
