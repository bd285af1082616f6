//! `x-pagination`: how a call asks for the next page.

use serde_yaml::Value;

use super::Description;
use super::name::{snake, wanted};
use super::object::{Object, text};
use super::parameter::Member;
use crate::reader::Facts;

impl<'d> Description<'d> {
    /// What the description says of an operation's pages; `page` is the schema of one.
    pub(crate) fn pagination(
        &self,
        call: &str,
        pagination: &'d Value,
        members: &[Member<'d>],
        page: &'d Value,
        facts: &mut Facts,
    ) {
        let subject = format!("{call}: pages");
        let mut object = Object::open(&subject, pagination);
        if object.text("style") != "offset" {
            facts.say(format!("{subject}: style"), "one that the reader does not know");
        }
        let (limit, offset) = (object.take("limit").map(text), object.text("offset"));
        let parameter = |name: &str| members.iter().find(|member| member.noun == "Query parameter" && member.name == name);
        for name in limit.into_iter().chain([offset]).filter(|name| parameter(name).is_none()) {
            facts.say(format!("{subject}: `{name}`"), "no query parameter");
        }
        let items = self.walk(page, object.text("items"));
        let next = object.take("next").map(|next| self.walk(page, text(next)).0);
        facts.say(&subject, format!("asks with `{}`", parameter(offset).map_or("nothing", |member| &member.field)));
        facts.say(format!("{subject}: items"), &items.0);
        facts.say(format!("{subject}: counts"), &items.0);
        let more = next.map_or_else(|| format!("!{}.is_empty()", items.0), |next| format!("{next}.is_some()"));
        facts.say(format!("{subject}: go on while"), more);
        let item = items.1.get("items").map_or("nothing".to_owned(), |item| self.type_of(item).with_null());
        facts.say(format!("{subject}: item"), item);
        object.close(facts);
    }

    /// The fields along a pointer from a value inwards, and the schema at its end.
    fn walk(&self, schema: &'d Value, pointer: &str) -> (String, &'d Value) {
        let mut schema = self.resolve(schema);
        let mut fields = "page".to_owned();
        for name in pointer.split('/').skip(1) {
            let property = schema.get("properties").and_then(|properties| properties.get(name));
            fields = format!("{fields}.{}", snake(property.map_or(name, |property| wanted(property, name))));
            schema = property.map_or(&Value::Null, |property| self.resolve(property));
            if schema.is_null() {
                fields += ", which does not exist";
            }
        }
        (fields, schema)
    }
}

/// The time that a text such as `10s` stands for, in milliseconds.
pub(crate) fn milliseconds(timeout: &Value) -> String {
    let text = text(timeout);
    let units = [("ms", 1), ("s", 1_000), ("m", 60_000)];
    let number = units.iter().find_map(|(unit, factor)| Some(text.strip_suffix(unit)?.parse::<u64>().ok()? * factor));
    number.map_or(format!("`{text}`, which is no time"), |number| format!("{number} ms"))
}
