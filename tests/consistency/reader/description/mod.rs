//! What the description says, as facts about the client that it asks for.

mod body;
mod call;
mod feature;
mod group;
mod model;
mod name;
mod object;
mod operation;
mod pagination;
mod parameter;
mod response;
mod schema;
mod server;

use serde_yaml::Value;

use self::object::Object;
use super::Facts;
use super::docs::words;
use super::lock::Lock;

/// The description, read from its root.
pub(crate) struct Description<'d> {
    root: &'d Value,
    lock: Lock<'d>,
}

/// All that the description says, and what the lock says of the order of arguments.
pub(crate) fn facts(root: &Value, lock: &str) -> Facts {
    let description = Description { root, lock: Lock::read(lock) };
    let mut facts = Facts::default();
    let mut object = Object::open("the description", root);
    if !object.text("openapi").starts_with("3.1.") {
        facts.say("the description's version", "one that the reader does not know");
    }
    description.about(object.take("info").unwrap_or(&Value::Null), &mut facts);
    server::facts(object.list("servers"), &mut facts);
    let tags = object.list("tags");
    let paths = object.entries("paths");
    let features = description.features(tags, &paths);
    description.groups(tags, &paths, &features, &mut facts);
    for (path, item) in paths {
        description.path_item(path, item, tags, &mut facts);
    }
    let mut components = Object::open("the components", object.take("components").unwrap_or(&Value::Null));
    for (name, schema) in components.entries("schemas") {
        description.model(name, schema, &features.of_schema(name), &mut facts);
    }
    // These count where they are referred to.
    ["parameters", "responses", "requestBodies"].into_iter().for_each(|key| _ = components.take(key));
    components.close(&mut facts);
    object.close(&mut facts);
    facts
}

impl<'d> Description<'d> {
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

    fn about(&self, info: &'d Value, facts: &mut Facts) {
        let mut info = Object::open("the description's info", info);
        facts.say("the API: words", words(&format!("{} {}", info.text("title"), info.text("description"))));
        facts.say("the API: origin", format!("Version `{}` of the API.", info.text("version")));
        info.close(facts);
    }
}
