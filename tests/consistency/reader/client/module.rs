//! Files that say little: the roots of folders, the builder, the servers, and the handle of a group.

use syn::{File, Item, Visibility};

use super::exports::condition;
use super::{Client, attributes, document, is_import, unknown};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::{matches, spell};

/// `mod.rs`.
pub(crate) fn root(file: &File, facts: &mut Facts) {
    document("the API", "", &Docs::of(&file.attrs), facts);
    let items: Vec<String> = file.items.iter().map(spell).collect();
    let expected = ["mod client;", "pub mod models;", "pub mod operations;", "pub mod servers;"];
    if items != expected || attributes(&file.attrs) != "cfg_attr(rustfmt,rustfmt_skip)" {
        unknown("mod.rs", file, facts);
    }
}

/// `client.rs`: the server that a client calls unless it is told of another.
pub(crate) fn builder(file: &File, facts: &mut Facts) {
    let builder = "
        impl runtime::Client {
            #[doc = $docs]
            pub fn builder() -> runtime::ClientBuilder {
                runtime::ClientBuilder::new(
                    super::$(server),
                    concat!(env!(\"CARGO_PKG_NAME\"), \"/\", env!(\"CARGO_PKG_VERSION\")),
                )
            }
        }";
    for item in file.items.iter().filter(|item| !is_import(item)) {
        match matches(builder, item) {
            Some(holes) => {
                facts.say("the server that a client calls", &holes["server"]);
                if text(&holes["docs"]) != format!(" {BUILDER} `{}`.", holes["server"]) {
                    facts.say("the docs of the builder", &holes["docs"]);
                }
            }
            None => unknown("client.rs", item, facts),
        }
    }
}

const BUILDER: &str = "Starts building a client; unless told otherwise, it calls the server";

/// `servers.rs`.
pub(crate) fn servers(file: &File, facts: &mut Facts) {
    opening("servers.rs", file, "The servers of the API; a client calls the default one unless it is built with another.", facts);
    let mut order = Vec::new();
    for item in &file.items {
        match (item, matches("$(docs) pub const $name: &str = $url;", item)) {
            (Item::Const(constant), Some(holes)) if attributes(&constant.attrs).is_empty() => {
                let server = format!("server `{}`", holes["name"]);
                facts.say(&server, text(&holes["url"]));
                document(&server, "", &Docs::of(&constant.attrs), facts);
                order.push(constant.ident.to_string());
            }
            _ => unknown("servers.rs", item, facts),
        }
    }
    facts.say("the servers in order", order.join(", "));
}

/// `operations/mod.rs`: the groups are the folders beside it.
pub(crate) fn operations(client: &Client, file: &File, facts: &mut Facts) {
    let mut declared: Vec<String> = Vec::new();
    for item in &file.items {
        match item {
            Item::Mod(item) if matches!(item.vis, Visibility::Public(_)) && item.content.is_none() => {
                facts.say(format!("group `{}`: declared", item.ident), condition(&item.attrs));
                declared.push(item.ident.to_string());
            }
            _ => unknown("operations/mod.rs", item, facts),
        }
    }
    facts.say("the groups", declared.join(", "));
    let group = |path: &String| Some(path.strip_prefix("operations/")?.strip_suffix("/mod.rs")?.to_owned());
    if !client.0.keys().filter_map(group).eq(declared) {
        facts.say("file `operations/mod.rs`", "declares other groups than there are");
    }
    opening("operations/mod.rs", file, "The calls of the API, one module per tag.", facts);
}

/// `operations/<group>/mod.rs`: the handle, and the client's method that gives it.
pub(crate) fn group(module: &str, file: &File, facts: &mut Facts) {
    let group = format!("group `{module}`");
    document(&group, " of the module", &Docs::of(&file.attrs), facts);
    if !attributes(&file.attrs).is_empty() {
        facts.say(format!("{group}: attributes of the module"), attributes(&file.attrs));
    }
    let mut handle = String::new();
    for item in file.items.iter().filter(|item| !is_import(item)) {
        let method = "
            impl runtime::Client {
                $(docs) pub fn $method(&self) -> $handle {
                    $handle { client: self.clone() }
                }
            }";
        let is_listed = ["mod $name;", "pub use $file::$(names);"].iter().any(|pattern| matches(pattern, item).is_some());
        match item {
            Item::Struct(item) if matches("$(docs) pub struct $name { client: runtime::Client }", item).is_some() => {
                handle = item.ident.to_string();
                document(&group, " of the handle", &Docs::of(&item.attrs), facts);
                if attributes(&item.attrs) != "derive(Clone,Debug)" {
                    facts.say(format!("{group}: attributes"), attributes(&item.attrs));
                }
            }
            Item::Impl(item) => match (matches(method, item), item.items.first()) {
                (Some(holes), Some(syn::ImplItem::Fn(function))) if holes["handle"] == handle => {
                    facts.say(&group, format!("`client.{}()` gives `{handle}`", holes["method"]));
                    document(&group, " of the method", &Docs::of(&function.attrs), facts);
                    if !attributes(&function.attrs).is_empty() {
                        facts.say(format!("{group}: attributes of the method"), attributes(&function.attrs));
                    }
                }
                _ => unknown(&format!("operations/{module}/mod.rs"), item, facts),
            },
            _ if is_listed => {}
            _ => unknown(&format!("operations/{module}/mod.rs"), item, facts),
        }
    }
}

/// The docs that a file opens with, where they are always the same.
pub(crate) fn opening(path: &str, file: &File, expected: &str, facts: &mut Facts) {
    let is_plain = attributes(&file.attrs).is_empty();
    if !is_plain || Docs::of(&file.attrs).text() != expected {
        facts.say(format!("file `{path}`: opening"), file.attrs.iter().map(spell).collect::<String>());
    }
}

/// The value of a literal.
pub(crate) fn text(literal: &str) -> String {
    syn::parse_str::<syn::LitStr>(literal).map_or_else(|_| format!("{literal}, which is no text"), |literal| literal.value())
}
