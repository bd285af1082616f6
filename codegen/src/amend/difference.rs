//! What becomes of the Rust types.

use crate::record::{Item, Kind, Record};

/// What differs between two public APIs, a line per item: `models::Pet::name: String → Option<String>`.
pub fn differences(before: &Record, after: &Record) -> Vec<String> {
    // What constructors and setters take follows from the fields, unless they are all that changes.
    let is_type = |kind| !matches!(kind, Kind::Constructor | Kind::Setter | Kind::Module | Kind::Feature);
    let types = lines(before, after, is_type);
    if types.is_empty() { lines(before, after, |_| true) } else { types }
}

fn lines(before: &Record, after: &Record, wanted: fn(Kind) -> bool) -> Vec<String> {
    let missing = |from: &Record, other: &Record| {
        let items: Vec<Item> =
            from.items().filter(|item| wanted(item.kind) && other.get(&item.key, item.kind).is_none()).cloned().collect();
        // What a whole type holds goes without saying.
        let is_inside = |item: &Item| items.iter().any(|outer| item.path.starts_with(&format!("{}::", outer.path)));
        items.iter().filter(|item| !is_inside(item)).cloned().collect::<Vec<Item>>()
    };
    let changed = after.items().filter(|item| wanted(item.kind)).filter_map(|item| {
        let earlier = before.get(&item.key, item.kind)?;
        let is_same = earlier.path == item.path && earlier.ty == item.ty;
        (!is_same).then(|| format!("{}: {} → {}", item.path, shown(earlier, &item.path), or_nothing(&item.ty)))
    });
    let new = missing(after, before).into_iter().map(|item| format!("{} is new{}", item.path, typed(&item)));
    let gone = missing(before, after).into_iter().map(|item| format!("{} is gone{}", item.path, typed(&item)));
    changed.chain(new).chain(gone).collect()
}

fn shown(earlier: &Item, path: &str) -> String {
    let ty = or_nothing(&earlier.ty);
    if earlier.path == path { ty.to_owned() } else { format!("{}: {ty}", earlier.path) }
}

/// The type of a variant, which may hold nothing.
fn or_nothing(ty: &str) -> &str {
    if ty.is_empty() { "nothing" } else { ty }
}

fn typed(item: &Item) -> String {
    if item.ty.is_empty() { String::new() } else { format!(": {}", item.ty) }
}
