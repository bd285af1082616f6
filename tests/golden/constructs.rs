//! The tables of constructs in the generator's README, compared with the cases and their wire tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A row: a construct, and where it is shown.
struct Row<'a> {
    text: &'a str,
    cases: Vec<&'a str>,
    tests: Vec<&'a str>,
    /// What stands in place of wire tests.
    excuse: &'a str,
}

/// What the tables say that is not so, and what they leave out.
pub(crate) fn mistakes(readme: &str, cases: &[PathBuf]) -> Vec<String> {
    let rows = rows(readme);
    let mut mistakes: Vec<String> = rows.iter().flat_map(|row| mistakes_of(row, cases)).collect();
    let named: BTreeSet<&str> = rows.iter().flat_map(|row| row.cases.iter().copied()).collect();
    let names = cases.iter().map(|case| case.file_name().unwrap_or_default().to_string_lossy());
    mistakes.extend(names.filter(|name| !named.contains(&**name)).map(|name| format!("no row names the case `{name}`")));
    mistakes
}

fn rows(readme: &str) -> Vec<Row<'_>> {
    let section = readme.split("\n## ").find(|section| section.starts_with("Constructs\n")).unwrap_or_default();
    let lines = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| construct |"));
    lines.map(row).collect()
}

/// The last two cells are what can be checked.
fn row(text: &str) -> Row<'_> {
    let cells: Vec<&str> = text.trim_matches('|').split('|').map(str::trim).collect();
    let [_, _, cases, tests] = cells[..] else { return Row { text, cases: Vec::new(), tests: Vec::new(), excuse: "" } };
    Row { text, cases: quoted(cases), tests: quoted(tests), excuse: tests }
}

fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn mistakes_of(row: &Row<'_>, cases: &[PathBuf]) -> Vec<String> {
    let folder = |name: &str| cases.iter().find(|case| case.ends_with(name));
    let mut mistakes: Vec<String> =
        row.cases.iter().filter(|name| folder(name).is_none()).map(|name| format!("there is no case `{name}`")).collect();
    if row.cases.is_empty() {
        mistakes.push("the row names no case".to_owned());
    }
    if row.tests.is_empty() && !["docs only", "compile only"].iter().any(|excuse| row.excuse.starts_with(excuse)) {
        mistakes.push("the row names no wire test, and does not say `docs only` or `compile only`".to_owned());
    }
    let wire: String = row.cases.iter().filter_map(|name| folder(name)).map(|case| wire_tests(case)).collect();
    let missing = row.tests.iter().filter(|test| !wire.contains(&format!("#[test]fn{test}()")));
    mistakes.extend(missing.map(|test| format!("the cases have no wire test `{test}`")));
    mistakes.into_iter().map(|mistake| format!("{mistake}: {}", row.text)).collect()
}

/// The wire tests of a case, without the space between words.
fn wire_tests(case: &Path) -> String {
    fs::read_to_string(case.join("wire.rs")).unwrap_or_default().split_whitespace().collect()
}

#[test]
fn each_kind_of_mistake_is_found() {
    let cases = [PathBuf::from("golden/cases/timeout"), PathBuf::from("golden/cases/docs")];
    let found =
        |row: &str| mistakes(&format!("# A\n\n## Constructs\n\n| construct | a | b | c |\n|---|---|---|---|\n{row}\n"), &cases);
    let test = "`the_operations_limit_goes_before_the_clients`";
    let docs = "| descriptions | docs | `docs` | docs only |";
    assert!(found(&format!("| a | b | `timeout` | {test} |\n{docs}")).is_empty());
    for wrong in [
        format!("| a | b | `timeout` | {test} |"),
        format!("| a | b | `timeout` | `the_clients` |\n{docs}"),
        format!("| a | b | `timeout` | |\n{docs}"),
        format!("| a | b | `timeout` `other` | {test} |\n{docs}"),
        format!("| a | b | `timeout` | {test} |\n{docs}\n| a | b | | docs only |"),
        format!("| a | `timeout` | {test} |\n| a | b | `timeout` | {test} |\n{docs}"),
    ] {
        assert!(!found(&wrong).is_empty(), "{wrong}");
    }
}
