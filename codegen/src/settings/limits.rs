//! `[limits]`: how much the description may be.

use toml_edit::{Item, Key};

use super::value::{Mistake, bound};
use crate::limits::{Limit, Limits};

/// Reads `[limits]`.
pub(super) fn read(item: &Item) -> Result<Limits, Mistake> {
    let wrong = || Mistake::at(item.span(), "`limits` is a table of bounds, such as `files = 10000`");
    let table = item.as_table_like().ok_or_else(wrong)?;
    let mut limits = Limits::default();
    for (key, item) in table.iter() {
        let Some(limit) = Limit::ALL.into_iter().find(|limit| limit.key() == key) else {
            return Err(Mistake::unknown_key(key, table.key(key).and_then(Key::span), &Limit::ALL.map(Limit::key)));
        };
        limits = limits.with(limit, bound(&format!("limits.{key}"), item, limit.highest())?);
    }
    Ok(limits)
}
