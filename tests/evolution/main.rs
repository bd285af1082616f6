//! A description evolves, its client is generated again each time, and programs that use the client still compile.

mod client;
mod comparison;
mod history;
mod real;
mod verdict;
mod witness;

use std::collections::BTreeSet;
use std::fs;

use clientsmith::record::Record;
use serde_yaml::Value;
use tests::permutation::permutations;

use self::client::Client;
use self::comparison::{Break, breaks};
use self::history::History;
use self::verdict::Judgement;
use self::witness::Witness;

#[test]
fn what_was_recorded_is_kept() {
    for history in History::all() {
        let (client, records) = regenerated(&history);
        compare(&history, &records);
        compile_programs(&history, &client, &records);
        judge_reports(&history, &client, &records);
    }
}

/// Compares the record of each version with those of all later versions.
///
/// # Panics
///
/// If there are other breaks than the history expects.
fn compare(history: &History, records: &[Record]) {
    let History { name, expected, .. } = history;
    let mut used = BTreeSet::new();
    for (index, earlier) in records.iter().enumerate() {
        for (later, now) in records.iter().enumerate().skip(index + 1) {
            let (unexpected, expected) = history.judge(&breaks(earlier, now));
            let unexpected: Vec<String> = unexpected.iter().map(Break::to_string).collect();
            let shown = unexpected.join("\n");
            assert!(unexpected.is_empty(), "{name}: version {} breaks version {}:\n{shown}", later + 1, index + 1);
            used.extend(expected);
        }
    }
    let unused: Vec<_> = expected.iter().filter(|expected| !used.contains(expected)).collect();
    assert!(unused.is_empty(), "{name}: nothing breaks here: {unused:#?}");
}

/// Compiles with the last client the programs that use the clients of the earlier versions.
///
/// # Panics
///
/// If something in them does not compile.
fn compile_programs(history: &History, client: &Client, records: &[Record]) {
    let (now, earlier) = records.split_last().expect("a history has versions");
    let of_record = |record| Witness::of(record, &breaks(record, now));
    let witnesses: Vec<Witness<'_>> = earlier.iter().map(of_record).collect();
    let programs = witnesses.iter().enumerate();
    let programs: Vec<_> = programs.map(|(index, witness)| (format!("version_{}", index + 1), witness.text())).collect();
    let features: BTreeSet<&str> = witnesses.iter().flat_map(|witness| &witness.features).copied().collect();
    let result = client.compile(&programs, &Vec::from_iter(features));
    result.unwrap_or_else(|complaint| panic!("{}:\n{complaint}", history.name));
}

/// Compares the report on each earlier version and the last one with the compiler's errors.
///
/// # Panics
///
/// Panics if a report misses a line that does not compile, or reports a source break that compiles.
fn judge_reports(history: &History, client: &Client, records: &[Record]) {
    let (now, earlier) = records.split_last().expect("a history has versions");
    for (index, before) in earlier.iter().enumerate() {
        let complaints = Judgement::of(client, before, now).complaints();
        assert!(complaints.is_empty(), "{}: version {}:\n{}", history.name, index + 1, complaints.join("\n"));
    }
}

/// The client of a history after its last version, and its record after each.
///
/// # Panics
///
/// If generating again, or from the same description in another order, changes what is recorded.
fn regenerated(history: &History) -> (Client, Vec<Record>) {
    let (first, rest) = history.versions.split_first().expect("a history has versions");
    let begun = Client::begin(&history.name, first);
    let client = begun.unwrap_or_else(|complaint| panic!("{}:\n{complaint}", first.display()));
    let mut records = vec![client.record()];
    for version in rest {
        let update =
            |text: &str| client.update_text(text).unwrap_or_else(|complaint| panic!("{}:\n{complaint}", version.display()));
        let text = fs::read_to_string(version).expect("the version can be read");
        update(&text);
        assert!(client.is_fresh(), "{}: generated again, it is something else", version.display());
        let record = client.record();
        let value: Value = serde_yaml::from_str(&text).expect("a version is YAML");
        for permuted in permutations(&value) {
            update(&serde_yaml::to_string(&permuted).expect("it was read from YAML"));
            let permuted = client.record();
            let differences = similar::TextDiff::from_lines(record.to_string(), permuted.to_string()).unified_diff().to_string();
            assert!(differences.is_empty(), "{}: the order of the description changes:\n{differences}", version.display());
        }
        update(&text);
        records.push(record);
    }
    (client, records)
}
