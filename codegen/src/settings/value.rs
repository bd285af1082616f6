//! The values of settings, and what is wrong with them.

use std::ops::Range;

use toml_edit::{Item, TableLike};

use crate::diagnostic::suggest;

/// What is wrong with the settings, and where.
pub(super) struct Mistake {
    pub(super) span: Option<Range<usize>>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Mistake {
    pub(super) fn at(span: Option<Range<usize>>, message: &str) -> Self {
        Self { span, message: message.to_owned(), help: None }
    }

    /// A key that a table does not have.
    pub(super) fn unknown_key(key: &str, span: Option<Range<usize>>, known: &[&str]) -> Self {
        let help = match suggest(key, known.iter().copied()) {
            Some(suggestion) => format!("did you mean `{suggestion}`?"),
            None => format!("the keys are `{}`", known.join("`, `")),
        };
        Self { span, message: format!("unknown key `{key}`"), help: Some(help) }
    }
}

/// Reads `true` or `false`.
pub(super) fn switch(key: &str, item: &Item) -> Result<bool, Mistake> {
    item.as_bool().ok_or_else(|| Mistake::at(item.span(), &format!("`{key}` is either `true` or `false`")))
}

/// Reads a bound.
pub(super) fn bound(key: &str, item: &Item, highest: usize) -> Result<usize, Mistake> {
    let number = item.as_integer().and_then(|number| usize::try_from(number).ok());
    let mistake = || Mistake::at(item.span(), &format!("`{key}` takes a whole number from 1 to {highest}"));
    number.filter(|number| (1..=highest).contains(number)).ok_or_else(mistake)
}

/// Reads a text that has to look as a rule says.
pub(super) fn text(key: &str, item: &Item, rule: impl Fn(&str) -> Result<(), String>) -> Result<String, Mistake> {
    let span = item.span();
    let Some(text) = item.as_str() else {
        return Err(Mistake::at(span, &format!("`{key}` takes a text, not {}", article(item.type_name()))));
    };
    checked(key, text, span, rule)
}

/// Reads a list of such texts.
pub(super) fn texts(key: &str, item: &Item, rule: impl Fn(&str) -> Result<(), String>) -> Result<Vec<String>, Mistake> {
    let wrong = |span, found| Mistake::at(span, &format!("`{key}` takes a list of texts, not {}", article(found)));
    let list = item.as_array().ok_or_else(|| wrong(item.span(), item.type_name()))?;
    let read = |value: &toml_edit::Value| {
        let text = value.as_str().ok_or_else(|| wrong(value.span(), value.type_name()))?;
        checked(key, text, value.span(), &rule)
    };
    list.iter().map(read).collect()
}

/// A table with its place.
pub(super) type Entry<'i> = (Option<Range<usize>>, &'i dyn TableLike);

/// Reads a list of tables.
pub(super) fn entries<'i>(key: &str, item: &'i Item) -> Result<Vec<Entry<'i>>, Mistake> {
    let wrong = |span, found| Mistake::at(span, &format!("`{key}` takes tables, each as `[[{key}]]`, not {}", article(found)));
    if let Some(tables) = item.as_array_of_tables() {
        return Ok(tables.iter().map(|table| (table.span(), table as &dyn TableLike)).collect());
    }
    let list = item.as_array().ok_or_else(|| wrong(item.span(), item.type_name()))?;
    let read = |value: &'i toml_edit::Value| {
        let table = value.as_inline_table().ok_or_else(|| wrong(value.span(), value.type_name()))?;
        Ok((value.span(), table as &dyn TableLike))
    };
    list.iter().map(read).collect()
}

fn checked(
    key: &str,
    text: &str,
    span: Option<Range<usize>>,
    rule: impl Fn(&str) -> Result<(), String>,
) -> Result<String, Mistake> {
    if text.is_empty() {
        return Err(Mistake::at(span, &format!("`{key}` is empty")));
    }
    if text.contains(char::is_control) {
        return Err(Mistake::at(span, &format!("`{key}` contains a control character")));
    }
    rule(text).map_err(|message| Mistake::at(span, &message))?;
    Ok(text.to_owned())
}

fn article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}
