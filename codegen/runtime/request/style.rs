//! OpenAPI's styles: how a parameter's value is written in a path, query, header or cookie.

use super::percent::{begins_with_code, push_value};
use super::value::{ParameterValue, Part, encoded, outermost, primitive};
use crate::runtime::Json;

/// Styles of path parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStyle {
    /// `blue,black,brown`
    Simple {
        /// Whether an object's entries are written `R=100,G=200` (true) or `R,100,G,200`.
        explode: bool,
    },
    /// `.blue.black.brown`
    Label {
        /// Whether items are separated by `.` (true) or `,`.
        explode: bool,
    },
    /// `;color=blue,black,brown`
    Matrix {
        /// Whether each item repeats the name.
        explode: bool,
    },
    /// `blue%20black%20brown`
    SpaceDelimited,
    /// `blue%7Cblack%7Cbrown`
    PipeDelimited,
    /// `blue%09black%09brown`
    TabDelimited,
    /// `1,2%7C3,4`
    Lists {
        /// The separator of each level of lists, the outermost first.
        separators: &'static [char],
    },
    /// `{"R":100,"G":200}`
    Json,
}

/// Styles of query parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryStyle {
    /// `color=blue&color=black` or `color=blue,black`
    Form {
        /// Whether each item repeats the name.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited {
        /// Whether each item repeats the name, as in form style.
        explode: bool,
    },
    /// `color=blue%7Cblack`
    PipeDelimited {
        /// Whether each item repeats the name, as in form style.
        explode: bool,
    },
    /// `color=blue%09black`
    TabDelimited,
    /// `rows=1,2%7C3,4`
    Lists {
        /// Whether each item of the outermost list repeats the name.
        explode: bool,
        /// The separator of each level of lists, the outermost first.
        separators: &'static [char],
    },
    /// `color%5BR%5D=100&color%5BG%5D=200`, and so on for what is deeper; items of arrays are numbered.
    DeepObject,
    /// `color=%7B%22R%22%3A100%7D`
    Json,
}

/// A value as JSON text, and as the styles see it.
pub(in crate::runtime) struct Written<'a> {
    pub(super) json: Json<'a>,
    pub(super) text: &'a str,
}

/// A path parameter; `None` if nothing would be left of it. In matrix style, its name is left of an empty text.
pub(super) fn path(style: PathStyle, name: &str, value: &Written<'_>) -> Option<String> {
    let (separator, explode, inner): (_, _, &[char]) = match style {
        PathStyle::Json => return Some(json(value.text)),
        PathStyle::Simple { explode } | PathStyle::Matrix { explode } => (",", explode, &[]),
        PathStyle::Label { explode } => (if explode { "." } else { "," }, explode, &[]),
        PathStyle::SpaceDelimited => ("%20", false, &[]),
        PathStyle::PipeDelimited => ("%7C", false, &[]),
        PathStyle::TabDelimited => ("%09", false, &[]),
        PathStyle::Lists { separators } => {
            let (separator, inner) = outermost(separators);
            (encoded(separator), false, inner)
        }
    };
    let value = &ParameterValue::with_lists(value.json, inner)?;
    let mut text = String::new();
    if matches!(style, PathStyle::Matrix { .. }) {
        for (name, value) in named(name, value, explode, separator) {
            text.push(';');
            push_value(name, &mut text);
            if !value.is_empty() {
                text.push('=');
                text.push_str(&value);
            }
        }
    } else {
        join(value, separator, explode, &mut text);
    }
    match style {
        _ if text.is_empty() => None,
        PathStyle::Label { .. } => Some(format!(".{text}")),
        _ => Some(text),
    }
}

/// The text of an empty path parameter.
pub(super) fn empty_path(style: PathStyle) -> &'static str {
    if matches!(style, PathStyle::Label { .. }) { "." } else { "" }
}

/// A value as JSON in the place of one text.
pub(super) fn json(text: &str) -> String {
    let mut output = String::new();
    push_value(text, &mut output);
    output
}

/// A value that is the whole query and has no names: a text, or else JSON.
pub(super) fn whole(value: &Written<'_>) -> Option<String> {
    let text = primitive(value.json).unwrap_or(value.text);
    (!value.json.is_null()).then(|| json(text))
}

/// A query parameter as pairs that are encoded already.
pub(in crate::runtime) fn query(style: QueryStyle, name: &str, value: &Written<'_>) -> Vec<String> {
    let is_deep = style == QueryStyle::DeepObject && (value.json.is_object() || value.json.is_array());
    let (explode, separator, inner): (_, _, &[char]) = match style {
        _ if value.json.is_null() => return Vec::new(),
        _ if is_deep => {
            let mut pairs = Vec::new();
            push_deep(name, value.json, &mut pairs);
            return pairs;
        }
        QueryStyle::Json => return vec![pair(name, &json(value.text))],
        QueryStyle::Form { explode } => (explode, ",", &[]),
        QueryStyle::SpaceDelimited { explode } => (explode, "%20", &[]),
        QueryStyle::PipeDelimited { explode } => (explode, "%7C", &[]),
        QueryStyle::TabDelimited => (false, "%09", &[]),
        QueryStyle::Lists { explode, separators } => {
            let (separator, inner) = outermost(separators);
            (explode, encoded(separator), inner)
        }
        // A text, number or boolean has no keys to name.
        QueryStyle::DeepObject => (true, ",", &[]),
    };
    let value = ParameterValue::with_lists(value.json, inner);
    let pairs = value.iter().flat_map(|value| named(name, value, explode, separator));
    pairs.map(|(name, value)| pair(name, &value)).collect()
}

/// Reserved characters that are allowed in a path. `?` and `#` would end it, and brackets are for hosts only.
pub(super) const RESERVED_IN_PATH: &str = "/:@!$&'()*+,;=";

/// Reserved characters that have a meaning in addresses, but none in a query.
const RESERVED_IN_QUERY: &str = ":/?@!$'()*,;=";

/// Lets characters stand as they are, and what was percent-encoded already.
pub(super) fn unreserved(text: &str, reserved: &str) -> String {
    let mut output = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, encoded) = rest.split_at(at);
        output.push_str(before);
        let (triple, after) = encoded.split_at_checked(3).unwrap_or((encoded, ""));
        let plain = u8::from_str_radix(&triple[1..], 16).map(char::from).ok().filter(|plain| reserved.contains(*plain));
        match plain {
            Some(plain) => output.push(plain),
            None if triple == "%25" && begins_with_code(after) => output.push('%'),
            None => output.push_str(triple),
        }
        rest = after;
    }
    output + rest
}

/// The same for the value of a query's pair.
pub(super) fn unreserved_pair(pair: &str) -> String {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    format!("{name}={}", unreserved(value, RESERVED_IN_QUERY))
}

/// A cookie, in form style: items are joined, since a cookie's name cannot be repeated.
pub(super) fn cookie(name: &str, value: &ParameterValue<'_>) -> String {
    let mut text = String::new();
    join(value, ",", false, &mut text);
    pair(name, &text)
}

/// The pairs of a value and of all inside it. Nothing is nested deeper than JSON may be.
fn push_deep(name: &str, value: Json<'_>, pairs: &mut Vec<String>) {
    if let Ok(entries) = value.entries() {
        entries.for_each(|(key, value)| push_deep(&format!("{name}[{key}]"), value, pairs));
    } else if let Ok(elements) = value.elements() {
        elements.enumerate().for_each(|(index, value)| push_deep(&format!("{name}[{index}]"), value, pairs));
    } else if let Some(text) = primitive(value) {
        pairs.push(pair(name, &json(text)));
    }
}

/// `name=value`, of which the value is encoded already.
fn pair(name: &str, value: &str) -> String {
    let mut text = String::new();
    push_value(name, &mut text);
    text.push('=');
    text.push_str(value);
    text
}

/// The value under one name, or exploded under many; values are encoded, names are not yet. Exploded, the items of a list in an object
/// repeat its key.
fn named<'a>(name: &'a str, value: &ParameterValue<'a>, explode: bool, separator: &str) -> Vec<(&'a str, String)> {
    let encoded = |part: &Part<'_>| {
        let mut output = String::new();
        part.push(&mut output);
        output
    };
    match value {
        ParameterValue::Array(items) if explode => items.iter().map(|item| (name, encoded(item))).collect(),
        ParameterValue::Object(entries) if explode => {
            let of_key = |(key, value): &(&'a str, Part<'a>)| match value.items() {
                Some(items) => items.iter().map(|item| (*key, encoded(item))).collect(),
                None => vec![(*key, encoded(value))],
            };
            entries.iter().flat_map(of_key).collect()
        }
        _ => {
            let mut text = String::new();
            join(value, separator, false, &mut text);
            vec![(name, text)]
        }
    }
}

/// Items with separators between them. An object's keys are followed by `=` (exploded) or by a separator.
fn join(value: &ParameterValue<'_>, separator: &str, explode: bool, output: &mut String) {
    match value {
        ParameterValue::Primitive(text) => push_value(text, output),
        ParameterValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                output.push_str(if index > 0 { separator } else { "" });
                item.push(output);
            }
        }
        ParameterValue::Object(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                output.push_str(if index > 0 { separator } else { "" });
                push_value(key, output);
                output.push_str(if explode { "=" } else { separator });
                value.push(output);
            }
        }
    }
}
