//! The text of a record: one line per item, in the order of their keys.

use std::fmt;

use super::fact::SEPARATOR;
use super::key::word;
use super::{Item, Record};
use crate::text::{escape, is_separator, is_unprintable};

/// The layout that this version writes.
pub(super) const FORMAT: &str = "2";

/// An earlier layout, which has no facts.
pub(super) const FORMAT_WITHOUT_FACTS: &str = "1";

impl fmt::Display for Record {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "format {FORMAT}")?;
        self.items().try_for_each(|item| writeln!(formatter, "{item}"))
    }
}

/// `GET /pets = fn operations::pets::Pets::list(query:limit): (i64) -> ListRequest if pets`.
impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, kind, path, ty, order, features, facts } = self;
        write!(formatter, "{key} = {} {}", kind.word(), escape(path, is_separator))?;
        if !order.is_empty() {
            let order: Vec<String> = order.iter().map(|taken| word(taken, ends_order)).collect();
            write!(formatter, "({})", order.join(", "))?;
        }
        if !ty.is_empty() {
            write!(formatter, ": {}", escape(ty, is_unprintable))?;
        }
        if !features.is_empty() {
            write!(formatter, " if {}", features.join("|"))?;
        }
        facts.iter().try_for_each(|fact| write!(formatter, "{SEPARATOR}{fact}"))
    }
}

/// Whether a character would end what an item takes.
fn ends_order(character: char) -> bool {
    is_separator(character) || matches!(character, ',' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::super::{Fact, FactName, Key, Kind, Step};
    use super::*;

    fn pets() -> Record {
        let (pet, list) = (Key::component("schemas", "Pet"), Key::call("GET", "/pets/{id}", None));
        let nasty = pet.then(Step::Property("a: b = (c), d if e"));
        [
            Item::new(pet.clone(), Kind::Struct, "models::Pet").with_features(&["pets".to_owned(), "shops".to_owned()]),
            Item::new(pet.clone(), Kind::Constructor, "models::Pet::new")
                .taking(["name", "a, b", "", "c:", "="].map(str::to_owned).to_vec()),
            Item::new(pet.then(Step::Property("name")), Kind::Field, "models::Pet::name").typed("Option<String>"),
            Item::new(nasty, Kind::Field, "models::Pet::a_b").typed("String"),
            Item::new(list.then(Step::Parameter("query", "=")), Kind::Setter, "operations::pets::ListRequest::n"),
            Item::new(list.then(Step::Response("200")), Kind::Place, "models::Pet"),
            Item::new(list, Kind::Method, "operations::pets::Pets::list")
                .typed("(i64) -> ListRequest")
                .taking(vec!["path:id".to_owned()])
                .with_facts([Fact::new(FactName::Auth, "key | none"), Fact::flag(FactName::Deprecated)]),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let record = pets();
        let text = record.to_string();
        assert!(
            text.contains(
                "GET /pets/{id} = fn operations::pets::Pets::list(path:id): (i64) -> ListRequest; auth key | none; deprecated\n"
            ),
            "{text}"
        );
        assert!(text.contains("#/components/schemas/Pet = struct models::Pet if pets|shops\n"), "{text}");
        assert_eq!(Record::parse(&text), Ok(record));
    }

    #[test]
    fn items_are_found_by_key_and_path() {
        let record = pets();
        let by_path = record.at_path("models::Pet::new", Kind::Constructor).expect("it is there");
        assert_eq!(record.get(&by_path.key, Kind::Constructor), Some(by_path));
        assert_eq!(record.at_path("models::Pet::new", Kind::Method), None);
    }
}
