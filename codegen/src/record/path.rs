//! Paths of items in Rust, below `generated`: `operations::pets::Pets::list`.

use std::ops::Range;

/// What precedes the name of a model.
pub const MODELS: &str = "models::";

/// The path of the module or type that an item is in, and the name that it has there.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once("::").unwrap_or(("", path))
}

/// The places of a path or type at which it mentions models.
pub fn models_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(MODELS).map(|(start, _)| {
        let name = start + MODELS.len();
        let is_end = |character: char| !(character.is_alphanumeric() || character == '_');
        start..text[name..].find(is_end).map_or(text.len(), |end| name + end)
    })
}
