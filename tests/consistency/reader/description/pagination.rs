//! Pagination: how a call asks for the next page, in each of its styles.

use serde_yaml::Value;

use super::Description;
use super::name::{snake, wanted};
use super::object::text;
use super::parameter::Member;
use crate::reader::facts::Pages;

impl<'d> Description<'d> {
    /// What the description says of an operation's pages; `page` is the schema of one.
    pub(crate) fn pagination(&self, key: &str, pagination: &'d Value, members: &[Member<'d>], page: &'d Value) -> Pages {
        let mut object = self.object(format!("call `{key}`: pages"), pagination);
        let style = object.text("style");
        let parameter = |name: &str| members.iter().find(|member| member.place == "query" && member.name == name);
        let changed = match style {
            "offset" => Some("offset"),
            "page" => Some("page"),
            "cursor" => Some("cursor"),
            _ => None,
        };
        let changed = changed.map(|name| object.text(name));
        let limit = object.take("limit").filter(|_| matches!(style, "offset" | "page")).map(text);
        for name in limit.into_iter().chain(changed).filter(|name| parameter(name).is_none()) {
            object.unread(format!("`{name}` is no query parameter"));
        }
        let field = changed.and_then(parameter).map(|member| member.input.field.clone());
        let items = self.walk(page, object.take("items").map_or("", text));
        self.paged.borrow_mut().extend(items.2);
        let next = object.take("next").map(|next| self.walk(page, text(next)).0);
        let asked = field.as_ref().map_or("nothing".to_owned(), |field| format!("self.{field}"));
        let first = object.take("first").filter(|_| style == "page");
        let first = first.and_then(Value::as_i64).unwrap_or(1).to_string();
        // Where no page says so, an empty one is the last.
        let more = next.clone().unwrap_or(items.0.clone());
        let from = match (style, next) {
            ("offset", _) => vec![asked, items.0.clone(), more],
            ("page", _) => vec![asked, first, items.0.clone(), more],
            ("cursor" | "next-url", Some(next)) => vec![next],
            ("link-header", None) => Vec::new(),
            _ => {
                object.unread(format!("`{style}` is no style, or lacks something"));
                Vec::new()
            }
        };
        let item = items.1.get("items").map_or("nothing".to_owned(), |item| self.type_of(item).with_null());
        Pages { style: style.to_owned(), parameter: field, from, items: items.0, item }
    }

    /// The fields along a pointer from a value inwards, the schema at its end, and the last property.
    fn walk(&self, schema: &'d Value, pointer: &str) -> (String, &'d Value, Option<&'d Value>) {
        let (mut schema, mut last) = (self.resolve(schema), None);
        let mut fields = "page".to_owned();
        for name in pointer.split('/').skip(1) {
            let property = schema.get("properties").and_then(|properties| properties.get(name));
            fields = format!("{fields}.{}", snake(property.map_or(name, |property| wanted(property, name))));
            schema = property.map_or(&Value::Null, |property| self.resolve(property));
            last = property;
            if schema.is_null() {
                fields += ", which does not exist";
            }
        }
        (fields, schema, last)
    }
}

/// The duration of a text such as `10s`, in milliseconds.
pub(crate) fn milliseconds(timeout: &Value) -> String {
    let text = text(timeout);
    let units = [("ms", 1), ("s", 1_000), ("m", 60_000)];
    let number = units.iter().find_map(|(unit, factor)| Some(text.strip_suffix(unit)?.parse::<u64>().ok()? * factor));
    number.map_or(format!("`{text}`, which is no time"), |number| format!("{number} ms"))
}
