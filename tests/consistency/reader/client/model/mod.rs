//! `models/<schema>.rs`: a type, and what it is on the wire.

mod enumeration;
pub(crate) mod fields;
mod structure;

use syn::{File, Item};

use super::{Impls, attributes, document, is_import, trait_name, unknown};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::spell;

/// Says what a model's file says. The first type of the file is the model.
pub(crate) fn read(path: &str, file: &File, facts: &mut Facts) {
    let items: Vec<&Item> = file.items.iter().filter(|item| !is_import(item)).collect();
    if !file.attrs.is_empty() {
        facts.say(format!("file `{path}`: attributes"), file.attrs.iter().map(spell).collect::<String>());
    }
    match items.split_first() {
        Some((Item::Struct(item), rest)) => structure::read(path, item, rest, facts),
        Some((Item::Enum(item), rest)) => enumeration::read(path, item, rest, facts),
        Some((Item::Type(item), [])) => {
            let subject = format!("model `{}`", item.ident);
            document(&subject, "", &Docs::of(&item.attrs), facts);
            if !attributes(&item.attrs).is_empty() {
                facts.say(format!("{subject}: attributes"), attributes(&item.attrs));
            }
            facts.say(subject, format!("another name of `{}`", spell(&item.ty)));
        }
        _ => unknown(path, file, facts),
    }
}
