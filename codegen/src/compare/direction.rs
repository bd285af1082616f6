//! `direction`: whether the values of a changed item are sent or received.

use super::change::Change;
use super::rule::Direction;
use super::subject::Subject;
use crate::record::{FactName, Item, Record};

/// Returns whether the values of a changed item are sent or received.
pub(super) fn direction(change: &Change<'_, '_>, before: &Record, after: &Record) -> Direction {
    match change.subject() {
        Subject::Argument | Subject::Parameter | Subject::Body => Direction::Sent,
        Subject::Output | Subject::Status | Subject::Header | Subject::Event => Direction::Received,
        _ => of_model(change.after, after).or_else(|| of_model(change.before, before)).unwrap_or_default(),
    }
}

/// Returns whether the values of the enclosing model are sent or received.
fn of_model(item: Option<&Item>, record: &Record) -> Option<Direction> {
    let item = item?;
    let end = item.path.match_indices("::").nth(1).map_or(item.path.len(), |(end, _)| end);
    let model = record.model_at(&item.path[..end])?;
    match [FactName::Sent, FactName::Received].map(|name| model.fact(name).is_some()) {
        [true, true] => Some(Direction::Both),
        [true, false] => Some(Direction::Sent),
        [false, true] => Some(Direction::Received),
        [false, false] => None,
    }
}
