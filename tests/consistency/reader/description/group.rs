//! Groups: the calls of one tag, the first that their operations bear.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::Description;
use super::feature::Features;
use super::name::{pascal, snake, wanted};
use super::object::{Object, entries, text};
use super::operation::METHODS;
use crate::reader::Facts;
use crate::reader::docs::words;

/// The calls of one tag, or those without one.
pub(crate) struct Group {
    /// The module.
    pub(crate) module: String,
    /// The type whose methods make the requests.
    pub(crate) handle: String,
}

impl Group {
    /// The group of a tag, by the description's list of tags.
    pub(crate) fn of(tag: Option<&str>, tags: &[Value]) -> Self {
        let Some(tag) = tag else { return Self { module: "untagged".to_owned(), handle: "runtime::Client".to_owned() } };
        let module = snake(wanted(described(tag, tags), tag));
        Self { handle: pascal(&module), module }
    }
}

/// What the description says of a tag.
fn described<'d>(tag: &str, tags: &'d [Value]) -> &'d Value {
    tags.iter().find(|described| described.get("name").map(text) == Some(tag)).unwrap_or(&Value::Null)
}

/// The first tag of an operation.
pub(crate) fn tag(operation: &Value) -> Option<&str> {
    operation.get("tags").and_then(|tags| tags.get(0)).map(text)
}

impl<'d> Description<'d> {
    /// What the description says of the groups.
    pub(crate) fn groups(&self, tags: &'d [Value], paths: &[(&str, &'d Value)], features: &Features, facts: &mut Facts) {
        let items = paths.iter().flat_map(|(_, item)| entries(self.resolve(item)));
        let operations = items.filter(|(key, _)| METHODS.contains(key)).map(|(_, operation)| operation);
        let groups: BTreeMap<String, Option<&str>> =
            operations.map(|operation| (Group::of(tag(operation), tags).module, tag(operation))).collect();
        facts.say("the groups", groups.keys().cloned().collect::<Vec<_>>().join(", "));
        for (module, tag) in groups {
            let group = format!("group `{module}`");
            facts.say(format!("{group}: declared"), features.of_group(&module));
            let Some(tag) = tag else {
                facts.say(format!("{group}: words of the module"), "");
                facts.say(format!("{group}: origin of the module"), "Operations without a tag.");
                continue;
            };
            let prose = described(tag, tags).get("description").map_or("", text);
            facts.say(&group, format!("`client.{module}()` gives `{}`", Group::of(Some(tag), tags).handle));
            for place in ["module", "handle", "method"] {
                facts.say(format!("{group}: words of the {place}"), words(prose));
                facts.say(format!("{group}: origin of the {place}"), format!("Tag: `{tag}`."));
            }
        }
        for tag in tags {
            let mut tag = Object::open("a tag", tag);
            ["name", "description"].into_iter().for_each(|key| _ = tag.take(key));
            tag.close(facts);
        }
    }
}
