//! The tables of the client that a description asks for.

mod alternative;
mod call;
mod constant;
mod direction;
mod feature;
mod group;
mod model;
mod name;
mod object;
mod operation;
mod pagination;
mod parameter;
mod place;
mod response;
mod schema;
mod security;
mod shared;

use std::cell::RefCell;

use serde_yaml::Value;

use self::direction::Directions;
use self::name::snake;
use self::object::{Object, Unread};
use self::place::Places;
use super::docs::words;
use super::facts::{Docs, Facts, ModelNames, Server, add};
use super::record::Record;

/// The description, read from its root.
pub(crate) struct Description<'d> {
    root: &'d Value,
    record: Record<'d>,
    places: Places<'d>,
    /// The properties that are lists of pages.
    paged: RefCell<Vec<&'d Value>>,
    directions: Directions,
    unread: Unread,
}

/// The tables, with the order of arguments from the record, and the names of models.
pub(crate) fn facts(root: &Value, record: &str, names: &ModelNames) -> Facts {
    let (places, paged, unread) = (place::places(root, names), RefCell::default(), Unread::default());
    let record = Record::read(record);
    let mut description = Description { root, record, places, paged, directions: Directions::default(), unread };
    description.directions = description.directions();
    let mut facts = Facts::default();
    description.read(&mut facts);
    facts.unread = description.unread.into_inner();
    facts
}

impl<'d> Description<'d> {
    fn read(&self, facts: &mut Facts) {
        let mut root = self.object("the description", self.root);
        if !root.text("openapi").starts_with("3.") {
            root.unread("a version that the reader does not know");
        }
        let mut info = self.object("the description's info", root.take("info").unwrap_or(&Value::Null));
        let about = format!("{} {} {}", info.text("title"), info.prose(), root.prose());
        add(&mut facts.about, "the API", docs(&about, format!("Version `{}` of the API.", info.text("version"))));
        self.servers(root.list("servers"), facts);
        root.ignore(&["security"]);
        let tags = root.list("tags");
        let paths = root.entries("paths");
        let features = self.features(tags, &paths);
        self.groups(tags, &paths, &features, facts);
        for (path, item) in paths {
            self.path_item(path, item, tags, facts);
        }
        let mut schemas = Vec::new();
        if let Some(components) = root.take("components") {
            let mut components = self.object("the components", components);
            schemas = components.entries("schemas");
            // These count where they are referred to.
            components.ignore(&["parameters", "responses", "requestBodies"]);
        }
        self.models(&schemas, &features, facts);
    }

    fn object(&self, subject: impl Into<String>, value: &'d Value) -> Object<'d, '_> {
        Object::open(&self.unread, subject, value)
    }

    /// What a reference leads to, and the last reference on the way there.
    fn follow<'r>(&self, reference: &'r str) -> Option<(&'d Value, &'r str)>
    where
        'd: 'r,
    {
        let mut value = self.root;
        for token in reference.strip_prefix("#/")?.split('/') {
            value = value.get(token.replace("~1", "/").replace("~0", "~"))?;
        }
        match value.get("$ref").and_then(Value::as_str) {
            Some(further) if further != reference => self.follow(further),
            Some(_) => None,
            None => Some((value, reference)),
        }
    }

    /// The value, or what it refers to.
    fn resolve(&self, value: &'d Value) -> &'d Value {
        match value.get("$ref") {
            Some(reference) => self.follow(object::text(reference)).map_or(&Value::Null, |(value, _)| value),
            None => value,
        }
    }

    /// The server that a client calls.
    fn server(&self) -> &'d str {
        let servers = self.root.get("servers").and_then(Value::as_sequence).map_or(&[][..], Vec::as_slice);
        encrypted_first(servers).first().map_or("/", |server| url(server))
    }

    /// The constants of the servers. A client calls the first one.
    fn servers(&self, servers: &'d [Value], facts: &mut Facts) {
        let mut order = Vec::new();
        for (index, server) in encrypted_first(servers).into_iter().enumerate() {
            let mut server = self.object("a server", server);
            let (url, description) = (server.text("url").trim_end_matches('/'), server.text("description"));
            let wanted = if description.is_empty() { url } else { description.lines().next().unwrap_or_default() };
            let name = if index == 0 { "DEFAULT".to_owned() } else { snake(wanted).to_uppercase() };
            let row = Server { url: url.to_owned(), docs: docs(description, format!("Server: `{url}`.")) };
            add(&mut facts.servers, format!("server `{name}`"), row);
            order.push(name);
        }
        add(&mut facts.lists, "the server that a client calls", vec!["DEFAULT".to_owned()]);
        add(&mut facts.lists, "the servers in order", order);
    }
}

/// Servers in the order of a client: the first one by `https`, if it is there with it as well, and then as described.
fn encrypted_first(servers: &[Value]) -> Vec<&Value> {
    let mut order: Vec<&Value> = servers.iter().collect();
    let secure = order.first().map(|first| url(first).replace("http://", "https://").replace(":80/", "/"));
    order.sort_by_key(|server| Some(url(server)) != secure.as_deref());
    order
}

/// The URL of a server.
fn url(server: &Value) -> &str {
    server.get("url").map_or("", object::text).trim_end_matches('/')
}

/// Docs of these words and this origin.
fn docs(text: &str, origin: impl Into<String>) -> Docs {
    Docs { words: words(text), origin: origin.into() }
}
