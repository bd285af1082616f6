//! `ParameterValue`: a parameter's value as OpenAPI's styles see it.

use std::borrow::Cow;

use super::form::json_text;
use super::percent::push_value;
use crate::runtime::Json;

/// A parameter's value as OpenAPI's styles see it: one text, a list of parts, or named parts.
pub(super) enum ParameterValue<'a> {
    Primitive(&'a str),
    Array(Vec<Part<'a>>),
    Object(Vec<(&'a str, Part<'a>)>),
}

/// A part of a list or object.
pub(super) enum Part<'a> {
    /// A text, number or boolean.
    Text(&'a str),
    /// A list within a list, with the separator of its items.
    List(Vec<Part<'a>>, char),
    /// A list or object for which no style has a form: it is JSON text.
    Json(Json<'a>),
}

impl<'a> ParameterValue<'a> {
    /// Reads a value. Null is no value, nor is a list or object without parts; nulls inside of one are no parts.
    pub(super) fn of(json: Json<'a>) -> Option<Self> {
        Self::with_lists(json, &[])
    }

    /// Reads a value in which lists of lists have separators: one for each level below the first.
    pub(super) fn with_lists(json: Json<'a>, separators: &[char]) -> Option<Self> {
        if json.is_null() {
            None
        } else if json.is_array() {
            let items = parts(json, separators);
            if items.is_empty() { None } else { Some(Self::Array(items)) }
        } else if json.is_object() {
            let entries = json.entries().into_iter().flatten().filter(|(_, value)| !value.is_null());
            let entries: Vec<_> = entries.map(|(key, value)| (key, Part::of(value, separators))).collect();
            if entries.is_empty() { None } else { Some(Self::Object(entries)) }
        } else {
            primitive(json).map(Self::Primitive)
        }
    }

    /// Whether a part of it has no form but JSON.
    pub(super) fn has_json(&self) -> bool {
        match self {
            Self::Primitive(_) => false,
            Self::Array(items) => items.iter().any(Part::has_json),
            Self::Object(entries) => entries.iter().any(|(_, value)| value.has_json()),
        }
    }
}

impl<'a> Part<'a> {
    fn of(json: Json<'a>, separators: &[char]) -> Self {
        match (primitive(json), separators) {
            (Some(text), _) => Self::Text(text),
            (None, [separator, inner @ ..]) if json.is_array() => Self::List(parts(json, inner), *separator),
            (None, _) => Self::Json(json),
        }
    }

    fn has_json(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::List(items, _) => items.iter().any(Self::has_json),
            Self::Json(_) => true,
        }
    }

    /// The items, if it is a list without a separator.
    pub(super) fn items(&self) -> Option<Vec<Part<'a>>> {
        match self {
            Self::Json(json) if json.is_array() => Some(parts(*json, &[])),
            _ => None,
        }
    }

    /// The part as one text.
    pub(super) fn text(&self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::List(items, separator) => {
                let items: Vec<_> = items.iter().map(Part::text).collect();
                Cow::Owned(items.join(separator.encode_utf8(&mut [0; 4])))
            }
            Self::Json(json) => Cow::Owned(json_text(*json)),
        }
    }

    /// The texts that it consists of.
    pub(super) fn leaves(&self) -> Vec<Cow<'a, str>> {
        match self {
            Self::List(items, _) => items.iter().flat_map(Part::leaves).collect(),
            part => vec![part.text()],
        }
    }

    /// Appends the part, percent-encoded.
    pub(super) fn push(&self, output: &mut String) {
        let Self::List(items, separator) = self else { return push_value(&self.text(), output) };
        for (index, item) in items.iter().enumerate() {
            output.push_str(if index > 0 { encoded(*separator) } else { "" });
            item.push(output);
        }
    }
}

/// The separator of the outermost list, and those of the lists in it.
pub(super) fn outermost(separators: &[char]) -> (char, &[char]) {
    separators.split_first().map_or((',', &[]), |(outermost, inner)| (*outermost, inner))
}

/// A separator as addresses have it.
pub(super) fn encoded(separator: char) -> &'static str {
    match separator {
        ' ' => "%20",
        '|' => "%7C",
        '\t' => "%09",
        _ => ",",
    }
}

fn parts<'a>(list: Json<'a>, separators: &[char]) -> Vec<Part<'a>> {
    let items = list.elements().into_iter().flatten().filter(|item| !item.is_null());
    items.map(|item| Part::of(item, separators)).collect()
}

/// A text, number or boolean as text.
pub(super) fn primitive(json: Json<'_>) -> Option<&str> {
    let boolean = || json.boolean().ok().map(|value| if value { "true" } else { "false" });
    json.as_str().or_else(|| json.number_text()).or_else(boolean)
}
