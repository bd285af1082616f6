//! Checking: every kind of drift is named, and nothing is written.

use std::fs;

use clientsmith::record::Record;
use clientsmith::render::MARKER;
use clientsmith::tree::{Drift, Fingerprint, Lock, Tree};

use crate::client::{Client, DESCRIPTION, PETS, facts, pets, tree, tree_from};

/// `path: kind: first detail`, for each difference; also sees to it that checking changes nothing.
fn differences(tree: &Tree, client: &Client) -> Vec<String> {
    client.age();
    let before = client.snapshot();
    let Drift { differences } = tree.check(&client.folder()).unwrap();
    assert_eq!(client.snapshot(), before);
    differences.iter().map(|other| format!("{}: {}: {}", other.path, other.kind, other.details.join("; "))).collect()
}

#[test]
fn a_fresh_client_has_none() {
    assert_eq!(differences(&pets(), &Client::with(&pets())), [""; 0]);
}

#[test]
fn another_description_makes_files_stale() {
    let client = Client::with(&pets());
    let mut facts = facts();
    facts.sources.insert("../api/openapi.yaml".to_owned(), Fingerprint::of(b"another"));
    let changed = [PETS[0], PETS[1], ("models/pet.rs", "pub struct Pet { pub age: u8, pub name: String }")];
    let changed = tree_from(&changed, facts);
    let expected = [
        "../api/openapi.yaml: changed: since the client was generated",
        "src/generated/models/pet.rs: stale: struct `Pet`: field `age` is missing",
    ];
    assert_eq!(differences(&changed, &client), expected);
}

#[test]
fn edited_missing_and_stray_files_are_named() {
    let client = Client::with(&pets());
    client.append("src/generated/mod.rs", "fn get_pet() {}\n");
    fs::remove_file(client.path("src/generated/models/pet.rs")).unwrap();
    client.put("src/generated/old.rs", &format!("// {MARKER}\n"));
    client.put("src/runtime/mine.rs", "// mine\n");
    client.append("build.rs", "// more\n");
    let found = differences(&pets(), &client);
    assert!(found[0].starts_with("build.rs: edited: only the layout or a comment differs"), "{found:?}");
    let expected = [
        "src/generated/mod.rs: edited: fn `get_pet` does not belong there",
        "src/generated/models/pet.rs: missing: ",
        "src/generated/old.rs: stray: nothing gives it any more; `generate` removes it",
        "src/runtime/mine.rs: stray: clientsmith did not write it; move it elsewhere",
    ];
    assert_eq!(found[1..], expected);
}

#[test]
fn a_client_without_a_lock_was_never_generated() {
    let client = Client::with(&pets());
    fs::remove_file(client.path(Lock::FILE)).unwrap();
    assert_eq!(differences(&pets(), &client), ["generated.lock: missing: "]);
}

#[test]
fn a_damaged_lock_is_named_with_its_line() {
    let client = Client::with(&pets());
    client.put(Lock::FILE, &client.text(Lock::FILE).replace("state complete", "<<<<<<< ours\nstate complete"));
    let conflict =
        "generated.lock: edited: line 3: an unresolved merge conflict: keep either side of each conflict, then generate";
    assert_eq!(differences(&pets(), &client), [conflict]);
}

#[test]
fn an_interrupted_run_is_named() {
    let client = Client::with(&pets());
    client.put(Lock::FILE, &pets().lock().unfinished().to_string());
    assert_eq!(differences(&pets(), &client), ["generated.lock: unfinished: `generate` was interrupted"]);
}

#[test]
fn facts_of_the_lock_are_compared() {
    let client = Client::with(&pets());
    let mut facts = facts();
    facts.generator = "0.2.0".to_owned();
    facts.manifest.insert("dependencies.bytes".to_owned(), "\"1\"".to_owned());
    client.put("Cargo.toml", &(client.text("Cargo.toml") + "\n[dependencies]\nbytes = '1'\n"));
    let changed = tree_from(PETS, facts);
    let expected =
        "generated.lock: stale: lacks `generator 0.2.0`; lacks `manifest dependencies.bytes = \"1\"`; says `generator 0.1.0`";
    assert_eq!(differences(&changed, &client), [expected]);
    client.append(Lock::FILE, "\n");
    assert_eq!(differences(&pets(), &client), ["generated.lock: stale: only the layout differs"]);
}

#[test]
fn lines_of_the_record_are_compared() {
    let client = Client::with(&pets());
    client.append(Record::FILE, "#/components/schemas/Owner = struct models::Owner\n");
    let expected = "generated.api: edited: says `#/components/schemas/Owner = struct models::Owner`";
    assert_eq!(differences(&pets(), &client), [expected]);
}

#[test]
fn a_new_file_of_the_description_is_named() {
    let client = Client::with(&pets());
    let with_another = client.text(Lock::FILE).replace("source ", &format!("source {} x.yaml\nsource ", Fingerprint::of(b"")));
    client.put(Lock::FILE, &with_another);
    assert_eq!(differences(&pets(), &client), ["x.yaml: changed: it is no longer used"]);
    client.put(Lock::FILE, &pets().lock().to_string().replace("../api/openapi.yaml\n\nfile", "y.yaml\n\nfile"));
    let expected =
        ["../api/openapi.yaml: changed: it was not used when the client was generated", "y.yaml: changed: it is no longer used"];
    assert_eq!(differences(&pets(), &client), expected);
}

#[test]
fn other_line_ends_are_no_drift() {
    let client = Client::with(&pets());
    client.put("../api/openapi.yaml", &DESCRIPTION.replace('\n', "\r\n"));
    for path in pets().files().keys().map(|path| path.as_str()).chain([Lock::FILE]) {
        client.put(path, &client.text(path).replace('\n', "\r\n"));
    }
    assert_eq!(differences(&pets(), &client), [""; 0]);
    client.append("src/generated/mod.rs", "\r");
    assert_eq!(differences(&pets(), &client).len(), 1);
}

#[test]
fn bytes_that_are_not_text_are_an_edit() {
    let client = Client::with(&pets());
    fs::write(client.path("src/generated/mod.rs"), b"\xff\xfe").unwrap();
    let Drift { differences } = pets().check(&client.folder()).unwrap();
    assert_eq!((differences.len(), differences[0].path.as_str()), (1, "src/generated/mod.rs"));
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_drift() {
    let client = Client::with(&pets());
    fs::rename(client.path("src/generated/mod.rs"), client.path("src/moved.rs")).unwrap();
    std::os::unix::fs::symlink(client.path("src/moved.rs"), client.path("src/generated/mod.rs")).unwrap();
    assert_eq!(differences(&pets(), &client), ["src/generated/mod.rs: edited: it is a symbolic link"]);
}

#[test]
fn an_emptied_tree_is_all_missing() {
    let client = Client::new();
    let found = tree(&[("mod.rs", "")]).check(&client.folder()).unwrap();
    assert_eq!(found.differences.len(), tree(&[("mod.rs", "")]).files().len() + 1);
}
