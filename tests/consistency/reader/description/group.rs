//! Groups: the calls of one tag, the first that their operations bear.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::feature::Features;
use super::name::{pascal, snake, wanted};
use super::object::{Object, Unread, entries, text};
use super::operation::METHODS;
use super::{Description, docs};
use crate::reader::facts::{Facts, Group as Row, add};

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
        for (module, tag) in groups {
            let mut row = Row { declared: features.of_group(&module), ..Row::default() };
            match tag {
                None => add(&mut row.docs, "module", docs("", "Operations without a tag.")),
                Some(tag) => {
                    let prose = match described(tag, tags) {
                        Value::Null => String::new(),
                        tag => Object::open(&Unread::default(), "a tag", tag).prose(),
                    };
                    row.handle = Some((module.clone(), Group::of(Some(tag), tags).handle));
                    for place in ["module", "handle", "method"] {
                        add(&mut row.docs, place, docs(&prose, format!("Tag: `{tag}`.")));
                    }
                }
            }
            add(&mut facts.groups, format!("group `{module}`"), row);
        }
        for tag in tags {
            self.object("a tag", tag).ignore(&["name", "summary", "description", "externalDocs"]);
        }
    }
}
