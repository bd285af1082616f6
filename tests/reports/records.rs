//! Records of a few lines, and what is found between them.

use clientsmith::compare::{self, Verdict};
use clientsmith::record::Record;

fn record(format: u8, lines: &[&str]) -> Record {
    Record::parse(&format!("format {format}\n{}\n", lines.join("\n"))).expect("the lines are of a record")
}

/// The rules by which something is found, each with the number of its consequences, and the verdict.
fn found(before: &[&str], after: &[&str]) -> (Vec<(&'static str, usize)>, Verdict) {
    let report = compare::report(&record(2, before), &record(2, after));
    let rules = report.findings().iter().map(|finding| (finding.rule.id, finding.consequences.len()));
    (rules.collect(), report.verdict())
}

const LIST: &str = "GET /pets = fn operations::pets::Pets::list: () -> ListRequest";

#[test]
fn names_of_path_parameters_are_not_on_the_wire() {
    let before = ["GET /pets/{id} = fn operations::pets::Pets::get(path:id): (i64) -> GetRequest"];
    let after = ["GET /pets/{pet} = fn operations::pets::Pets::get(path:pet): (i64) -> GetRequest"];
    assert_eq!(found(&before, &after), (vec![], Verdict::None));
    let after = ["GET /pets/{pet} = fn operations::pets::Pets::get(path:pet): (bool) -> GetRequest"];
    assert_eq!(found(&before, &after), (vec![("argument-type-changed", 0)], Verdict::Major));
}

#[test]
fn a_renamed_group_is_one_finding() {
    let group = |name: &str, handle: &str| {
        [
            format!("tag {name} = mod operations::{name}"),
            format!("tag {name} = struct operations::{name}::{handle}"),
            format!("GET /pets = fn operations::{name}::{handle}::list: () -> ListRequest"),
            format!("GET /pets own request = struct operations::{name}::ListRequest"),
        ]
    };
    let (before, after) = (group("pets", "Pets"), group("animals", "Animals"));
    let found = found(&before.each_ref().map(String::as_str), &after.each_ref().map(String::as_str));
    assert_eq!(found.0.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["group-renamed"]);
    assert_eq!(found.1, Verdict::Major);
}

#[test]
fn a_removed_group_breaks_programs_in_the_field() {
    let before = ["tag pets = mod operations::pets", "tag pets = struct operations::pets::Pets", LIST];
    let report = compare::report(&record(2, &before), &record(2, &[]));
    let [finding] = report.findings() else { panic!("{report}") };
    assert_eq!((finding.rule.id, finding.wire.is_some()), ("group-removed", true));
}

#[test]
fn a_model_goes_with_the_only_call_that_used_it() {
    let output = "GET /pets own Output = type operations::pets::ListRequest::Output: Vec<models::Pet>";
    let models =
        ["#/components/schemas/Pet = struct models::Pet", "#/components/schemas/Pet .name = field models::Pet::name: String"];
    let before = [models[0], models[1], LIST, output];
    let (rules, verdict) = found(&before, &[]);
    assert_eq!(rules.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["call-removed"]);
    assert_eq!(verdict, Verdict::Major);
    assert_eq!(found(&[], &before).1, Verdict::Minor);
}

#[test]
fn what_a_record_without_facts_does_not_say_has_not_changed() {
    let before = record(1, &[LIST]);
    let after = record(2, &[&format!("{LIST}; retry never; auth key")]);
    assert!(compare::report(&before, &after).findings().is_empty());
}
