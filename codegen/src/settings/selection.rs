//! `[include]` and `[exclude]`: the operations that the client has.

use toml_edit::Item;

use super::value::{Mistake, texts};
use crate::selection::Pattern;

/// Reads `[include]` or `[exclude]`.
pub(super) fn read(key: &str, item: &Item) -> Result<Vec<Pattern>, Mistake> {
    type Kind = (&'static str, fn(String) -> Pattern);
    const KINDS: [Kind; 3] = [("tags", Pattern::Tag), ("paths", Pattern::Path), ("operations", Pattern::Operation)];
    let known = || Mistake::at(item.span(), &format!("`{key}` takes lists named `tags`, `paths` and `operations`"));
    let mut patterns = Vec::new();
    for (name, list) in item.as_table_like().ok_or_else(known)?.iter() {
        let (_, pattern) = KINDS.iter().find(|(kind, _)| *kind == name).ok_or_else(known)?;
        patterns.extend(texts(&format!("{key}.{name}"), list, |_| Ok(()))?.into_iter().map(pattern));
    }
    Ok(patterns)
}
