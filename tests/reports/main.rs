//! Two versions of a description give exactly these reports.

mod records;

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::compare::{self, Report, Version};
use clientsmith::record::Record;
use tests::generation::{compare_file, generate, generate_after, held_back};

/// A case: `before.yaml` and `after.yaml`, and the reports on what changed.
struct Case {
    folder: PathBuf,
    before: Record,
}

impl Case {
    fn all() -> Vec<Self> {
        let folders = fs::read_dir("reports/cases").expect("the suite has cases");
        let mut folders: Vec<PathBuf> = folders.map(|entry| entry.expect("the folder can be listed").path()).collect();
        folders.sort();
        folders.into_iter().map(|folder| Self { before: generate(&folder.join("before.yaml")).record, folder }).collect()
    }

    fn after(&self) -> PathBuf {
        self.folder.join("after.yaml")
    }

    /// The report where each version has a client of its own, as if there were no record.
    fn unrecorded(&self) -> Report {
        report(&self.before, &generate(&self.after()).record)
    }

    /// The report where one client is generated again.
    fn recorded(&self) -> Report {
        let after = generate_after(&self.after(), self.before.clone());
        report(&self.before, &after.record).with_held_back(held_back(&self.after(), self.before.clone()))
    }
}

fn report(before: &Record, after: &Record) -> Report {
    let version: Version = "0.3.1".parse().expect("it is a version");
    compare::report(before, after).after_version(version)
}

#[test]
fn two_versions_give_the_expected_reports() {
    let mut differences = Vec::new();
    for case in Case::all() {
        let (recorded, unrecorded) = (case.recorded(), case.unrecorded());
        let texts = [
            ("recorded.txt", recorded.to_string()),
            ("unrecorded.txt", unrecorded.to_string()),
            ("unrecorded.md", unrecorded.to_markdown()),
        ];
        differences.extend(texts.iter().filter_map(|(name, text)| compare_file(&case.folder.join(name), text)));
    }
    assert!(differences.is_empty(), "{}\nIf this is meant, run with BLESS=1.", differences.join("\n"));
}

#[test]
fn the_page_of_rules_says_what_the_rules_say() {
    let difference = compare_file(Path::new("../codegen/RULES.md"), &compare::table());
    assert_eq!(difference, None, "If this is meant, run with BLESS=1.");
}
