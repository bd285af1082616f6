//! The record keeps what goes over the wire, or changes behaviour, as facts of its items.

use std::path::Path;

use clientsmith::record::Record;
use tests::generation::{compare_file, generate, generate_after};

/// A description that has each kind of fact.
const DESCRIPTION: &str = "golden/facts/api.yaml";

#[test]
fn items_have_the_facts_of_the_description() {
    let generated = generate(Path::new(DESCRIPTION));
    assert!(!generated.files.is_empty(), "{}", generated.report);
    let expected = Path::new("golden/facts/expected.api");
    let differences = compare_file(expected, &generated.record.to_string());
    assert!(differences.is_none(), "{}\nIf this is meant, run with BLESS=1.", differences.unwrap_or_default());
}

#[test]
fn a_record_without_facts_keeps_its_names_and_gets_them() {
    let path = Path::new(DESCRIPTION);
    let generated = generate(path);
    let text = generated.record.to_string();
    let lines = text.lines().filter(|line| !line.contains(" = arg "));
    let former: Vec<&str> = lines.map(|line| line.split("; ").next().unwrap_or_default()).collect();
    let former = former.join("\n").replace("format 2", "format 1").replace("models::Ship", "models::Vessel");
    let former = Record::parse(&former).expect("it is a record of the first format");
    assert!(!former.has_facts());
    let upgraded = generate_after(path, former).record;
    assert!(upgraded.has_facts());
    assert_eq!(upgraded.to_string(), text.replace("models::Ship", "models::Vessel"));
}
