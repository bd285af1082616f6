//! `ParameterValue`: a parameter's value as OpenAPI's styles see it.

use crate::runtime::Json;

/// A parameter's value as OpenAPI's styles see it: one text, a list of texts, or named texts.
#[derive(Debug)]
pub(super) enum ParameterValue<'a> {
    Primitive(&'a str),
    Array(Vec<&'a str>),
    Object(Vec<(&'a str, &'a str)>),
}

impl<'a> ParameterValue<'a> {
    /// Reads a value. Null is no value, nor is a list or object without parts; nulls inside of one are no parts.
    pub(super) fn of(json: Json<'a>) -> Result<Option<Self>, &'static str> {
        if json.is_null() {
            Ok(None)
        } else if json.is_array() {
            let items = json.elements().into_iter().flatten().filter(|item| !item.is_null());
            let items = items.map(primitive).collect::<Result<Vec<_>, _>>()?;
            Ok(if items.is_empty() { None } else { Some(Self::Array(items)) })
        } else if json.is_object() {
            let entries = json.entries().into_iter().flatten().filter(|(_, value)| !value.is_null());
            let entries = entries.map(|(key, value)| primitive(value).map(|text| (key, text))).collect::<Result<Vec<_>, _>>()?;
            Ok(if entries.is_empty() { None } else { Some(Self::Object(entries)) })
        } else {
            primitive(json).map(Self::Primitive).map(Some)
        }
    }
}

/// A text, number or boolean as text.
pub(super) fn primitive(json: Json<'_>) -> Result<&str, &'static str> {
    if let Some(text) = json.as_str().or_else(|| json.number_text()) {
        return Ok(text);
    }
    match json.boolean() {
        Ok(true) => Ok("true"),
        Ok(false) => Ok("false"),
        Err(_) => Err("arrays and objects inside of arrays and objects have no form in a parameter"),
    }
}
