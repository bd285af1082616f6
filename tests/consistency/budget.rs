//! What clients cost to build, as far as it can be counted: it does not grow unnoticed.

use std::collections::BTreeMap;

use clientsmith::summary::Code;
use tests::generation::compare_file;

use crate::{repository, shop};

/// By how much a count may differ from the recorded one.
const LEEWAY: f64 = 0.03;

#[test]
fn clients_cost_what_is_recorded() {
    let path = repository::root().join("tests/consistency/budget.txt");
    let recorded = repository::read("tests/consistency/budget.txt");
    let counted = counts();
    let text: String = counted.iter().map(|(what, count)| format!("{what}: {count}\n")).collect();
    let is_within = |(what, count): (&String, &usize)| {
        let line = recorded.lines().find_map(|line| line.strip_prefix(what.as_str())?.strip_prefix(": ")?.parse::<f64>().ok());
        line.is_some_and(|recorded| (*count as f64 - recorded).abs() <= recorded * LEEWAY)
    };
    if !counted.iter().all(is_within) {
        let difference = compare_file(&path, &text);
        assert!(difference.is_none(), "{}\nIf this is meant, run with BLESS=1.", difference.unwrap_or_default());
    }
}

/// Items and lines of the repository's own client, of its support code, and of the second client.
fn counts() -> BTreeMap<String, usize> {
    let samples = [
        ("client", repository::client()),
        ("runtime", repository::files("generated-client/src/runtime", ".rs")),
        ("shop", shop::client()),
    ];
    let mut counts = BTreeMap::new();
    for (name, files) in samples {
        let mut code = Code::default();
        files.values().for_each(|text| code += Code::of(text));
        counts.extend([(format!("{name}, items"), code.items), (format!("{name}, lines"), code.lines)]);
    }
    counts
}
