//! What the description says, as facts about the client that it asks for.

mod body;
mod call;
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

/// The description, read from its root.
pub(crate) struct Description<'d> {
    root: &'d Value,
}

/// All that the description says.
pub(crate) fn facts(root: &Value) -> Facts {
    let description = Description { root };
    let mut facts = Facts::default();
    let mut object = Object::open("the description", root);
    if !object.text("openapi").starts_with("3.1.") {
        facts.say("the description's version", "one that the reader does not know");
    }
    description.about(object.take("info").unwrap_or(&Value::Null), &mut facts);
    server::facts(object.list("servers"), &mut facts);
    description.tags(object.list("tags"), &mut facts);
    for (path, item) in object.entries("paths") {
        description.path_item(path, item, &mut facts);
    }
    let mut components = Object::open("the components", object.take("components").unwrap_or(&Value::Null));
    for (name, schema) in components.entries("schemas") {
        description.model(name, schema, &mut facts);
    }
    // These count where they are referred to.
    ["parameters", "responses", "requestBodies"].into_iter().for_each(|key| _ = components.take(key));
    components.close(&mut facts);
    object.close(&mut facts);
    facts
}

impl<'d> Description<'d> {
    /// What a reference leads to.
    fn follow(&self, reference: &str) -> Option<&'d Value> {
        let mut value = self.root;
        for token in reference.strip_prefix("#/")?.split('/') {
            value = value.get(token.replace("~1", "/").replace("~0", "~"))?;
        }
        match value.get("$ref").and_then(Value::as_str) {
            Some(further) if further != reference => self.follow(further),
            Some(_) => None,
            None => Some(value),
        }
    }

    /// The value, or what it refers to.
    fn resolve(&self, value: &'d Value) -> &'d Value {
        match value.get("$ref") {
            Some(reference) => self.follow(object::text(reference)).unwrap_or(&Value::Null),
            None => value,
        }
    }

    fn about(&self, info: &'d Value, facts: &mut Facts) {
        let mut info = Object::open("the description's info", info);
        facts.say("the API: words", words(&format!("{} {}", info.text("title"), info.text("description"))));
        facts.say("the API: origin", format!("Version `{}` of the API.", info.text("version")));
        info.close(facts);
    }

    /// The groups of calls: the tags that operations bear.
    fn tags(&self, tags: &'d [Value], facts: &mut Facts) {
        let mut groups: Vec<String> = tags.iter().map(|tag| name::snake(tag.get("name").map_or("", object::text))).collect();
        groups.sort_unstable();
        facts.say("the groups", groups.join(", "));
        for tag in tags {
            let mut tag = Object::open("a tag", tag);
            let name = tag.text("name");
            let module = name::snake(name);
            let group = format!("group `{module}`");
            facts.say(&group, format!("`client.{module}()` gives `{}`", name::pascal(name)));
            for place in ["module", "handle", "method"] {
                facts.say(format!("{group}: words of the {place}"), words(tag.text("description")));
                facts.say(format!("{group}: origin of the {place}"), format!("Tag: `{name}`."));
            }
            tag.close(facts);
        }
    }
}
