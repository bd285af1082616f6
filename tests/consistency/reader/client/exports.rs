//! What a folder's `mod.rs` declares and exports: which types a caller can name.

use syn::{File, Item, Visibility};

use super::{Client, unknown};
use crate::reader::Facts;
use crate::reader::pattern::matches;

/// Says which types of a folder are public. Anything but the folder's own items is declared and exported, or is nowhere.
pub(crate) fn of(client: &Client, folder: &str, file: &File, facts: &mut Facts) {
    let module = folder.replace('/', "::");
    let declared: Vec<String> = file.items.iter().filter_map(|item| matches("mod $name;", item)?.remove("name")).collect();
    for item in &file.items {
        let Some(export) = matches("pub use $file::$(names);", item) else { continue };
        let types = client.0.get(&format!("{folder}/{}.rs", export["file"])).filter(|_| declared.contains(&export["file"]));
        for name in export["names"].trim_matches(['{', '}']).split(',') {
            match types.is_some_and(|file| file.items.iter().any(|item| is_type(item, name))) {
                true => facts.say(format!("type `{module}::{name}`"), "public"),
                false => unknown(&format!("{folder}/mod.rs"), item, facts),
            }
        }
    }
    let stem = |path: &String| Some(path.strip_prefix(&format!("{folder}/"))?.strip_suffix(".rs")?.to_owned());
    for stray in client.0.keys().filter_map(stem).filter(|stem| stem != "mod" && !stem.contains('/')) {
        if !declared.contains(&stray) {
            facts.say(format!("file `{folder}/{stray}.rs`"), "not declared");
        }
    }
    if declared.iter().any(|name| !client.0.contains_key(&format!("{folder}/{name}.rs"))) {
        facts.say(format!("file `{folder}/mod.rs`"), "declares a file that does not exist");
    }
}

fn is_type(item: &Item, name: &str) -> bool {
    match item {
        Item::Struct(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        Item::Enum(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        Item::Type(item) => item.ident == name && matches!(item.vis, Visibility::Public(_)),
        _ => false,
    }
}
