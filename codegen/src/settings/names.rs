//! `[names]`: names that the settings give to items, by their keys or paths in Rust.

use toml_edit::{Document, DocumentMut, Item, Table, value};

use super::value::{Mistake, text};
use super::{Settings, line};

/// A name that the settings give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// The key of the item, or its path in Rust.
    pub address: String,
    /// Its name.
    pub name: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// Reads the entries.
pub(super) fn read(item: &Item, document: &Document<&str>) -> Result<Vec<GivenName>, Mistake> {
    let wrong = || Mistake::at(item.span(), "`names` is a table of names by keys, such as `\"GET /pets\" = \"list\"`");
    let table = item.as_table_like().ok_or_else(wrong)?;
    let entry = |(address, item): (&str, &Item)| {
        let name = text(&format!("names.{address}"), item, identifier)?;
        Ok(GivenName { address: address.to_owned(), name, line: line(document, item) })
    };
    table.iter().map(entry).collect()
}

/// Says what is wrong with a name.
fn identifier(text: &str) -> Result<(), String> {
    let is_start = |first: char| first.is_alphabetic() || first == '_';
    let is_sound = text.starts_with(is_start)
        && text.chars().all(|character| character.is_alphanumeric() || character == '_')
        && text.contains(|character: char| character != '_');
    if is_sound {
        Ok(())
    } else {
        Err(format!("`{text}` cannot be a name in Rust; take letters, digits and `_`, a letter first"))
    }
}

/// The text of a settings file that gives an item a name. Its comments and order stay.
///
/// # Errors
///
/// Fails if the text cannot be understood, or the name cannot be one.
pub fn with_name(text: &str, address: &str, name: &str) -> Result<String, String> {
    identifier(name)?;
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let names = document.entry("names").or_insert(Item::Table(Table::new()));
    let names = names.as_table_like_mut().ok_or("`names` is not a table")?;
    match names.get_mut(address).and_then(Item::as_value_mut) {
        Some(former) => {
            let decor = former.decor().clone();
            *former = name.into();
            *former.decor_mut() = decor;
        }
        None => {
            names.insert(address, value(name));
        }
    }
    let text = document.to_string();
    Settings::parse(&text).map_err(|error| error.to_string())?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_added_or_replaced_and_the_rest_stays() {
        let text = "# a\ndescription = 'a' # b\n\n[limits] # c\nfiles = 7\n";
        let once = "# a\ndescription = 'a' # b\n\n[limits] # c\nfiles = 7\n\n[names]\n\"GET /pets\" = \"list\"\n";
        assert_eq!(with_name(text, "GET /pets", "list"), Ok(once.to_owned()));
        let noted = once.replace("\"list\"\n", "\"list\" # d\nx = 'y'\n");
        assert_eq!(with_name(&noted, "GET /pets", "all"), Ok(noted.replace("\"list\"", "\"all\"")));
        assert!(
            with_name(text, "x", "9").is_err() && with_name(text, "x", "__").is_err() && with_name("x = ", "x", "y").is_err()
        );
    }

    #[test]
    fn entries_have_lines() {
        let settings = Settings::parse("description = 'a'\n[names]\n\"GET /pets\" = 'list'\n'models::Pet' = 'Animal'\n");
        let given = |address: &str, name: &str, line| GivenName { address: address.to_owned(), name: name.to_owned(), line };
        let expected = vec![given("GET /pets", "list", 3), given("models::Pet", "Animal", 4)];
        assert_eq!(settings.map(|settings| settings.names), Ok(expected));
        let invalid = Settings::parse("description = 'a'\n[names]\nx = 'a b'\n").map_err(|error| error.to_string());
        assert_eq!(invalid, Err("3:5: `a b` cannot be a name in Rust; take letters, digits and `_`, a letter first".to_owned()));
    }
}
