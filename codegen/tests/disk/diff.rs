//! `clientsmith diff`: two versions of a client, wherever they are, and the version that follows.

use std::process::Command;

use serde_json::Value;

use crate::place::{Place, SETTINGS};

/// A call that lists pets, and one that is there or not.
fn described(limit: &str, name: &str, others: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://pets.example'}}]\npaths:\n  /pets:\n    \
         get:\n      tags: [pets]\n      operationId: list_pets\n      parameters: [{{name: limit, in: query, schema: {limit}}}]\n      \
         responses: {{'200': {{description: Pets., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}}}\n\
         {others}components:\n  schemas:\n    Pet:\n      type: object\n      required: [name]\n      properties:\n        \
         name: {name}\n"
    )
}

const OWNERS: &str = "  /owners:\n    get:\n      tags: [owners]\n      operationId: list_owners\n      responses: {'204': {description: Done.}}\n";

fn first() -> String {
    described("{type: integer}", "{type: string}", OWNERS)
}

/// Without a call, and with another type.
fn broken() -> String {
    described("{type: integer}", "{type: integer}", "")
}

/// With a call more.
fn longer() -> String {
    let shops = OWNERS.replace("owner", "shop");
    described("{type: integer}", "{type: string}", &format!("{OWNERS}{shops}"))
}

/// What `diff` says of the client that the settings name: exit code, standard output, standard error.
fn diff(place: &Place, arguments: &[&str]) -> (i32, String, String) {
    place.run(&[&["diff", "--settings", SETTINGS], arguments].concat())
}

/// What it says if all is well.
#[track_caller]
fn said(place: &Place, arguments: &[&str]) -> String {
    let (code, said, complained) = diff(place, arguments);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    said
}

/// What it says if the command line is wrong.
#[track_caller]
fn refused(place: &Place, arguments: &[&str]) -> String {
    let (code, said, complained) = diff(place, arguments);
    assert_eq!((code, said.as_str()), (2, ""), "{complained}");
    complained
}

fn set_version(place: &Place, version: &str) {
    let mut manifest = place.manifest();
    manifest["package"]["version"] = toml_edit::value(version);
    place.put("client/Cargo.toml", &manifest.to_string());
}

#[test]
fn the_working_tree_is_compared_with_a_revision() {
    let place = Place::tagged(&first());
    assert_eq!(said(&place, &["--since", "v1"]), "none: the public API is unchanged\n");
    place.put("openapi.yaml", &broken());
    let record = place.text("client/generated.api");
    let found = said(&place, &["--since", "v1"]);
    assert!(found.starts_with("major: ") && found.contains("the version after 0.1.0 is 0.2.0\n"), "{found}");
    assert!(found.contains("`GET /owners` was removed: `operations::owners::Owners::list_owners`"), "{found}");
    // The line that the revision has.
    assert!(found.contains(" at v1:openapi.yaml:12\n"), "{found}");
    // The line of the property.
    assert!(found.contains("`models::Pet::name` is now `i64` instead of `String`"), "{found}");
    assert!(found.contains(" at openapi.yaml:17\n"), "{found}");
    assert_eq!(place.text("client/generated.api"), record);
    // It is the same after it was generated, and committed.
    let (code, _, complained) = place.run(&["generate", "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""));
    assert_eq!(said(&place, &["--since", "v1"]), found);
    place.tag("v2");
    assert_eq!(said(&place, &["--since", "v1"]), found);
    assert!(said(&place, &["--since", "v2"]).starts_with("none: the public API is unchanged\n"));
    // What is released is what is compared with.
    place.release("v1");
    assert_eq!(said(&place, &[]), found);
    place.release("");
    assert!(said(&place, &[]).starts_with("none: the public API is unchanged\n"));
}

#[test]
fn a_revision_without_a_record_is_generated_again() {
    let described_in_two = |name: &str| described("{type: integer}", &format!("{{$ref: 'shared/pets.yaml#/{name}'}}"), OWNERS);
    let place = Place::with(&described_in_two("Name"));
    place.put("shared/pets.yaml", "Name: {type: string}\n");
    let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "client", "--quiet"]);
    assert_eq!((code, complained.as_str()), (0, ""));
    // A lock of an older format has names, and the description the rest.
    let lock = place.text("client/generated.lock").replace("format 2", "format 1") + "\noperation GET /pets = pets.fetch()\n";
    place.put("client/generated.lock", &lock);
    std::fs::remove_file(place.path("client/generated.api")).unwrap();
    place.git(&["init", "--quiet", "."]);
    place.tag("v0");
    let (code, _, complained) = place.run(&["generate", "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""));
    place.put("openapi.yaml", &broken());
    std::fs::remove_dir_all(place.path("shared")).unwrap();
    let (code, found, complained) = diff(&place, &["--since", "v0"]);
    assert_eq!(code, 0, "{complained}");
    assert!(
        complained.starts_with("note: `v0` has no record of its public API; it is compared as it would be generated"),
        "{complained}"
    );
    assert!(found.starts_with("major: ") && found.contains("`GET /owners` was removed"), "{found}");
    // The name is that of the lock on both sides.
    assert!(found.contains("operations::pets::Pets::fetch instead of operations::pets::Pets::list_pets"), "{found}");
    assert!(!found.contains("Renamed"), "{found}");
    assert!(found.contains("`models::Pet::name` is now `i64` instead of `String`"), "{found}");
    // What is wrong in the revision, or not there, cannot be generated.
    place.put("openapi.yaml", &described_in_two("Missing"));
    place.git(&["rm", "--quiet", "--cached", "client/generated.api", "--ignore-unmatch"]);
    place.git(&["commit", "--quiet", "--message", "With an error", "--", "openapi.yaml"]);
    place.put("openapi.yaml", &broken());
    let wrong = refused(&place, &["--since", "HEAD"]);
    assert!(wrong.contains("`HEAD` has no `generated.api`, and its description has errors:\n"), "{wrong}");
    place.git(&["rm", "--quiet", "--cached", "openapi.yaml", "client/generated.api", "--ignore-unmatch"]);
    place.git(&["commit", "--quiet", "--message", "Without a description"]);
    let missing = refused(&place, &["--since", "HEAD"]);
    assert!(missing.contains("`HEAD` has no `openapi.yaml`, the description that its settings name"), "{missing}");
    place.git(&["rm", "-r", "--quiet", "--cached", "client"]);
    place.git(&["commit", "--quiet", "--message", "Without a client"]);
    let missing = refused(&place, &["--since", "HEAD"]);
    assert!(missing.contains("`HEAD` has no `client/clientsmith.toml`, so that it has no client"), "{missing}");
}

#[test]
fn a_record_of_the_first_format_is_compared_by_names_and_types() {
    let place = Place::begun(&first());
    let record = place.text("client/generated.api");
    let former: String = record
        .lines()
        .filter(|line| !line.contains(" = arg "))
        .fold(String::new(), |text, line| text + line.split("; ").next().unwrap_or_default() + "\n");
    place.put("client/generated.api", &former.replace("format 2", "format 1"));
    place.git(&["init", "--quiet", "."]);
    place.tag("v0");
    let (code, found, complained) = diff(&place, &["--since", "v0"]);
    assert_eq!((code, found.as_str()), (0, "none: the public API is unchanged\n"), "{complained}");
    assert!(complained.contains("the record of `v0` is of the first format: only names and types are compared"), "{complained}");
}

#[test]
fn the_gate_demands_a_version_that_is_high_enough() {
    let place = Place::tagged(&first());
    place.release("v1");
    place.put("openapi.yaml", &broken());
    let (code, _, complained) = diff(&place, &["--gate"]);
    assert_eq!(code, 1);
    assert!(complained.starts_with("error: version 0.1.0 is too low after 0.1.0 (v1): a change breaks code"), "{complained}");
    assert!(complained.contains("help: set it to 0.2.0 in `client/Cargo.toml`"), "{complained}");
    set_version(&place, "0.1.9");
    assert_eq!(diff(&place, &["--gate"]).0, 1);
    set_version(&place, "0.2.0");
    assert!(said(&place, &["--gate"]).ends_with("passes: version 0.2.0 follows 0.1.0 (v1): a change breaks code that uses it\n"));
    // What does not break needs less.
    place.put("openapi.yaml", &longer());
    set_version(&place, "0.1.0");
    assert_eq!(diff(&place, &["--gate"]).0, 1);
    set_version(&place, "0.1.1");
    assert!(said(&place, &["--gate"]).ends_with("passes: version 0.1.1 follows 0.1.0 (v1): nothing breaks\n"));
    place.put("openapi.yaml", &first());
    set_version(&place, "0.1.0");
    assert!(said(&place, &["--gate"]).ends_with("passes: version 0.1.0 follows 0.1.0 (v1): the public API is unchanged\n"));
}

#[test]
fn the_gate_passes_before_the_first_release_and_needs_one_afterwards() {
    let place = Place::tagged(&first());
    place.put("openapi.yaml", &broken());
    place.release("none");
    let found = said(&place, &["--gate"]);
    assert!(found.starts_with("nothing is released yet (`released = \"none\"`)"), "{found}");
    place.release("");
    let (code, _, complained) = diff(&place, &["--gate"]);
    assert_eq!(code, 2);
    assert!(complained.contains("`--gate` needs a release to compare with: name its git tag as `released`"), "{complained}");
    // Two clients have a version each.
    place.release("none");
    place.git(&["worktree", "add", "--quiet", "earlier", "v1"]);
    let (code, _, complained) = place.run(&["generate", "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""));
    let (code, _, complained) = place.run(&["diff", "--gate", "earlier/client", "client"]);
    assert_eq!(code, 1, "{complained}");
    assert!(complained.contains("version 0.1.0 is too low after 0.1.0 (earlier/client/generated.api)"), "{complained}");
}

#[test]
fn the_version_of_a_workspace_counts_as_well() {
    let place = Place::begun(&first());
    place.put("Cargo.toml", "[workspace]\nmembers = ['client']\n[workspace.package]\nversion = '1.4.0'\n");
    let manifest = place.text("client/Cargo.toml");
    let inherited = manifest.replace("version = \"0.1.0\"", "version.workspace = true").replace("[workspace]", "");
    place.put("client/Cargo.toml", &inherited);
    place.git(&["init", "--quiet", "."]);
    place.tag("v1");
    place.put("openapi.yaml", &longer());
    assert!(said(&place, &["--since", "v1"]).contains("the version after 1.4.0 is 1.5.0\n"));
}

#[test]
fn an_allowed_finding_does_not_count() {
    let place = Place::tagged(&first());
    place.release("v1");
    place.put("openapi.yaml", &described("{type: integer}", "{type: string}", ""));
    let settings = place.text(SETTINGS);
    let allow = |code: &str| {
        place.put(SETTINGS, &format!("{settings}\n[[allow]]\ncode = '{code}'\nreason = 'nobody has owners'\n"));
    };
    allow("call-removed");
    let found = said(&place, &[]);
    assert!(!found.starts_with("major"), "{found}");
    assert!(found.contains("nobody has owners"), "{found}");
    allow("call-added");
    let (code, found, complained) = diff(&place, &[]);
    assert!(code == 0 && found.starts_with("major: "), "{found}");
    assert_eq!(complained, "note: nothing needs the allowance of `call-added`\n");
    // No other command asks for it.
    let (code, _, complained) = place.run(&["generate", "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""));
}

#[test]
fn descriptions_records_and_folders_are_compared() {
    let place = Place::with(&first());
    place.put("new.yaml", &broken());
    let between = |old: &str, new: &str| {
        let (code, said, complained) = place.run(&["diff", old, new]);
        assert_eq!((code, complained.as_str()), (0, ""), "{said}");
        said
    };
    let found = between("openapi.yaml", "new.yaml");
    assert!(found.starts_with("major: ") && found.contains("`GET /owners` was removed"), "{found}");
    assert!(found.contains(" at new.yaml:17\n") && !found.contains("version after"), "{found}");
    for (description, folder) in [("openapi.yaml", "old"), ("new.yaml", "new")] {
        let (code, _, complained) = place.run(&["new", description, "--out", folder, "--name", "client", "--quiet"]);
        assert_eq!((code, complained.as_str()), (0, ""));
    }
    let found = between("old", "new");
    assert!(found.starts_with("major: ") && found.contains("the version after 0.1.0 is 0.2.0\n"), "{found}");
    assert_eq!(between("old/generated.api", "new/generated.api"), found);
    assert!(between("old", "new.yaml").contains("at new.yaml:17\n"));
    assert_eq!(between("old", "openapi.yaml"), "none: the public API is unchanged\n");
    let (code, _, complained) = place.run(&["diff", "old"]);
    assert!(code == 2 && complained.contains("<NEW>"), "{complained}");
}

#[test]
fn what_cannot_be_compared_is_an_error_with_a_remedy() {
    let place = Place::tagged(&first());
    let unknown = refused(&place, &["--since", "v9"]);
    assert!(unknown.starts_with("error: `v9` is not a revision of this git repository: fetch it"), "{unknown}");
    assert!(!unknown.contains("released"), "{unknown}");
    place.put("client/generated.api", "format 2\nnothing\n");
    place.tag("damaged");
    place.git(&["checkout", "--quiet", "v1"]);
    let damaged = refused(&place, &["--since", "damaged"]);
    assert!(damaged.starts_with("error: `damaged` has a damaged `generated.api`: line 2: `nothing` is not an item"), "{damaged}");
    let program = env!("CARGO_BIN_EXE_clientsmith");
    let arguments = ["diff", "--settings", SETTINGS, "--since", "v1"];
    let output = Command::new(program).args(arguments).current_dir(place.path(".")).env("PATH", "").output().unwrap();
    let complained = String::from_utf8(output.stderr).unwrap();
    assert!(complained.starts_with("error: `--since` needs `git`, which cannot be run: "), "{complained}");
    std::fs::remove_dir_all(place.path(".git")).unwrap();
    let outside = refused(&place, &["--since", "v1"]);
    assert!(outside.contains("`v1` cannot be looked up: git says `fatal: not a git repository"), "{outside}");
    assert!(outside.contains("compare two folders or records: `clientsmith diff OLD NEW`"), "{outside}");
    std::fs::create_dir(place.path("empty")).unwrap();
    let empty = refused(&place, &["empty", "client"]);
    assert!(empty.contains("`empty` has no `generated.api`: name the folder of a generated client"), "{empty}");
    assert!(refused(&place, &["missing.yaml", "client"]).contains("missing.yaml"));
    place.put("damaged.api", "<<<<<<< ours\n");
    assert!(refused(&place, &["client", "damaged.api"]).contains("damaged.api:1: an unresolved merge conflict"));
}

#[test]
fn a_description_with_errors_is_shown_as_such() {
    let place = Place::tagged(&first());
    place.put("openapi.yaml", &first().replace("operationId: list_pets", "operationId: [1]"));
    let (code, found, complained) = diff(&place, &["--since", "v1"]);
    assert_eq!((code, found.as_str()), (1, ""));
    assert!(complained.contains("openapi.yaml:8:") && complained.contains("error: the description has errors"), "{complained}");
}

#[test]
fn long_lists_are_whole_and_what_is_held_back_is_listed_on_demand() {
    let place = Place::tagged(&first());
    let call = |number: usize| OWNERS.replace("owner", &format!("shop{number}"));
    let many: String = (0..40).map(call).collect();
    place.put("openapi.yaml", &described("{type: integer}", "{type: string}", &(OWNERS.replace("list_", "find_") + &many)));
    let found = said(&place, &["--since", "v1"]);
    assert!(found.contains(" more") && !found.contains("operations::shop9s"), "{found}");
    let whole = said(&place, &["--since", "v1", "--whole"]);
    assert!(whole.contains("operations::shop9s"), "{whole}");
    let kept = "    keeps  operations::owners::Owners::list_owners\n    gives  operations::owners::Owners::find_owners\n";
    assert!(said(&place, &["--since", "v1", "--held-back"]).ends_with(&format!("  GET /owners\n{kept}")));
}

#[test]
fn programs_read_the_report_as_json() {
    let place = Place::tagged(&first());
    place.put("openapi.yaml", &broken());
    let found = said(&place, &["--since", "v1", "--format", "json"]);
    let object: Value = serde_json::from_str(&found).expect("it is JSON");
    assert_eq!((&object["command"], &object["ok"]), (&"diff".into(), &true.into()));
    assert_eq!(object["before"], serde_json::json!({"name": "v1", "version": "0.1.0", "is_regenerated": false}));
    let report = &object["report"];
    assert_eq!(
        (&report["verdict"], &report["version"], &report["next_version"]),
        (&"major".into(), &"0.1.0".into(), &"0.2.0".into())
    );
    let findings = report["findings"].as_array().expect("it is a list");
    let retyped = findings.iter().find(|finding| finding["path"] == "models::Pet::name").expect("it is found");
    assert_eq!((&retyped["before"], &retyped["after"]), (&"String".into(), &"i64".into()));
    assert_eq!(retyped["location"], serde_json::json!({"file": "openapi.yaml", "line": 17}));
    // Each member is documented, and no other.
    let documented = include_str!("../../DIFF.md");
    let names = |value: &Value| value.as_object().expect("it is an object").keys().cloned().collect::<Vec<_>>();
    for name in names(&object).into_iter().chain(names(&object["before"])).chain(names(report)).chain(names(retyped)) {
        assert!(documented.contains(&format!("`{name}`")), "{name}");
    }
    let (code, found, _) = diff(&place, &["--since", "v1", "--format", "json", "--gate"]);
    let object: Value = serde_json::from_str(&found).expect("it is JSON");
    assert_eq!((code, &object["ok"]), (1, &false.into()));
    assert_eq!(object["gate"], serde_json::json!({"passes": false, "least": "0.2.0"}));
}

#[test]
fn a_pull_request_shows_the_report_as_markdown() {
    let place = Place::tagged(&first());
    place.put("openapi.yaml", &broken());
    let found = said(&place, &["--since", "v1", "--format", "markdown"]);
    assert!(found.starts_with("**major**: "), "{found}");
    assert!(found.contains("\n- `models::Pet::name` is now `i64` instead of `String` ("), "{found}");
    assert!(found.contains(", `openapi.yaml:17`)\n") && found.contains("\n### Held back\n"), "{found}");
    set_version(&place, "0.2.0");
    let found = said(&place, &["--since", "v1", "--format", "markdown", "--gate"]);
    assert!(found.ends_with("\n\npasses: version 0.2.0 follows 0.1.0 (v1): a change breaks code that uses it\n"), "{found}");
}

#[test]
fn generate_says_what_changed() {
    let place = Place::with(&first());
    let (_, said, _) = place.run(&["new", "openapi.yaml", "--out", "client"]);
    assert!(!said.contains("major") && !said.contains("API is unchanged"), "{said}");
    let generate = || {
        let (code, said, complained) = place.run(&["generate", "--settings", SETTINGS]);
        assert_eq!((code, complained.as_str()), (0, ""));
        said
    };
    assert!(!generate().contains("API is unchanged"));
    place.put("openapi.yaml", &broken());
    let said = generate();
    assert!(said.contains("\nmajor: ") && said.contains("`GET /owners` was removed"), "{said}");
    let again = generate();
    assert!(!again.contains("major: "), "{again}");
    // What counts is what changed since the release, if there is one.
    place.git(&["init", "--quiet", "."]);
    place.tag("v2");
    place.release("v2");
    place.put("openapi.yaml", &broken().replace("name: {type: integer}", "name: {type: boolean}"));
    let said = generate();
    assert!(said.contains("\nsince the release `v2`:\nmajor: ") && said.contains("the version after 0.1.0 is 0.2.0\n"), "{said}");
    place.put("openapi.yaml", &broken().replace("name: {type: integer}", "name: {type: number}"));
    assert!(generate().contains("`models::Pet::name` is now `f64` instead of `i64`"));
}

#[test]
fn what_the_settings_newly_leave_out_is_gone() {
    let place = Place::tagged(&first());
    let settings = place.text(SETTINGS);
    place.put(SETTINGS, &format!("{settings}\n[exclude]\ntags = ['owners']\n"));
    let found = said(&place, &["--since", "v1"]);
    assert!(found.starts_with("major: ") && found.contains("`operations::owners` was removed, with its calls"), "{found}");
    let (code, summary, complained) = place.run(&["generate", "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""));
    assert!(summary.contains("`operations::owners` was removed"), "{summary}");
    // Its name is kept.
    assert!(place.text("client/generated.api").contains("GET /owners = fn operations::owners::Owners::list_owners"));
    assert!(said(&place, &[]).starts_with("none: the public API is unchanged\n"));
    place.tag("v2");
    place.put(SETTINGS, &settings);
    let found = said(&place, &["--since", "v2"]);
    assert!(found.starts_with("minor: nothing breaks") && found.contains("operations::owners"), "{found}");
    assert!(said(&place, &["--since", "v1"]).starts_with("none: the public API is unchanged\n"));
}

#[test]
fn a_version_that_is_none_is_an_error_of_its_manifest() {
    let place = Place::tagged(&first());
    set_version(&place, "one");
    let (code, _, error) = diff(&place, &["--since", "v1", "--gate"]);
    assert_eq!(code, 2, "{error}");
    assert!(error.starts_with("error: `client/Cargo.toml`: `one` is not a version"), "{error}");
}
