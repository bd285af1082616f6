//! OpenAPI's styles: how a parameter's value is written in a path, query, header or cookie.

use super::percent::push_value;
use super::value::ParameterValue;

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
    /// `color%5BR%5D=100&color%5BG%5D=200`
    DeepObject,
}

/// A path parameter; `None` if nothing would be left of it. In matrix style, its name is left of an empty text.
pub(super) fn path(style: PathStyle, name: &str, value: &ParameterValue<'_>) -> Option<String> {
    let mut text = String::new();
    match style {
        PathStyle::Simple { explode } => join(value, ",", explode, ",", &mut text),
        PathStyle::Label { explode } => join(value, if explode { "." } else { "," }, explode, ",", &mut text),
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
        PathStyle::Simple { .. } | PathStyle::Matrix { .. } => Some(text),
    }
}

/// A query parameter as pairs that are encoded already; the reason if the style cannot hold the value.
pub(super) fn query(style: QueryStyle, name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let (explode, separator) = match style {
        QueryStyle::Form { explode } => (explode, ","),
        QueryStyle::SpaceDelimited { explode } => (explode, "%20"),
        QueryStyle::PipeDelimited { explode } => (explode, "%7C"),
        QueryStyle::DeepObject => return deep_object(name, value),
    };
    Ok(named(name, value, explode, separator).into_iter().map(|(name, value)| pair(name, &value)).collect())
}

/// A cookie, in form style: items are joined, since a cookie's name cannot be repeated.
pub(super) fn cookie(name: &str, value: &ParameterValue<'_>) -> String {
    let mut text = String::new();
    join(value, ",", false, ",", &mut text);
    pair(name, &text)
}

/// A header, in simple style. Headers are not encoded, so an item that holds a separator cannot be sent.
pub(super) fn header(value: &ParameterValue<'_>) -> Result<String, &'static str> {
    let parts: Vec<&str> = match value {
        ParameterValue::Primitive(text) => return Ok((*text).to_owned()),
        ParameterValue::Array(items) => items.clone(),
        ParameterValue::Object(entries) => entries.iter().flat_map(|&(key, value)| [key, value]).collect(),
    };
    if parts.iter().any(|part| part.contains(',')) {
        return Err("an item holds a comma, which separates items");
    }
    Ok(parts.join(","))
}

fn deep_object(name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let ParameterValue::Object(entries) = value else { return Err("only an object can be written in this style") };
    let pairs = entries.iter().map(|(key, value)| {
        let mut text = String::new();
        push_value(value, &mut text);
        pair(&format!("{name}[{key}]"), &text)
    });
    Ok(pairs.collect())
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
