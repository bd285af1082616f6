//! A description gives exactly this source, the source compiles, and it sends and understands what it should.

mod compile;
mod constructs;
mod facts;
mod kept;
mod reserved;
mod surface;
mod unions;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clientsmith::record::Record;
use tests::generation::{Generated, compare_file, compare_folder, generate, generate_after};

use self::compile::Workspace;

/// The folders of the cases, relative to the package.
static CASES: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
    let folder = fs::read_dir("golden/cases").expect("the suite has cases");
    let mut cases: Vec<PathBuf> = folder.map(|entry| entry.expect("the folder can be listed").path()).collect();
    cases.sort();
    cases
});

/// What comes of each case.
static GENERATED: LazyLock<Vec<Generated>> =
    LazyLock::new(|| CASES.iter().map(|case| generate(&case.join("api.yaml"))).collect());

/// How the output differs from what is expected.
static DIFFERENCES: LazyLock<Vec<String>> =
    LazyLock::new(|| CASES.iter().zip(&*GENERATED).flat_map(|(case, generated)| differences(case, generated)).collect());

/// A crate per case. What is compiled must be what has been blessed, so the cases are compared first.
static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    LazyLock::force(&DIFFERENCES);
    Workspace::write("golden", &CASES, &GENERATED)
});

#[test]
fn each_description_gives_the_expected_source() {
    assert!(DIFFERENCES.is_empty(), "{}\nIf this is meant, run with BLESS=1.", DIFFERENCES.join("\n"));
}

#[test]
fn the_client_of_the_benchmarks_is_what_its_description_gives() {
    let folder = Path::new("../codegen/benches/calls");
    let generated = generate(&folder.join("api.yaml"));
    let differences = compare_folder(&folder.join("generated"), &generated.files);
    assert!(differences.is_empty(), "{}\nIf this is meant, run with BLESS=1.", differences.join("\n"));
    assert_eq!(generated.report, "");
}

#[test]
fn the_surface_is_what_the_source_makes_public() {
    for (case, generated) in CASES.iter().zip(&*GENERATED) {
        let features = |line: &&String| !line.starts_with("feature ");
        // The last comma of a tuple depends on whether it is on one line.
        let plain = |line: &String| line.replace(",)", ")");
        let computed: BTreeSet<String> = generated.surface.iter().filter(features).map(plain).collect();
        let emitted: BTreeSet<String> = surface::of(&generated.files).iter().map(plain).collect();
        let missing: Vec<_> = emitted.difference(&computed).collect();
        let excess: Vec<_> = computed.difference(&emitted).collect();
        assert!(missing.is_empty() && excess.is_empty(), "{}: missing {missing:#?}, not public {excess:#?}", case.display());
    }
}

#[test]
fn the_record_is_read_as_it_was_written_and_changes_nothing() {
    for (case, generated) in CASES.iter().zip(&*GENERATED) {
        let record = Record::parse(&generated.record.to_string());
        assert_eq!(record.as_ref(), Ok(&generated.record), "{}", case.display());
        let again = generate_after(&case.join("api.yaml"), record.expect("it was read"));
        let differs: Vec<_> = generated.files.iter().filter(|(path, text)| again.files.get(*path) != Some(*text)).collect();
        assert!(differs.is_empty() && again.files.len() == generated.files.len(), "{}: {differs:#?}", case.display());
        assert_eq!(again.record, generated.record, "{}", case.display());
    }
}

#[test]
fn the_source_compiles_without_a_warning() {
    WORKSPACE.build();
}

#[test]
fn the_clients_send_and_understand_what_they_should() {
    WORKSPACE.test();
}

#[test]
fn no_text_of_a_description_becomes_code_or_a_link() {
    WORKSPACE.document("docs");
}

/// Whatever a description says, it brings in no crate, no other source of one and none of its features.
#[test]
fn clients_depend_on_these_crates_and_no_others() {
    let found: BTreeMap<&String, &String> = GENERATED.iter().flat_map(|generated| &generated.dependencies).collect();
    let lines: Vec<String> = found.into_iter().map(|(name, value)| format!("{name} = {value}")).collect();
    let expected = [
        r#"base64 = "0.23""#,
        r#"bytes = "1""#,
        r#"chrono = { version = "0.4", default-features = false, features = ["std"] }"#,
        r#"futures-core = { version = "0.3", default-features = false, features = ["alloc"] }"#,
        r#"http = "1""#,
        r#"http-body = { version = "1", optional = true }"#,
        r#"httpdate = "1""#,
        r#"percent-encoding = "2""#,
        r#"regex-lite = "0.1""#,
        r#"reqwest = { version = "0.13", default-features = false, optional = true }"#,
        r#"serde = { version = "1", default-features = false, features = ["std"] }"#,
        r#"serde_json = "1""#,
        r#"tokio = { version = "1", default-features = false, features = ["time"], optional = true }"#,
        r#"uuid = { version = "1", default-features = false }"#,
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_tables_of_constructs_name_each_case_and_its_wire_tests() {
    let readme = fs::read_to_string("../codegen/README.md").expect("the generator has a README");
    let mistakes = constructs::mistakes(&readme, &CASES);
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

/// Compares the files, and the warnings and notes, which few cases have; and the record, where the case has one.
fn differences(case: &Path, generated: &Generated) -> Vec<String> {
    let mut differences = compare_folder(&case.join("expected"), &generated.files);
    differences.extend(compare_file(&case.join("warnings.txt"), &generated.report));
    let record = case.join(Record::FILE);
    differences.extend(record.exists().then(|| compare_file(&record, &generated.record.to_string())).flatten());
    differences
}
