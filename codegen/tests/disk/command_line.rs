//! The command line: what it finds, says and returns.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with a description, and a client crate with settings.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("client/src")).unwrap();
    write(&folder, "openapi.yaml", DESCRIPTION);
    write(&folder, "client/clientsmith.toml", "description = '../openapi.yaml'\ncommand = 'make client'\n");
    write(&folder, "client/Cargo.toml", "[package]\nname = 'pets-client'\n");
    folder
}

const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '204': {description: None.}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
";

fn write(folder: &TempDir, path: &str, text: &str) {
    fs::write(folder.path().join(path), text).unwrap();
}

fn clientsmith(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
    command.args(arguments).current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").output().unwrap()
}

/// Exit code, standard output, standard error.
fn run(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let output = clientsmith(folder.path(), arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn generate_says_what_it_wrote_and_then_that_nothing_changed() {
    let folder = project();
    let (code, said, complained) = run(&folder, &["generate"]);
    assert_eq!((code, complained.as_str()), (0, ""));
    let summary = said.lines().next().unwrap();
    assert!(summary.starts_with("1 operation, 1 model, ") && summary.contains(" written, 0 unchanged, 0 removed) in "), "{said}");
    assert!(said.contains("  written  client/src/"), "{said}");

    let (code, said, complained) = run(&folder, &["generate"]);
    assert_eq!((code, complained.as_str(), said.lines().count()), (0, "", 1));
    assert!(said.contains("(0 written, "), "{said}");
    let (code, said, complained) = run(&folder, &["check"]);
    assert_eq!((code, complained.as_str()), (0, ""));
    assert!(said.contains(" agree with the description"), "{said}");
}

#[test]
fn json_tells_what_each_group_brings_into_a_build() {
    let folder = project();
    let operation = |name: &str| {
        let schema = format!("$ref: '#/components/schemas/{name}'");
        let response = format!("'200': {{description: It., content: {{application/json: {{schema: {{{schema}}}}}}}}}");
        format!(
            "  /{name}:\n    get:\n      operationId: get{name}\n      tags: [{name}]\n      responses:\n        {response}\n"
        )
    };
    let both = DESCRIPTION.replace("components:", &(operation("Pet") + &operation("Owner") + "components:"));
    let owner = "    Owner: {type: object, properties: {a: {type: string}, b: {type: string}}}\n";
    let other = "    Other: {type: object, properties: {c: {type: string}}}\n";
    write(&folder, "openapi.yaml", &(both + owner + other));
    let (_, said, _) = run(&folder, &["generate", "--format", "json"]);
    let summary = serde_json::from_str::<Value>(&said).unwrap()["summary"].clone();
    let lines = |value: &Value| value["lines"].as_u64().unwrap();
    let groups = summary["groups"].as_array().unwrap();
    let names: Vec<_> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["owner", "pet", "untagged"]);
    assert!(groups[..2].iter().all(|group| group["models"] == 1 && group["operations"] == 1), "{summary}");
    assert!(lines(&groups[0]) > lines(&groups[1]), "an owner has a property more: {summary}");
    let brought: u64 = groups.iter().map(lines).sum();
    let others = &summary["other_models"];
    assert_eq!(others["models"], 1, "{summary}");
    assert_eq!(lines(&summary["always"]) + brought + lines(others), lines(&summary), "no model is shared: {summary}");
    let (_, said, _) = run(&folder, &["generate"]);
    assert!(said.contains("\n1 model that no call needs: feature `other-models`\n"), "{said}");
}

#[test]
fn a_changed_description_is_drift_until_generated() {
    let folder = project();
    run(&folder, &["generate"]);
    write(&folder, "openapi.yaml", &DESCRIPTION.replace("name: {", "nick: {type: string}\n        name: {"));
    let (code, said, complained) = run(&folder, &["check"]);
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(complained.contains("changed     openapi.yaml\n"), "{complained}");
    assert!(complained.contains("stale       client/src/generated/models/pet.rs\n"), "{complained}");
    assert!(complained.contains("struct `Pet`: field `nick` is missing"), "{complained}");
    assert!(complained.ends_with("to mend it, run: make client\n"), "{complained}");

    let (_, said, _) = run(&folder, &["generate"]);
    let written = ["generated.api", "src/generated/models/pet.rs", "generated.lock"];
    let written: String = written.iter().map(|path| format!("  written  client/{path}\n")).collect();
    let changed = "minor: nothing breaks\nNew:\n  New optional properties (1): models::Pet::nick\n";
    assert_eq!(said.split_once('\n').map(|(_, rest)| rest.to_owned()), Some(written + changed));
    assert_eq!(run(&folder, &["check"]).0, 0);
}

#[test]
fn json_is_one_object() {
    let folder = project();
    let object = |arguments: &[&str]| {
        let (code, said, complained) = run(&folder, &[arguments, &["--format", "json"]].concat());
        assert_eq!(complained, "");
        let object: Value = serde_json::from_str(&said).unwrap();
        assert_eq!(object["ok"], Value::Bool(code == 0));
        assert_eq!(object["command"], arguments[0]);
        object
    };
    let generated = object(&["generate"]);
    assert_eq!(generated["summary"]["operations"], 1);
    assert!(generated["written"].as_array().unwrap().contains(&"generated.lock".into()), "{generated}");
    assert!(generated["duration_ms"].as_f64().unwrap() > 0.0);
    assert_eq!(object(&["check"])["differences"], serde_json::json!([]));

    fs::remove_file(folder.path().join("client/src/generated/mod.rs")).unwrap();
    let missing = serde_json::json!([{"path": "src/generated/mod.rs", "kind": "missing", "details": []}]);
    assert_eq!(object(&["check"])["differences"], missing);
    write(&folder, "openapi.yaml", "a: [\n");
    assert_eq!(object(&["generate"])["diagnostics"][0]["severity"], "error");
    write(&folder, "client/clientsmith.toml", "");
    assert!(object(&["generate"])["error"].as_str().unwrap().contains("`description` is missing"));
}

#[test]
fn errors_of_the_description_are_shown_and_nothing_is_written() {
    let folder = project();
    write(&folder, "openapi.yaml", "openapi: 3.1.0\npaths: [\n");
    for command in ["generate", "check"] {
        let (code, said, complained) = run(&folder, &[command, "--quiet"]);
        assert_eq!((code, said.as_str()), (1, ""));
        assert!(complained.contains("--> openapi.yaml:"), "{complained}");
        assert!(complained.contains("1 error in the description; nothing was generated"), "{complained}");
    }
    assert!(!folder.path().join("client/generated.lock").exists());
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let folder = project();
    assert_eq!(run(&folder, &["generate", "--quiet"]), (0, String::new(), String::new()));
    assert_eq!(run(&folder, &["check", "-q"]), (0, String::new(), String::new()));
    write(&folder, "client/src/generated/mine.rs", "");
    let (code, _, complained) = run(&folder, &["check", "-q"]);
    assert!(code == 1 && complained.contains("mine.rs"), "{complained}");
}

#[test]
fn warnings_are_shown_hidden_or_denied() {
    let folder = project();
    write(&folder, "openapi.yaml", &DESCRIPTION.replace("operationId:", "sumary: All.\n      operationId:"));
    let (code, said, complained) = run(&folder, &["generate", "--deny", "warnings", "--quiet"]);
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(complained.contains("warning[unknown-key]"), "{complained}");
    assert!(complained.contains("1 denied warning in the description; nothing was generated"), "{complained}");
    assert!(!folder.path().join("client/generated.lock").exists());

    let (code, _, complained) = run(&folder, &["generate"]);
    assert!(code == 0 && complained.contains("did you mean `summary`?"), "{complained}");
    assert_eq!(run(&folder, &["generate", "--quiet"]), (0, String::new(), String::new()));
    assert_eq!(run(&folder, &["check", "--quiet"]), (0, String::new(), String::new()));
    assert_eq!(run(&folder, &["check", "--deny", "warnings"]).0, 1);
}

#[test]
fn a_warning_at_many_places_hides_no_note() {
    let folder = project();
    let property = |number: usize| format!("        p{number}: {{type: string, titel: T}}\n");
    let noted = "        noted: {not: {type: string}}\n";
    let properties = (0..280).map(property).collect::<String>() + noted;
    write(&folder, "openapi.yaml", &format!("{DESCRIPTION}{properties}"));
    let (code, _, complained) = run(&folder, &["generate"]);
    assert_eq!(code, 0);
    let titles: Vec<&str> = complained.lines().filter(|line| line.starts_with(char::is_alphabetic)).collect();
    let expected = [
        "warning[unknown-key]: the key `titel` has no meaning here",
        "note[not-expressed]: `not` is not expressed in the generated types",
    ];
    assert_eq!(titles, expected, "{complained}");
    let also = "= note: also at openapi.yaml:17:28, openapi.yaml:18:28 and 277 more places\n";
    assert!(complained.contains(also), "{complained}");

    // The same of a run that has only to repeat what the first one said, and of one that is told to programs.
    assert_eq!(run(&folder, &["generate"]).2, complained);
    let (_, said, _) = run(&folder, &["check", "--format", "json"]);
    let said: Value = serde_json::from_str(&said).unwrap();
    let entries: Vec<_> = said["diagnostics"].as_array().unwrap().iter().map(|entry| (&entry["code"], &entry["count"])).collect();
    assert_eq!(entries, [(&"unknown-key".into(), &280.into()), (&"not-expressed".into(), &1.into())]);
    assert_eq!(said["diagnostics"][0]["places"].as_array().unwrap().len(), 280);
}

#[test]
fn a_file_of_others_stops_it_by_name() {
    let folder = project();
    run(&folder, &["generate"]);
    write(&folder, "client/src/generated/mine.rs", "// mine\n");
    let (code, _, complained) = run(&folder, &["generate"]);
    assert_eq!(code, 2);
    assert!(complained.contains("`client/src/generated/mine.rs` is a file that clientsmith did not write"), "{complained}");
    assert!(complained.contains("nothing was written"), "{complained}");
}

#[test]
fn long_lists_are_cut() {
    let folder = project();
    run(&folder, &["generate"]);
    for number in 0..23 {
        write(&folder, &format!("client/src/generated/mine_{number}.rs"), "// mine\n");
    }
    for command in ["generate", "check"] {
        let (_, _, complained) = run(&folder, &[command]);
        assert_eq!(complained.matches("/mine_").count(), 20, "{complained}");
        assert!(complained.contains("and 3 more\n"), "{complained}");
    }
}

#[test]
fn the_settings_are_found() {
    let folder = project();
    assert_eq!(run(&folder, &["generate"]).0, 0);
    let client = folder.path().join("client");
    assert_eq!(clientsmith(&client, &["check"]).status.code(), Some(0));
    assert_eq!(clientsmith(&client.join("src"), &["check", "--settings", "../clientsmith.toml"]).status.code(), Some(0));

    fs::create_dir(folder.path().join("another")).unwrap();
    write(&folder, "another/clientsmith.toml", "description = '../openapi.yaml'\n");
    let (code, _, complained) = run(&folder, &["check"]);
    assert_eq!(code, 2);
    let list = "choose one:\n  --settings another/clientsmith.toml\n  --settings client/clientsmith.toml\n";
    assert!(complained.ends_with(list), "{complained}");
    assert_eq!(run(&folder, &["check", "--settings", "client/clientsmith.toml"]).0, 0);

    let (code, _, complained) = run(&tempfile::tempdir().unwrap(), &["check"]);
    assert!(code == 2 && complained.contains("there is no `clientsmith.toml` here"), "{complained}");
}

#[test]
fn settings_beside_the_client_name_paths_from_their_own_place() {
    let folder = project();
    fs::remove_file(folder.path().join("client/clientsmith.toml")).unwrap();
    write(&folder, "clientsmith.toml", "description = './openapi.yaml'\noutput = 'client'\n");
    assert_eq!(run(&folder, &["generate"]).0, 0);
    let lock = fs::read_to_string(folder.path().join("client/generated.lock")).unwrap();
    assert!(lock.contains("\ndescription ../openapi.yaml\n") && lock.contains(" ../clientsmith.toml\n"), "{lock}");
    assert!(lock.contains("\nname pets-client\n"), "{lock}");
}

#[test]
fn mistakes_in_settings_lock_and_arguments_are_told() {
    let folder = project();
    let settings = "description = '../openapi.yaml'\ncomand = 'x'\n";
    write(&folder, "client/clientsmith.toml", settings);
    let told = |expected: &str| {
        let (code, _, complained) = run(&folder, &["generate"]);
        assert_eq!(code, 2);
        assert!(complained.starts_with(&format!("error: {expected}")), "{complained}");
    };
    told("client/clientsmith.toml:2:1: unknown key `comand`; did you mean `command`?\n");
    write(&folder, "client/clientsmith.toml", "description = '../missing.yaml'\n");
    told("cannot read `missing.yaml`: No such file");
    write(&folder, "client/clientsmith.toml", "description = '../openapi.yaml'\n");
    write(&folder, "client/generated.lock", "format 1\n=======\n");
    told("client/generated.lock:2: an unresolved merge conflict");
    fs::remove_file(folder.path().join("client/generated.lock")).unwrap();
    fs::remove_file(folder.path().join("client/Cargo.toml")).unwrap();
    told("`client/Cargo.toml` does not name the client crate, and neither do the settings: set `name`\n");
    assert_eq!(run(&folder, &["generate", "--nonsense"]).0, 2);
    assert_eq!(run(&folder, &[]).0, 2);
}

#[test]
fn help_names_the_exit_codes() {
    for arguments in [&["--help"][..], &["generate", "--help"], &["check", "--help"], &["diff", "--help"], &["new", "--help"]] {
        let (code, said, _) = run(&tempfile::tempdir().unwrap(), arguments);
        assert!(code == 0 && said.contains("Exit codes:\n  0 "), "{said}");
    }
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let folder = project();
    assert!(run(&folder, &["generate", "--color", "always"]).1.contains("\u{1b}["));
    write(&folder, "client/src/generated/mine.rs", "");
    for arguments in [&["check"][..], &["check", "--color", "never"], &["generate"]] {
        let (_, said, complained) = run(&folder, arguments);
        assert!(!said.contains('\u{1b}') && !complained.contains('\u{1b}'), "{complained:?}");
    }
    assert!(run(&folder, &["check", "--color", "always"]).2.contains("\u{1b}["));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = project();
    let mut command = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
    command.args(["generate", "--format", "json"]).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
    assert!(folder.path().join("client/generated.lock").exists());
}
