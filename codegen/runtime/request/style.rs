//! OpenAPI's styles: how a parameter's value is written in a path, query, header or cookie.

use super::percent::{begins_with_code, push_value};
use super::value::ParameterValue;
use crate::runtime::Json;
use crate::runtime::list_items::list_items;

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
        /// Whether each item gets a name of its own.
        explode: bool,
    },
    /// `blue%20black%20brown`
    SpaceDelimited,
    /// `blue%7Cblack%7Cbrown`
    PipeDelimited,
    /// `blue%09black%09brown`
    TabDelimited,
    /// `{"R":100,"G":200}`
    Json,
}

/// Styles of query parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryStyle {
    /// `color=blue&color=black` or `color=blue,black`
    Form {
        /// Whether each item gets a name of its own.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited {
        /// Whether each item gets a name of its own, as in form style.
        explode: bool,
    },
    /// `color=blue%7Cblack`
    PipeDelimited {
        /// Whether each item gets a name of its own, as in form style.
        explode: bool,
    },
    /// `color=blue%09black`
    TabDelimited,
    /// `color%5BR%5D=100&color%5BG%5D=200`, and so on for what is deeper; items of arrays are numbered.
    DeepObject,
    /// `color=%7B%22R%22%3A100%7D`
    Json,
}

/// A value as JSON text, and as the styles see it.
pub(super) struct Written<'a> {
    pub(super) json: Json<'a>,
    pub(super) text: &'a str,
}

/// A path parameter; `None` if nothing would be left of it. In matrix style, its name is left of an empty text.
pub(super) fn path(style: PathStyle, name: &str, value: &ParameterValue<'_>) -> Option<String> {
    let mut text = String::new();
    match style {
        PathStyle::Simple { explode } => join(value, ",", explode, ",", &mut text),
        PathStyle::Label { explode } => join(value, if explode { "." } else { "," }, explode, ",", &mut text),
        PathStyle::SpaceDelimited => join(value, "%20", false, "%20", &mut text),
        PathStyle::PipeDelimited => join(value, "%7C", false, "%7C", &mut text),
        PathStyle::TabDelimited => join(value, "%09", false, "%09", &mut text),
        PathStyle::Json => return None,
        PathStyle::Matrix { explode } => {
            for (name, value) in named(name, value, explode, ",") {
                text.push(';');
                push_value(name, &mut text);
                if !value.is_empty() {
                    text.push('=');
                    text.push_str(&value);
                }
            }
        }
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

/// A query parameter as pairs that are encoded already; the reason if the style cannot hold the value.
pub(super) fn query(style: QueryStyle, name: &str, value: &Written<'_>) -> Result<Vec<String>, &'static str> {
    let (explode, separator) = match style {
        _ if value.json.is_null() => return Ok(Vec::new()),
        QueryStyle::Form { explode } => (explode, ","),
        QueryStyle::SpaceDelimited { explode } => (explode, "%20"),
        QueryStyle::PipeDelimited { explode } => (explode, "%7C"),
        QueryStyle::TabDelimited => (false, "%09"),
        QueryStyle::Json => return Ok(vec![pair(name, &json(value.text))]),
        QueryStyle::DeepObject if value.json.is_object() || value.json.is_array() => {
            let mut pairs = Vec::new();
            push_deep(name, value.json, &mut pairs);
            return Ok(pairs);
        }
        QueryStyle::DeepObject => return Err("only an object can be written in this style"),
    };
    let Some(value) = ParameterValue::of(value.json)? else { return Ok(Vec::new()) };
    Ok(named(name, &value, explode, separator).into_iter().map(|(name, value)| pair(name, &value)).collect())
}

/// Reserved characters that have no meaning in a path.
pub(super) const RESERVED_IN_PATH: &str = ":@!$&'()*+,;=";

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

/// Cookies in the style of that name: a cookie for each item, and nothing encoded.
pub(super) fn plain_cookies(name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let pairs: Vec<(&str, &str)> = match value {
        ParameterValue::Primitive(text) => vec![(name, text)],
        ParameterValue::Array(items) => items.iter().map(|item| (name, *item)).collect(),
        ParameterValue::Object(entries) => entries.clone(),
    };
    if pairs.iter().any(|(key, value)| [key, value].iter().any(|text| text.contains(UNFIT_FOR_COOKIES))) {
        return Err("a value holds a semicolon, space, quotation mark or backslash, which this style cannot write");
    }
    // Its rest would belong to the value of another cookie.
    if pairs.iter().any(|(key, _)| key.is_empty() || key.contains('=')) {
        return Err("a name is empty or holds an equals sign, which this style cannot write");
    }
    Ok(pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect())
}

/// The same as one cookie, with commas between the items.
pub(super) fn plain_cookie(name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let items: Vec<&str> = match value {
        ParameterValue::Primitive(_) => return plain_cookies(name, value),
        ParameterValue::Array(items) => items.clone(),
        ParameterValue::Object(entries) => entries.iter().flat_map(|(key, value)| [*key, *value]).collect(),
    };
    if items.iter().any(|item| item.contains(UNFIT_FOR_COOKIES) || item.contains(',')) {
        return Err("a value holds a comma, semicolon, space, quotation mark or backslash, which this style cannot write");
    }
    Ok(vec![format!("{name}={}", items.join(","))])
}

/// What would end a cookie that is not encoded, or, between quotation marks, not end where it does.
const UNFIT_FOR_COOKIES: [char; 5] = [';', ' ', '\t', '"', '\\'];

/// A cookie, in form style: items are joined, since a cookie's name cannot be repeated.
pub(super) fn cookie(name: &str, value: &ParameterValue<'_>) -> String {
    let mut text = String::new();
    join(value, ",", false, ",", &mut text);
    pair(name, &text)
}

/// Why a header cannot hold a value: its reader would take another one.
const OUTER_SPACE: &str = "a value begins or ends with a space, which HTTP takes away";

/// A header: simple style has commas as separators. Headers are not encoded, so an item that holds one cannot be sent.
pub(super) fn header(value: &ParameterValue<'_>, separator: char, explode: bool) -> Result<String, &'static str> {
    let parts: Vec<String> = match value {
        ParameterValue::Primitive(text) if has_outer_space(text) => return Err(OUTER_SPACE),
        ParameterValue::Primitive(text) => return Ok((*text).to_owned()),
        ParameterValue::Array(items) => items.iter().map(|item| (*item).to_owned()).collect(),
        ParameterValue::Object(entries) if explode => entries.iter().map(|(key, value)| format!("{key}={value}")).collect(),
        ParameterValue::Object(entries) => entries.iter().flat_map(|&(key, value)| [key.to_owned(), value.to_owned()]).collect(),
    };
    if parts.iter().any(|part| has_outer_space(part)) {
        return Err(OUTER_SPACE);
    }
    let is_one_item = |part: &String| list_items(part).eq([part.as_str()]) || part.is_empty();
    if separator == ',' && !parts.iter().all(is_one_item) {
        return Err("an item holds a comma, which separates items");
    }
    if separator != ',' && parts.iter().any(|part| part.contains(separator)) {
        return Err("an item holds the character that separates items");
    }
    Ok(parts.join(separator.encode_utf8(&mut [0; 4])))
}

fn has_outer_space(text: &str) -> bool {
    text.trim_matches([' ', '\t']) != text
}

/// The pairs of a value and of all inside it. Nothing is nested deeper than JSON may be.
fn push_deep(name: &str, value: Json<'_>, pairs: &mut Vec<String>) {
    if let Ok(entries) = value.entries() {
        entries.for_each(|(key, value)| push_deep(&format!("{name}[{key}]"), value, pairs));
    } else if let Ok(elements) = value.elements() {
        elements.enumerate().for_each(|(index, value)| push_deep(&format!("{name}[{index}]"), value, pairs));
    } else if let Ok(text) = super::value::primitive(value)
        && !value.is_null()
    {
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

/// The value under one name, or exploded under many; values are encoded, names are not yet.
fn named<'a>(name: &'a str, value: &ParameterValue<'a>, explode: bool, separator: &str) -> Vec<(&'a str, String)> {
    let encoded = |text: &str| {
        let mut output = String::new();
        push_value(text, &mut output);
        output
    };
    match value {
        ParameterValue::Array(items) if explode => items.iter().map(|item| (name, encoded(item))).collect(),
        ParameterValue::Object(entries) if explode => entries.iter().map(|&(key, value)| (key, encoded(value))).collect(),
        _ => {
            let mut text = String::new();
            join(value, separator, false, separator, &mut text);
            vec![(name, text)]
        }
    }
}

/// Items with separators between them. An object's keys are followed by `=` (exploded) or by `after_key`.
fn join(value: &ParameterValue<'_>, separator: &str, explode: bool, after_key: &str, output: &mut String) {
    match value {
        ParameterValue::Primitive(text) => push_value(text, output),
        ParameterValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                output.push_str(if index > 0 { separator } else { "" });
                push_value(item, output);
            }
        }
        ParameterValue::Object(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                output.push_str(if index > 0 { separator } else { "" });
                push_value(key, output);
                output.push_str(if explode { "=" } else { after_key });
                push_value(value, output);
            }
        }
    }
}
