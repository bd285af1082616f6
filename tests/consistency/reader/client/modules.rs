//! Files that declare and export others, the servers, the builder, and the handle of a group.

use std::collections::BTreeMap;

use syn::{Attribute, File, Item, ItemUse, UseTree, Visibility};

use super::syntax::{is_docs, spell, text};
use super::{Reading, documented, take_docs, take_methods};
use crate::reader::facts::{Server, add};

/// The condition on a type that is there only with the feature for tests.
const TEST_CONDITION: &str = ", cfg(feature=\"test-util\")";

impl Reading<'_> {
    /// `mod.rs`.
    pub(super) fn root(&mut self, mut file: File) {
        let docs = documented(&mut file.attrs);
        add(&mut self.facts.about, "the API", docs);
        self.frame("root", &file);
    }

    /// `client.rs`: the server that a client calls unless it is told of another.
    pub(super) fn builder(&mut self, file: File) {
        for item in self.open("client", file) {
            let spelled = spell(&item);
            let server = spelled.split_once("super::servers::").and_then(|(_, rest)| rest.split_once(','));
            let servers = server.map(|(server, _)| server.to_owned()).into_iter().collect();
            add(&mut self.facts.lists, "the server that a client calls", servers);
            self.frame("client", &item);
        }
    }

    /// `servers.rs`.
    pub(super) fn servers(&mut self, mut file: File) {
        let opening = take_docs(&mut file.attrs).text();
        self.frames.push(format!("servers docs: {opening}"));
        let mut order = Vec::new();
        for item in self.open("servers", file) {
            let Item::Const(mut item) = item else {
                self.frame("servers", &item);
                continue;
            };
            order.push(item.ident.to_string());
            let server = Server { url: text(&item.expr), docs: documented(&mut item.attrs) };
            add(&mut self.facts.servers, format!("server `{}`", item.ident), server);
            item.ident = quote::format_ident!("NAME");
            *item.expr = syn::parse_quote!("");
            self.frame("servers", &item);
        }
        add(&mut self.facts.lists, "the servers in order", order);
    }

    /// `models/mod.rs` and `operations/mod.rs`.
    pub(super) fn folder(&mut self, folder: &str, mut file: File) {
        let opening = take_docs(&mut file.attrs).text();
        self.frames.push(format!("{folder} docs: {opening}"));
        let items = self.declarations(folder, folder == "operations", file);
        items.iter().for_each(|item| self.frame(folder, item));
    }

    /// `operations/<group>/mod.rs`: the handle, and the client's method that gives it.
    pub(super) fn group(&mut self, group: &str, mut file: File) {
        let mut row = self.facts.groups.remove(&format!("group `{group}`")).unwrap_or_default();
        add(&mut row.docs, "module", documented(&mut file.attrs));
        for item in self.declarations(&format!("operations/{group}"), false, file) {
            match item {
                Item::Struct(mut item) => {
                    self.names.push((item.ident.to_string(), "Handle"));
                    add(&mut row.docs, "handle", documented(&mut item.attrs));
                    self.frame("group", &item);
                }
                Item::Impl(mut item) => {
                    for mut method in take_methods(&mut item) {
                        add(&mut row.docs, "method", documented(&mut method.attrs));
                        let handle = self.names.first().map(|(name, _)| name.clone());
                        row.handle = handle.map(|handle| (method.sig.ident.to_string(), handle));
                        method.sig.ident = quote::format_ident!("handle");
                        self.frame("group", &method);
                    }
                    self.frame("group", &item);
                }
                item => self.frame("group", &item),
            }
        }
        add(&mut self.facts.groups, format!("group `{group}`"), row);
    }

    /// Reads what a folder declares and exports; the other items are returned. A folder declares what it holds, and exports
    /// types of its files in the condition in which it declares the file.
    fn declarations(&mut self, folder: &str, are_folders: bool, file: File) -> Vec<Item> {
        let mut declared = BTreeMap::new();
        let mut rest = Vec::new();
        for attribute in file.attrs.iter().filter(|attribute| !is_docs(attribute)) {
            self.frame("folder", attribute);
        }
        for item in file.items {
            match item {
                Item::Mod(item) if item.content.is_none() && is_public(&item.vis) == are_folders => {
                    declared.insert(item.ident.to_string(), condition(&item.attrs));
                }
                Item::Use(item) if is_public(&item.vis) => self.export(folder, &declared, &item),
                Item::Use(item) => self.frame("folder", &item),
                item => rest.push(item),
            }
        }
        let ending = if are_folders { "/mod.rs" } else { ".rs" };
        let stem = |path: &String| Some(path.strip_prefix(&format!("{folder}/"))?.strip_suffix(ending)?.to_owned());
        let held: Vec<String> =
            self.client.0.keys().filter_map(stem).filter(|stem| stem != "mod" && !stem.contains('/')).collect();
        for missing in held.iter().filter(|stem| !declared.contains_key(*stem)) {
            self.facts.unread.push(format!("file `{folder}/{missing}{ending}`: not declared"));
        }
        for stray in declared.keys().filter(|stem| !held.contains(stem)) {
            self.unread(format!("`{stray}` is declared and does not exist"));
        }
        if are_folders {
            for (group, condition) in declared {
                let group = self.facts.groups.entry(format!("group `{group}`")).or_default();
                group.declared = condition;
            }
        }
        rest
    }

    fn export(&mut self, folder: &str, declared: &BTreeMap<String, String>, item: &ItemUse) {
        let mut names = Vec::new();
        let file = match &item.tree {
            UseTree::Path(path) => {
                match &*path.tree {
                    UseTree::Name(name) => names.push(name.ident.to_string()),
                    UseTree::Group(group) => names.extend(group.items.iter().map(spell)),
                    _ => {}
                }
                path.ident.to_string()
            }
            _ => String::new(),
        };
        let condition = condition(&item.attrs);
        let as_declared = condition.strip_suffix(TEST_CONDITION).unwrap_or(&condition);
        if declared.get(&file).map(String::as_str) != Some(as_declared) || names.is_empty() || item.leading_colon.is_some() {
            self.unread(format!("`{}` does not export a file as it is declared", spell(item)));
        }
        for name in names {
            add(&mut self.facts.types, format!("type `{}::{name}`", folder.replace('/', "::")), condition.clone());
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Public, and under which condition.
fn condition(attributes: &[Attribute]) -> String {
    let conditions = attributes.iter().filter(|attribute| !is_docs(attribute)).map(|attribute| spell(&attribute.meta));
    // What is deprecated is so where it is declared.
    let conditions = conditions.filter(|condition| condition != "allow(deprecated)");
    ["public".to_owned()].into_iter().chain(conditions).collect::<Vec<_>>().join(", ")
}
