//! What a folder's `mod.rs` declares and exports: which types a caller can name.

use std::collections::BTreeMap;

use syn::{Attribute, File, Item, Visibility};

use super::{Client, attributes, unknown};
use crate::reader::Facts;
use crate::reader::pattern::matches;

/// Says which types of a folder are public. Anything but the folder's own items is declared and exported, or is nowhere.
pub(crate) fn of(client: &Client, folder: &str, file: &File, facts: &mut Facts) {
    let module = folder.replace('/', "::");
    let declared: BTreeMap<String, String> = file.items.iter().filter_map(declaration).collect();
    for item in &file.items {
        let Item::Use(export) = item else { continue };
        let bare = syn::ItemUse { attrs: Vec::new(), ..export.clone() };
        let Some(holes) = matches("pub use $file::$(names);", &bare) else { continue };
        let condition = condition(&export.attrs);
        // Whoever declares a file in one condition and exports it in another has done neither.
        let types = declared.get(&holes["file"]).filter(|declared| **declared == condition);
        let types = types.and_then(|_| client.0.get(&format!("{folder}/{}.rs", holes["file"])));
        for name in holes["names"].trim_matches(['{', '}']).split(',') {
            match types.is_some_and(|file| file.items.iter().any(|item| is_type(item, name))) {
                true => facts.say(format!("type `{module}::{name}`"), &condition),
                false => unknown(&format!("{folder}/mod.rs"), item, facts),
            }
        }
    }
    let stem = |path: &String| Some(path.strip_prefix(&format!("{folder}/"))?.strip_suffix(".rs")?.to_owned());
    for stray in client.0.keys().filter_map(stem).filter(|stem| stem != "mod" && !stem.contains('/')) {
        if !declared.contains_key(&stray) {
            facts.say(format!("file `{folder}/{stray}.rs`"), "not declared");
        }
    }
    if declared.keys().any(|name| !client.0.contains_key(&format!("{folder}/{name}.rs"))) {
        facts.say(format!("file `{folder}/mod.rs`"), "declares a file that does not exist");
    }
}

/// The name of a private module, and what its file's types are by its condition.
fn declaration(item: &Item) -> Option<(String, String)> {
    match item {
        Item::Mod(item) if matches!(item.vis, Visibility::Inherited) && item.content.is_none() => {
            Some((item.ident.to_string(), condition(&item.attrs)))
        }
        _ => None,
    }
}

/// Public, and under which condition.
pub(crate) fn condition(attrs: &[Attribute]) -> String {
    let condition = attributes(attrs);
    if condition.is_empty() { "public".to_owned() } else { format!("public, {condition}") }
}

fn is_type(item: &Item, name: &str) -> bool {
    match item {
        Item::Struct(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        Item::Enum(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        Item::Type(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        _ => false,
    }
}
