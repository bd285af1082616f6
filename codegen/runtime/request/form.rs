//! `application/x-www-form-urlencoded`: an object's properties as pairs.

use super::style::{self, QueryStyle, Written};
use super::value::primitive;
use super::written::written;
use crate::runtime::{Decode, Encode, Json, Value, to_json};

/// The pairs of a form, encoded.
pub(super) fn pairs(value: &dyn Encode, styles: &[(&str, QueryStyle)], reserved: &[&str]) -> Result<Vec<String>, String> {
    let pairs = written(value, |form| {
        if form.json.is_null() {
            return Ok(Vec::new());
        }
        let entries = form.json.entries().map_err(|_| "only an object can be written as a form")?;
        let mut pairs = Vec::new();
        for (name, json) in entries.filter(|(_, json)| !json.is_null()) {
            let style = styles.iter().find(|(property, _)| *property == name).map(|(_, style)| *style);
            match style {
                Some(style) => {
                    let text = json_text(json);
                    let written = style::query(style, name, &Written { json, text: &text });
                    let is_reserved = reserved.contains(&name);
                    pairs.extend(written.into_iter().map(|pair| if is_reserved { style::unreserved_pair(&pair) } else { pair }));
                }
                None => match json.elements() {
                    Ok(items) => pairs.extend(items.filter(|item| !item.is_null()).map(|item| pair(name, item))),
                    Err(_) => pairs.push(pair(name, json)),
                },
            }
        }
        Ok(pairs)
    })?;
    Ok(pairs.into_iter().map(|pair| pair.replace("%20", "+")).collect())
}

fn pair(name: &str, json: Json<'_>) -> String {
    format!("{}={}", style::json(name), style::json(&text(json)))
}

/// A value as text: as it is, or as JSON where it has parts.
pub(in crate::runtime) fn text(json: Json<'_>) -> String {
    primitive(json).map_or_else(|| json_text(json), str::to_owned)
}

/// A part of a document as JSON text of its own.
pub(in crate::runtime) fn json_text(json: Json<'_>) -> String {
    let value = Value::decode(json).unwrap_or_default();
    let bytes = to_json(&value).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
