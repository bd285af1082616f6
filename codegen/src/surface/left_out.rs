//! What the settings leave out of a client, and what its record keeps of it.

use std::collections::BTreeSet;

use crate::names::method_path::GROUPS;
use crate::plan::Plan;
use crate::record::{Item, Key, Kind, Record};

/// The items of an earlier record that the settings leave out: they come back under their names.
pub(super) fn items<'r>(plan: &Plan, surface: &Record, earlier: &'r Record) -> Vec<&'r Item> {
    let is_new = |item: &Item| surface.get(&item.key, item.kind).is_some();
    let groups = groups(plan, earlier);
    // A model that is only sent by calls that are left out has no constructor and no setters.
    let is_of_sent = |item: &Item| {
        let is_sent = matches!(item.kind, Kind::Constructor | Kind::Setter) || item.key.as_str().contains(" own required");
        is_sent && item.path.starts_with("models::") && item.key.ancestors().any(|key| surface.model(&key).is_some())
    };
    let is_left_out = |item: &&Item| match item.kind {
        Kind::Feature => plan.is_without_features || !plan.left_out.is_empty(),
        _ if groups.contains(&item.key) => true,
        _ if plan.left_out.is_empty() => false,
        _ => is_of_sent(item) || item.key.ancestors().any(|key| plan.left_out.contains(&key)),
    };
    earlier.items().filter(is_left_out).filter(|item| !is_new(item)).collect()
}

/// The keys of the groups of calls that are left out.
fn groups(plan: &Plan, earlier: &Record) -> BTreeSet<Key> {
    let calls = earlier.of_kind(Kind::Method).filter(|item| plan.left_out.contains(&item.key.root()));
    let modules = calls.filter_map(|item| item.path.strip_prefix(GROUPS)?.split_once("::"));
    let modules: BTreeSet<&str> = modules.map(|(module, _)| module).collect();
    let groups = modules.into_iter().filter_map(|module| earlier.at_path(&format!("{GROUPS}{module}"), Kind::Module));
    groups.map(|item| item.key.clone()).collect()
}
