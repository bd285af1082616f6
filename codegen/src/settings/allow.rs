//! `[[allow]]`: errors of the description that are not to keep the client from being generated.

use std::ops::Range;

use toml_edit::{Item, Key, TableLike};

use super::value::{Mistake, entries, text};
use crate::diagnostic::Allowance;

const KEYS: [&str; 3] = ["code", "at", "reason"];

/// Reads the entries.
pub(super) fn read(item: &Item) -> Result<Vec<Allowance>, Mistake> {
    entries("allow", item)?.into_iter().map(|(span, table)| read_one(span, table)).collect()
}

fn read_one(span: Option<Range<usize>>, table: &dyn TableLike) -> Result<Allowance, Mistake> {
    let mut found = [const { None }; KEYS.len()];
    for (key, item) in table.iter() {
        let Some(index) = KEYS.iter().position(|known| *known == key) else {
            return Err(Mistake::unknown_key(key, table.key(key).and_then(Key::span), &KEYS));
        };
        found[index] = Some(text(key, item, |_| Ok(()))?);
    }
    let [code, at, reason] = found;
    match (code, reason) {
        (Some(code), Some(reason)) => Ok(Allowance { code, at, reason }),
        _ => Err(Mistake::at(span, "an entry of `allow` needs a `code` and a `reason`")),
    }
}

/// An entry as it stands in the settings.
pub fn entry(allowance: &Allowance) -> String {
    let Allowance { code, at, reason } = allowance;
    let texts = [("code", Some(code)), ("at", at.as_ref()), ("reason", Some(reason))];
    let lines = texts.into_iter().filter_map(|(key, text)| Some((key, toml_edit::Value::from(text?.as_str()))));
    lines.fold("[[allow]]\n".to_owned(), |entry, (key, text)| entry + &format!("{key} = {text}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn an_entry_is_read_as_it_is_written() {
        let allowance =
            Allowance { code: "unknown-key".to_owned(), at: Some("/a\"b\\".to_owned()), reason: "it's so".to_owned() };
        let text = format!("description = 'a'\n{}", entry(&allowance));
        assert_eq!(Settings::parse(&text).map(|settings| settings.allow), Ok(vec![allowance]));
    }
}
