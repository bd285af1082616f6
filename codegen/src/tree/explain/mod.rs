//! `explain`: which item of a generated file differs from what it should be.

mod outline;

use std::collections::{BTreeMap, BTreeSet};

use self::outline::Part;

/// Says for each item how the text found differs from the text expected.
///
/// Both are read as Rust, so that a moved brace is not mistaken for a changed type.
pub fn explain(expected: &str, found: &str) -> Vec<String> {
    let (expected_outline, found_outline) = match (outline::read(expected), outline::read(found)) {
        (Ok(expected), Ok(found)) => (expected, found),
        (Ok(_), Err(error)) => return vec![format!("it is not Rust ({error}): {}", first_difference(expected, found))],
        (Err(_), _) => return vec![first_difference(expected, found)],
    };
    let mut findings = Vec::new();
    compare(&expected_outline, &found_outline, "", &mut findings);
    if findings.is_empty() {
        findings.push(format!("only the layout or a comment differs: {}", first_difference(expected, found)));
    }
    findings
}

/// The first line that differs.
fn first_difference(expected: &str, found: &str) -> String {
    let mut found = found.lines();
    for (index, expected) in expected.lines().enumerate() {
        match found.next() {
            Some(line) if line == expected => {}
            Some(line) => return format!("line {} is `{}` instead of `{}`", index + 1, line.trim(), expected.trim()),
            None => return format!("the text ends before line {}", index + 1),
        }
    }
    match found.next() {
        Some(line) => format!("`{}` follows the end of the text", line.trim()),
        None => "the end of the last line differs".to_owned(),
    }
}

/// Compares what stands inside two parts of the same name; `place` ends in `: ` unless it is empty.
fn compare(expected: &Part, found: &Part, place: &str, findings: &mut Vec<String>) {
    let expected_names: BTreeSet<&str> = expected.parts.iter().map(|part| part.name.as_str()).collect();
    let found_parts: BTreeMap<&str, &Part> = found.parts.iter().map(|part| (part.name.as_str(), part)).collect();
    for part in &expected.parts {
        let Some(other) = found_parts.get(part.name.as_str()) else {
            findings.push(format!("{place}{} is missing", part.name));
            continue;
        };
        let count = findings.len();
        compare(part, other, &format!("{place}{}: ", part.name), findings);
        if part.code != other.code {
            findings.push(format!("{place}{} differs", part.name));
        } else if part.docs != other.docs {
            findings.push(format!("{place}{} differs in its docs", part.name));
        } else if findings.len() == count && part.parts != other.parts {
            findings.push(format!("{place}{} has its parts in another order", part.name));
        }
    }
    let strays = found.parts.iter().filter(|part| !expected_names.contains(part.name.as_str()));
    findings.extend(strays.map(|part| format!("{place}{} does not belong there", part.name)));
}

#[cfg(test)]
mod tests {
    use super::explain;

    const PET: &str = "
        //! Pets.
        use crate::runtime;
        /// A pet.
        pub struct Pet { pub name: String, pub age: Option<i64> }
        impl Pet { pub fn get_pet(&self) -> i64 { 1 } pub fn other(&self) {} }
        impl runtime::Encode for Pet { fn encode(&self) {} }
        pub enum Kind { Cat, Dog }
    ";

    #[track_caller]
    fn assert_finds(from: &str, to: &str, finding: &str) {
        assert!(PET.contains(from));
        assert_eq!(explain(PET, &PET.replacen(from, to, 1)), [finding]);
    }

    #[test]
    fn names_the_item() {
        assert_finds("{ 1 }", "{ 2 }", "impl `Pet`: fn `get_pet` differs");
        assert_finds("pub name: String,", "", "struct `Pet`: field `name` is missing");
        assert_finds("pub name: String,", "pub name: &'static str,", "struct `Pet`: field `name` differs");
        assert_finds("pub name", "pub nick: u8, pub name", "struct `Pet`: field `nick` does not belong there");
        assert_finds("Cat,", "", "enum `Kind`: variant `Cat` is missing");
        assert_finds("Cat, Dog", "Dog, Cat", "enum `Kind` has its parts in another order");
        assert_finds("pub struct Pet", "#[derive(Debug)] pub struct Pet", "struct `Pet` differs");
        assert_finds("fn encode(&self) {}", "", "impl `Encode` for `Pet`: fn `encode` is missing");
        assert_finds("use crate::runtime;", "", "use `crate::runtime` is missing");
        assert_finds("//! Pets.", "#![no_std]", "the file differs");
    }

    #[test]
    fn tells_docs_and_layout_from_code() {
        assert_finds("/// A pet.", "/// An animal.", "struct `Pet` differs in its docs");
        assert_finds("//! Pets.", "//! Animals.", "the file differs in its docs");
        let layout = "only the layout or a comment differs: line 3 is `use crate :: runtime;` instead of `use crate::runtime;`";
        assert_finds("crate::runtime", "crate :: runtime", layout);
    }

    #[test]
    fn says_where_it_is_not_rust() {
        let finding = "it is not Rust (expected identifier): line 2 is `pub struct {}` instead of `//! Pets.`";
        assert_eq!(explain(PET, "\npub struct {}\n"), [finding]);
    }
}
