//! `Record::parse`: reads the text of a record, also after a merge, and says where one is damaged.

use std::fmt;

use super::fact::SEPARATOR;
use super::key::unescaped;
use super::text::{FORMAT, FORMAT_WITHOUT_FACTS};
use super::{Fact, Item, Key, Kind, Record, clash};
use crate::text::unescape;

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

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What to do about a line that cannot be read.
const REMEDY: &str = "restore it from version control, or delete it, and what it named is named anew";

impl Record {
    /// Reads the text of a record. The order of the lines does not matter, nor how often one of them is there.
    ///
    /// # Errors
    ///
    /// Fails at a line that is no item, and at a text without its format.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let mut items: Vec<(usize, Item)> = Vec::new();
        let (mut has_format, mut lacks_facts) = (false, false);
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with("// ")) {
            let error = |message| RecordError { line: number, message };
            match line.strip_prefix("format ").filter(|format| !format.contains(' ')) {
                Some(FORMAT) => has_format = true,
                Some(FORMAT_WITHOUT_FACTS) => (has_format, lacks_facts) = (true, true),
                Some(format) => {
                    let known = format!("{FORMAT_WITHOUT_FACTS} and {FORMAT}");
                    return Err(error(format!("the record has format {format}; clientsmith {VERSION} reads {known}")));
                }
                None => items.push((number, item(line).ok_or_else(|| error(refused(line)))?)),
            }
        }
        if !has_format {
            return Err(RecordError { line: 1, message: format!("there is no line `format {FORMAT}`: {REMEDY}") });
        }
        items.sort_by(|(_, one), (_, other)| one.name().cmp(&other.name()));
        let mut clashes = clash::of_items(&items);
        items.dedup_by(|(_, later), (_, first)| later.name() == first.name());
        clashes.extend(clash::of_names(&items));
        let record = Self::sorted(items.into_iter().map(|(_, item)| item).collect(), clashes);
        Ok(Self { lacks_facts, ..record })
    }
}

fn refused(line: &str) -> String {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
        return "an unresolved merge conflict: keep both sides, delete the marks, then generate".to_owned();
    }
    format!("`{line}` is not an item of a record: {REMEDY}")
}

fn item(line: &str) -> Option<Item> {
    let (key, rest) = line.split_once(" = ")?;
    let (kind, rest) = rest.split_once(' ')?;
    let mut parts = rest.split(SEPARATOR);
    let rest = parts.next()?;
    let facts = parts.map(Fact::parse).collect::<Option<_>>()?;
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
        Some((path, order)) => (path, order.split(", ").map(unescaped).collect::<Option<_>>()?),
        None => (rest, Vec::new()),
    };
    let is_path = !path.contains([' ', '(', ')']);
    Some(Item { key: Key::parse(key)?, kind, path: unescape(path).filter(|_| is_path)?, ty, order, features, facts })
}

#[cfg(test)]
mod tests {
    use super::super::Clash;
    use super::*;

    const PET: &str = "#/components/schemas/Pet = struct models::Pet";
    const NAME: &str = "#/components/schemas/Pet .name = field models::Pet::name: String";

    fn parsed(lines: &[&str]) -> Result<Record, RecordError> {
        Record::parse(&lines.join("\n"))
    }

    fn pet() -> Key {
        Key::component("schemas", "Pet")
    }

    #[test]
    fn damage_is_an_error_with_its_line() {
        let error = |lines: &[&str]| parsed(lines).map(|_| ()).map_err(|error| error.to_string());
        let refused = |text: &str| Err(format!("line 3: `{text}` is not an item of a record: {REMEDY}"));
        for damaged in ["nothing", "#/a = strct models::Pet", "#/a = struct", "#/a = struct models::Pet and more", "= mod a"] {
            assert_eq!(error(&["format 1", PET, damaged]), refused(damaged));
        }
        assert_eq!(error(&[PET]), Err(format!("line 1: there is no line `format 2`: {REMEDY}")));
        assert_eq!(error(&["format 9"]), Err(format!("line 1: the record has format 9; clientsmith {VERSION} reads 1 and 2")));
        let conflict = "line 2: an unresolved merge conflict: keep both sides, delete the marks, then generate";
        assert_eq!(error(&["format 1", "<<<<<<< ours", PET]), Err(conflict.to_owned()));
    }

    #[test]
    fn a_line_may_be_there_twice_and_anywhere() {
        let merged = parsed(&["// A comment.", NAME, "format 1", PET, "format 1", NAME, "", PET]);
        assert_eq!(merged, parsed(&["format 1", PET, NAME]));
        assert_eq!(merged.map(|record| record.clashes().len()), Ok(0));
    }

    #[test]
    fn an_earlier_format_has_no_facts() {
        let fact = format!("{NAME}; required; max-length 20");
        let has_facts = |lines: &[&str]| parsed(lines).map(|record| record.has_facts());
        assert_eq!(has_facts(&["format 2", PET, &fact]), Ok(true));
        assert_eq!(has_facts(&["format 1", PET, NAME]), Ok(false));
        assert_eq!(has_facts(&["format 2", PET, "format 1", NAME]), Ok(false));
        let same = parsed(&["format 2", NAME, &fact]).expect("facts of one item may differ after a merge");
        assert_eq!(same.clashes(), []);
        let unknown = format!("{NAME}; unheard");
        assert!(parsed(&["format 2", &unknown]).is_err());
    }

    #[test]
    fn of_two_lines_for_one_item_the_first_holds() {
        let record = parsed(&["format 1", PET, "#/components/schemas/Pet = struct models::Animal"]).expect("it can be read");
        assert_eq!(record.get(&pet(), Kind::Struct).map(|item| item.path.as_str()), Some("models::Pet"));
        assert_eq!(record.clashes(), [Clash::Item { key: pet(), lines: (2, 3) }]);
    }

    #[test]
    fn two_items_of_one_name_are_found() {
        let other = Key::component("schemas", "pet");
        let of = |key: &Key, rest: &str| format!("{key}{rest}");
        let lines = [
            of(&other, " .name = field models::PET::name: String"),
            of(&other, " = enum models::PET"),
            of(&other, " own x = place models::PET"),
            of(&pet(), " own x = place models::Pet"),
        ];
        let lines: Vec<&str> = ["format 1", PET, NAME].into_iter().chain(lines.iter().map(String::as_str)).collect();
        let clash = Clash::Name { path: "models::PET".to_owned(), keys: (pet(), other), lines: (2, 5) };
        assert_eq!(parsed(&lines).map(|record| record.clashes), Ok(vec![clash]));
    }
}
