//! The client's build script: notices what `check` would, and reruns only when there is something to look at.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use clientsmith::tree::{Fingerprint, Lock};
use tempfile::TempDir;

use crate::child;
use crate::client::{Client, DESCRIPTION, facts, pets, tree_from};

/// Compiles the build script.
fn compiled(edition: &str, folder: &Path) -> PathBuf {
    let (source, program) = (folder.join("build.rs"), folder.join("build_script"));
    fs::write(&source, pets().files()["build.rs"].as_bytes()).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let arguments = ["--edition", edition, "--deny", "warnings", "--crate-name", "build_script_build"].map(OsStr::new);
    let status = Command::new(rustc).args(arguments).arg(&source).arg("-o").arg(&program).status().unwrap();
    assert!(status.success(), "the build script does not compile in edition {edition}");
    program
}

/// What the build script prints in a client.
fn printed(client: &Client) -> String {
    static PROGRAM: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, program) = PROGRAM.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let program = compiled("2024", folder.path());
        (folder, program)
    });
    let output = Command::new(program).current_dir(client.folder()).env_remove("CLIENTSMITH_DRIFT").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The errors that it prints, without the last one, which says what to run.
fn errors(client: &Client) -> Vec<String> {
    let printed = printed(client);
    let mut errors: Vec<_> = printed.lines().filter_map(|line| line.strip_prefix("cargo::error=")).map(str::to_owned).collect();
    let last = errors.pop();
    let advice = "the client and its description have drifted apart; to mend it, run: make client";
    assert!(last.is_none_or(|last| last == advice), "{printed}");
    errors
}

#[test]
fn compiles_in_every_edition_that_may_be_met() {
    for edition in ["2018", "2021"] {
        compiled(edition, tempfile::tempdir().unwrap().path());
    }
}

#[test]
fn finds_nothing_in_a_fresh_client() {
    assert_eq!(errors(&Client::with(&pets())), [""; 0]);
}

#[test]
fn names_each_kind_of_drift() {
    let client = Client::with(&pets());
    client.put("../api/openapi.yaml", "openapi: 3.1.1\n");
    client.append("src/generated/mod.rs", " ");
    fs::remove_file(client.path("src/generated/models/pet.rs")).unwrap();
    client.put("src/generated/models/mine.rs", "");
    client.put("src/runtime/deep/mine.txt", "");
    client.append("build.rs", "// more\n");
    client.put(Lock::FILE, &client.text(Lock::FILE).replace("state complete", "state unfinished"));
    let expected = [
        "`generated.lock` says that generating was interrupted",
        "`../api/openapi.yaml` has changed since the client was generated from it",
        "`build.rs` was edited, but it is generated",
        "`src/generated/mod.rs` was edited, but it is generated",
        "`src/generated/models/pet.rs` is missing: No such file or directory (os error 2)",
        "`src/generated/models/mine.rs` is not a generated file, but stands among them",
        "`src/runtime/deep/mine.txt` is not a generated file, but stands among them",
    ];
    assert_eq!(errors(&client), expected);
    pets().check(&client.folder()).unwrap().differences.iter().for_each(|difference| {
        assert!(expected.iter().any(|error| error.contains(&difference.path)), "{difference:?}");
    });
}

#[test]
fn wants_a_lock() {
    let client = Client::with(&pets());
    fs::remove_file(client.path(Lock::FILE)).unwrap();
    let printed = printed(&client);
    assert!(printed.contains("cargo::error=`generated.lock` cannot be read: "), "{printed}");
    assert!(!printed.contains("rerun-if-changed=generated.lock"), "{printed}");
}

#[test]
fn does_not_miss_what_is_not_there() {
    let client = Client::with(&pets());
    fs::remove_dir_all(client.folder().parent().unwrap().join("api")).unwrap();
    assert_eq!(errors(&client), [""; 0]);
    assert!(!printed(&client).contains("openapi.yaml"));
}

#[test]
fn agrees_on_fingerprints() {
    let texts: [&[u8]; 9] =
        [b"", b"\r", b"\n", b"a\r\nb\r\n", b"a\rb", b"a\r\r\n", b"\r\n\r", b"\xff\xfe\x00", "测试\r\n".as_bytes()];
    for text in texts {
        let client = Client::new();
        let mut facts = facts();
        facts.sources.insert("../api/openapi.yaml".to_owned(), Fingerprint::of(text));
        tree_from(&[], facts).write(&client.folder()).unwrap();
        fs::write(client.folder().parent().unwrap().join("api/openapi.yaml"), text).unwrap();
        assert_eq!(errors(&client), [""; 0], "{text:?}");
        fs::write(client.folder().parent().unwrap().join("api/openapi.yaml"), [text, b"!"].concat()).unwrap();
        assert_eq!(errors(&client).len(), 1, "{text:?}");
    }
}

#[test]
fn hidden_files_and_line_ends_do_not_count() {
    let client = Client::with(&pets());
    client.put("src/generated/.mod.rs.swp", "x");
    client.put("../api/openapi.yaml", &DESCRIPTION.replace('\n', "\r\n"));
    for path in ["src/generated/mod.rs", Lock::FILE, "build.rs"] {
        client.put(path, &client.text(path).replace('\n', "\r\n"));
    }
    assert_eq!(errors(&client), [""; 0]);
}

/// Builds the client with cargo; gives what cargo says.
fn cargo(client: &Client, drift: &str) -> Output {
    let mut command = child::cargo(env!("CARGO_TARGET_TMPDIR"), &client.folder());
    // Clients of one name at different places would be one crate in a common folder.
    command.env("CARGO_TARGET_DIR", client.path("target")).env_remove("CARGO_BUILD_BUILD_DIR");
    child::output(command.args(["build", "--verbose", "--color", "never"]).env("CLIENTSMITH_DRIFT", drift))
}

#[track_caller]
fn assert_builds(client: &Client) {
    let output = cargo(client, "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[track_caller]
fn assert_fails(client: &Client, named: &str) {
    let output = cargo(client, "");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(&format!("error: pets-client@1.0.0: `{named}` ")) && said.contains("run: make client"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn cargo_notices_each_change_and_nothing_else() {
    let client = Client::with(&pets());
    client.put("src/runtime/.keep", "");
    client.put("src/lib.rs", "//! Pets.\npub mod generated;\n");
    assert_builds(&client);
    let again = cargo(&client, "");
    let said = String::from_utf8_lossy(&again.stderr);
    assert!(said.contains("Fresh pets-client") && !said.contains("Running"), "{said}");

    let mend = |path: &str| {
        pets().write(&client.folder()).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_builds(&client);
    };
    client.append("src/generated/models/pet.rs", "// edited\n");
    assert_fails(&client, "src/generated/models/pet.rs");
    assert_fails(&client, "src/generated/models/pet.rs");
    mend("edited");

    fs::remove_file(client.path("src/generated/models/pet.rs")).unwrap();
    assert_fails(&client, "src/generated/models/pet.rs");
    mend("missing");

    for stray in ["src/generated/models/mine.rs", "src/runtime/mine.rs"] {
        client.put(stray, "// mine\n");
        assert_fails(&client, stray);
        fs::remove_file(client.path(stray)).unwrap();
        assert_builds(&client);
    }

    client.put("../api/openapi.yaml", "openapi: 3.1.1\n");
    assert_fails(&client, "../api/openapi.yaml");
    client.put("../api/openapi.yaml", DESCRIPTION);
    assert_builds(&client);

    client.put(Lock::FILE, &pets().lock().unfinished().to_string());
    assert_fails(&client, "generated.lock");
    mend("unfinished");
}

#[test]
fn cargo_tolerates_drift_when_told_so() {
    let client = Client::with(&pets());
    client.append("src/generated/mod.rs", "// edited\n");
    let output = cargo(&client, "warn");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("warning: pets-client@1.0.0: `src/generated/mod.rs` was edited"), "{said}");
    assert!(said.contains("run: make client"), "{said}");
    assert_fails(&client, "src/generated/mod.rs");
}

#[test]
fn cargo_builds_without_the_description_and_does_not_rerun() {
    let client = Client::with(&pets());
    fs::remove_dir_all(client.folder().parent().unwrap().join("api")).unwrap();
    assert_builds(&client);
    assert!(String::from_utf8_lossy(&cargo(&client, "").stderr).contains("Fresh pets-client"));
}
