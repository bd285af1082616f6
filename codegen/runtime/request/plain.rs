//! Headers, and cookies in the style of that name: values that are not encoded.

use std::borrow::Cow;

use super::value::{ParameterValue, Part, outermost};
use crate::runtime::list_items::list_items;

/// Cookies in the style of that name: a cookie for each item.
pub(super) fn cookies(name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let pairs: Vec<(&str, Cow<'_, str>)> = match value {
        ParameterValue::Primitive(text) => vec![(name, Cow::Borrowed(text))],
        ParameterValue::Array(items) => items.iter().map(|item| (name, item.text())).collect(),
        ParameterValue::Object(entries) => entries.iter().map(|(key, value)| (*key, value.text())).collect(),
    };
    if pairs.iter().any(|(key, value)| key.contains(UNFIT_FOR_COOKIES) || value.contains(UNFIT_FOR_COOKIES)) {
        return Err("a value holds a semicolon, space, quotation mark or backslash, which this style cannot write");
    }
    // Its rest would belong to the value of another cookie.
    if pairs.iter().any(|(key, _)| key.is_empty() || key.contains('=')) {
        return Err("a name is empty or holds an equals sign, which this style cannot write");
    }
    Ok(pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect())
}

/// The same as one cookie, with commas between the items.
pub(super) fn cookie(name: &str, value: &ParameterValue<'_>) -> Result<Vec<String>, &'static str> {
    let items: Vec<Cow<'_, str>> = match value {
        ParameterValue::Primitive(_) => return cookies(name, value),
        ParameterValue::Array(items) => items.iter().map(|item| item.text()).collect(),
        ParameterValue::Object(entries) => entries.iter().flat_map(|(key, value)| [Cow::Borrowed(*key), value.text()]).collect(),
    };
    if items.iter().any(|item| item.contains(UNFIT_FOR_COOKIES) || item.contains(',')) {
        return Err("a value holds a comma, semicolon, space, quotation mark or backslash, which this style cannot write");
    }
    Ok(vec![format!("{name}={}", items.join(","))])
}

/// What would end a cookie that is not encoded, or, between quotation marks, not end where it does.
const UNFIT_FOR_COOKIES: [char; 5] = [';', ' ', '\t', '"', '\\'];

/// Why a header cannot hold a value: its reader would take another one.
const OUTER_SPACE: &str = "a value begins or ends with a space, which HTTP takes away";

/// A header: simple style has commas as separators. Headers are not encoded, so an item that holds one cannot be sent. Each level of
/// lists has a separator, the outermost first.
pub(super) fn header(value: &ParameterValue<'_>, separators: &[char], explode: bool) -> Result<String, &'static str> {
    let (parts, texts): (Vec<Cow<'_, str>>, Vec<Cow<'_, str>>) = match value {
        ParameterValue::Primitive(text) if has_outer_space(text) => return Err(OUTER_SPACE),
        ParameterValue::Primitive(text) => return Ok((*text).to_owned()),
        ParameterValue::Array(items) => (items.iter().map(Part::text).collect(), items.iter().flat_map(Part::leaves).collect()),
        ParameterValue::Object(entries) if explode => {
            let entries = entries.iter().map(|(key, value)| Cow::Owned(format!("{key}={}", value.text())));
            let parts: Vec<_> = entries.collect();
            (parts.clone(), parts)
        }
        ParameterValue::Object(entries) => {
            let parts: Vec<_> = entries.iter().flat_map(|(key, value)| [Cow::Borrowed(*key), value.text()]).collect();
            (parts.clone(), parts)
        }
    };
    if texts.iter().any(|text| has_outer_space(text)) {
        return Err(OUTER_SPACE);
    }
    let is_one_item = |text: &Cow<'_, str>| list_items(text).eq([&**text]) || text.is_empty();
    if separators.contains(&',') && !texts.iter().all(is_one_item) {
        return Err("an item holds a comma, which separates items");
    }
    let separates = |character: char| character != ',' && separators.contains(&character);
    if texts.iter().any(|text| text.contains(separates)) {
        return Err("an item holds the character that separates items");
    }
    let (separator, _) = outermost(separators);
    Ok(parts.join(separator.encode_utf8(&mut [0; 4])))
}

fn has_outer_space(text: &str) -> bool {
    text.trim_matches([' ', '\t']) != text
}
