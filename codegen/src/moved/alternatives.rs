//! Alternatives of unions whose label changed with their model.

use std::collections::BTreeMap;

use super::former::mentioned;
use super::renames::Renames;
use crate::record::{Item, Key, Kind, Record, Step};

/// What opens and closes lists, maps and what may be null in a label.
const WRAPPERS: [char; 5] = ['[', ']', '{', '}', '?'];

/// Renames the alternatives whose labels are made from the names of models that have another one by now.
pub(super) fn find(record: &Record, renames: &mut Renames) {
    let words: BTreeMap<&str, (String, String)> = renames
        .models()
        .filter_map(|(from, to)| Some((record.model(from)?.path.as_str(), (word(from), word(to)))))
        .filter(|(_, (from, to))| from != to)
        .collect();
    if words.is_empty() {
        return;
    }
    let renamed = |item: &Item| {
        let (union, label) = item.key.as_str().rsplit_once(' ').filter(|(_, step)| step.starts_with('|'))?;
        let (from, to) = mentioned(&item.ty).find_map(|path| words.get(path))?;
        let label = Key::parse(label)?.last_word();
        let start = label.find(|character| !WRAPPERS.contains(&character))?;
        let rest = label[start..].strip_prefix(from.as_str())?;
        // Of several alternatives with one label, each after the first has a number.
        let is_whole = rest.trim_start_matches(WRAPPERS).strip_prefix(' ').unwrap_or(rest.trim_start_matches(WRAPPERS));
        let is_whole = is_whole.chars().all(|character| character.is_ascii_digit());
        let new = Key::parse(union)?.then(Step::Alternative(&format!("{}{to}{rest}", &label[..start])));
        (is_whole && record.get(&new, Kind::Variant).is_none()).then(|| (item.key.clone(), new))
    };
    let found: Vec<(Key, Key)> = record.of_kind(Kind::Variant).filter_map(renamed).collect();
    for (from, to) in found {
        let (union, label) = to.as_str().rsplit_once(' ').unwrap_or_default();
        let union = Key::parse(union).map(|union| renames.key(&union, Kind::Enum));
        let to = union.and_then(|union| Key::parse(&format!("{union} {label}")));
        to.into_iter().for_each(|to| renames.item(from.clone(), to));
    }
}

/// What names a model in a label: its component, or the last step to it.
pub(super) fn word(model: &Key) -> String {
    let word = model.last_word();
    word.strip_prefix("#/components/schemas/").map_or(word.clone(), str::to_owned)
}
