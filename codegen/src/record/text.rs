//! The text of a record: one line per item, in the order of their keys.

use std::fmt;

use super::{Item, Key, Kind, Record};
use crate::text::{escape, is_separator, is_unprintable, unescape};

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for RecordError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for RecordError {}

impl fmt::Display for Record {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items().try_for_each(|item| writeln!(formatter, "{item}"))
    }
}

/// `GET /pets = fn operations::pets::Pets::list(query:limit): ListRequest if pets`.
impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, kind, path, ty, order, features } = self;
        write!(formatter, "{key} = {} {}", kind.word(), escape(path, is_separator))?;
        if !order.is_empty() {
            let order: Vec<String> = order.iter().map(|taken| escape(taken, ends_order)).collect();
            write!(formatter, "({})", order.join(", "))?;
        }
        if !ty.is_empty() {
            write!(formatter, ": {}", escape(ty, is_unprintable))?;
        }
        if !features.is_empty() {
            write!(formatter, " if {}", features.join("|"))?;
        }
        Ok(())
    }
}

impl Record {
    /// Reads the text of a record.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let mut record = Self::default();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let error = |message| RecordError { line: index + 1, message };
            let item = item(line).ok_or_else(|| error(format!("`{line}` is not an item of a record")))?;
            if let Some(first) = record.add(item) {
                return Err(error(format!("a second line for `{}`", first.key)));
            }
        }
        Ok(record)
    }
}

fn item(line: &str) -> Option<Item> {
    let (key, rest) = line.split_once(" = ")?;
    let (kind, rest) = rest.split_once(' ')?;
    let kind = Kind::ALL.into_iter().find(|known| known.word() == kind)?;
    let (rest, features) = match rest.rsplit_once(" if ") {
        Some((rest, features)) => (rest, features.split('|').map(str::to_owned).collect()),
        None => (rest, Vec::new()),
    };
    let (rest, ty) = match rest.split_once(": ") {
        Some((rest, ty)) => (rest, unescape(ty)?),
        None => (rest, String::new()),
    };
    let (path, order) = match rest.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((path, order)) => (path, order.split(", ").map(unescape).collect::<Option<_>>()?),
        None => (rest, Vec::new()),
    };
    Some(Item { key: Key::parse(key)?, kind, path: unescape(path)?, ty, order, features })
}

/// Whether a character would end what an item takes.
fn ends_order(character: char) -> bool {
    is_separator(character) || matches!(character, ',' | '(' | ')' | ':')
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn pets() -> Record {
        let (pet, list) = (Key::component("schemas", "Pet"), Key::call("GET", "/pets/{id}", None));
        let nasty = pet.then(Step::Property("a: b = (c), d if e"));
        let mut record = Record::default();
        for item in [
            Item::new(pet.clone(), Kind::Struct, "models::Pet").with_features(&["pets".to_owned(), "shops".to_owned()]),
            Item::new(pet.clone(), Kind::Constructor, "models::Pet::new").taking(vec!["name".to_owned(), "a, b".to_owned()]),
            Item::new(pet.then(Step::Property("name")), Kind::Field, "models::Pet::name").typed("Option<String>"),
            Item::new(nasty, Kind::Field, "models::Pet::a_b").typed("String"),
            Item::new(list, Kind::Method, "operations::pets::Pets::list")
                .typed("(i64) -> ListRequest")
                .taking(vec!["path:id".to_owned()]),
        ] {
            assert_eq!(record.add(item), None);
        }
        record
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let record = pets();
        let text = record.to_string();
        assert!(
            text.contains("GET /pets/{id} = fn operations::pets::Pets::list(path\\u{3a}id): (i64) -> ListRequest\n"),
            "{text}"
        );
        assert!(text.contains("#/components/schemas/Pet = struct models::Pet if pets|shops\n"), "{text}");
        assert_eq!(Record::parse(&text), Ok(record));
    }

    #[test]
    fn damage_is_an_error_with_its_line() {
        let text = pets().to_string();
        let (first, _) = text.split_once('\n').expect("there are lines");
        assert_eq!(Record::parse(&format!("{text}nothing\n")).map_err(|error| error.line), Err(6));
        let twice = Record::parse(&format!("{text}{first}\n")).expect_err("a key is there twice");
        assert!(twice.to_string().starts_with("line 6: a second line for `#/components/schemas/Pet"), "{twice}");
        assert!(Record::parse("#/components/schemas/Pet = strct models::Pet").is_err());
    }

    #[test]
    fn items_are_found_by_key_and_path() {
        let record = pets();
        let by_path = record.at_path("models::Pet::new", Kind::Constructor).expect("it is there");
        assert_eq!(record.get(&by_path.key, Kind::Constructor), Some(by_path));
        assert_eq!(record.at_path("models::Pet::new", Kind::Method), None);
    }
}
