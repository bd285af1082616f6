//! Writing: only what differs, all or nothing as far as a build can see, and never over foreign files.

use std::fs;
use std::time::{Duration, SystemTime};

use clientsmith::plan::Uses;
use clientsmith::record::Record;
use clientsmith::render::MARKER;
use clientsmith::tree::{Lock, State, Tree, WriteError};

use crate::client::{Client, PETS, changes, facts, own, pets, tree, tree_from};

#[test]
fn a_first_run_writes_all() {
    let client = Client::new();
    let written = pets().write(&client.folder()).unwrap();
    let generated = ["src/generated/mod.rs", "src/generated/models/mod.rs", "src/generated/models/pet.rs"];
    assert_eq!(own(&written.written), [&["build.rs", "generated.api"], &generated[..], &["generated.lock"]].concat());
    assert_eq!(client.text("src/generated/mod.rs"), format!("// {MARKER} from a test\n\npub mod models;\n"));
    assert!(client.text("build.rs").starts_with(&format!("// {MARKER}")));
    assert_eq!(client.lock(), *pets().lock());
    assert_eq!(client.text("src/lib.rs"), "//! Pets.\n");
}

#[test]
fn a_run_that_changes_nothing_touches_nothing() {
    let client = Client::with(&pets());
    client.age();
    let before = client.snapshot();
    let written = pets().write(&client.folder()).unwrap();
    assert_eq!(changes(&written), (vec![], vec![]));
    assert_eq!(written.unchanged.len(), pets().files().len() + 1);
    assert_eq!(client.snapshot(), before);
}

#[test]
fn only_what_differs_is_written() {
    let client = Client::with(&pets());
    client.age();
    let before = client.snapshot();
    let changed = tree(&[PETS[0], PETS[1], ("models/pet.rs", "pub struct Pet {}")]);
    let written = changed.write(&client.folder()).unwrap();
    assert_eq!(changes(&written), (vec!["src/generated/models/pet.rs", "generated.lock"], vec![]));
    let after = client.snapshot();
    let touched: Vec<_> = after.keys().filter(|path| path.is_file() && after.get(*path) != before.get(*path)).collect();
    assert_eq!(touched, [&client.path("generated.lock"), &client.path("src/generated/models/pet.rs")]);
}

#[test]
fn what_nothing_gives_any_more_is_removed_with_its_folder() {
    let client = Client::with(&pets());
    client.put("src/runtime/old/old.rs", &format!("// {MARKER} long ago\n"));
    let written = tree(&[("mod.rs", "")]).write(&client.folder()).unwrap();
    let removed = ["src/generated/models/mod.rs", "src/generated/models/pet.rs", "src/runtime/old/old.rs"];
    assert_eq!(written.removed, removed);
    assert!(!client.path("src/generated/models").exists());
    assert!(!client.path("src/runtime/old").exists());
    assert!(client.path("src/generated/mod.rs").exists());
}

#[test]
fn files_of_others_stop_it_before_anything_is_written() {
    for path in
        ["src/generated/notes.md", "src/generated/models/mine.rs", "src/runtime/mine.rs", "src/generated/mod.rs", "build.rs"]
    {
        let client = Client::new();
        client.put(path, "// mine\n");
        let before = client.snapshot();
        let error = pets().write(&client.folder()).unwrap_err();
        assert!(matches!(&error, WriteError::Foreign(files) if files.len() == 1 && files[0].path == client.path(path)));
        assert!(error.to_string().contains(&client.path(path).display().to_string()), "{error}");
        assert_eq!(client.snapshot(), before);
    }
}

#[test]
fn all_files_of_others_are_named_at_once() {
    let client = Client::with(&pets());
    client.put("src/generated/a.rs", "mine");
    client.put("src/runtime/b.rs", "mine");
    let error = tree(&[("mod.rs", "")]).write(&client.folder()).unwrap_err().to_string();
    assert!(error.contains("a.rs") && error.contains("b.rs"), "{error}");
    assert!(client.path("src/generated/models/pet.rs").exists());
}

#[test]
fn an_emptied_file_is_written_again_but_a_foreign_empty_file_stays() {
    let client = Client::with(&pets());
    client.put("src/generated/mod.rs", " \n\0\0");
    assert_eq!(changes(&pets().write(&client.folder()).unwrap()).0, ["src/generated/mod.rs"]);
    client.put("src/generated/keep.rs", "");
    assert!(matches!(pets().write(&client.folder()), Err(WriteError::Foreign(_))));
}

#[test]
fn hidden_files_are_left_alone() {
    let client = Client::with(&pets());
    client.put("src/generated/.DS_Store", "x");
    client.put("src/generated/.idea/x.rs", "x");
    let written = pets().write(&client.folder()).unwrap();
    assert_eq!(changes(&written), (vec![], vec![]));
    tree(&[("mod.rs", "")]).write(&client.folder()).unwrap();
    assert_eq!(client.text("src/generated/.DS_Store"), "x");
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_refused() {
    use std::os::unix::fs::symlink;

    for path in
        ["src/generated/mod.rs", "src/generated/models", "src/generated", "src/runtime", "src", "build.rs", "generated.lock"]
    {
        let client = Client::new();
        let target = client.path("target_of_link");
        fs::create_dir_all(target.join("generated")).unwrap();
        if path == "src" {
            fs::remove_dir_all(client.path("src")).unwrap();
        }
        fs::create_dir_all(client.path(path).parent().unwrap()).unwrap();
        symlink(&target, client.path(path)).unwrap();
        let before = client.snapshot();
        let error = pets().write(&client.folder()).unwrap_err().to_string();
        assert!(error.contains(&format!("{}` is a symbolic link", client.path(path).display())), "{path}: {error}");
        assert_eq!(client.snapshot(), before, "{path}");
    }
}

#[test]
fn a_failure_on_the_way_leaves_the_lock_unfinished_and_the_next_run_completes() {
    let client = Client::with(&pets());
    fs::remove_file(client.path("src/generated/models/pet.rs")).unwrap();
    fs::create_dir(client.path("src/generated/models/pet.rs")).unwrap();
    let changed = tree(&[("a.rs", "mod x;"), ("models/mod.rs", "mod y;"), ("models/pet.rs", "mod z;")]);
    let error = changed.write(&client.folder()).unwrap_err();
    let WriteError::Disk(error) = error else { panic!("{error}") };
    assert_eq!((error.action, error.path), ("write", client.path("src/generated/models/pet.rs")));
    // What came before is written, what comes after is not, and the lock still knows the old run.
    assert!(client.text("src/generated/models/mod.rs").contains("mod y;"));
    assert!(client.path("src/generated/mod.rs").exists());
    assert_eq!(client.lock(), pets().lock().unfinished());
    assert!(!client.path(".clientsmith-running").exists());
    assert!(!client.path("src/generated/models/.clientsmith-pet.rs").exists());

    fs::remove_dir(client.path("src/generated/models/pet.rs")).unwrap();
    let written = changed.write(&client.folder()).unwrap();
    assert_eq!(changes(&written), (vec!["src/generated/models/pet.rs", "generated.lock"], vec!["src/generated/mod.rs"]));
    assert_eq!(client.lock().state, State::Complete);
    assert!(changed.check(&client.folder()).unwrap().is_none());
}

#[test]
fn a_first_run_that_fails_leaves_the_lock_unfinished_too() {
    let client = Client::new();
    fs::create_dir_all(client.path("build.rs")).unwrap();
    pets().write(&client.folder()).unwrap_err();
    assert_eq!(client.lock(), pets().lock().unfinished());
    assert!(!client.path("src/generated").exists());
}

#[test]
fn what_an_interrupted_run_left_behind_is_completed_and_cleared() {
    let client = Client::with(&pets());
    client.put(Lock::FILE, &pets().lock().unfinished().to_string());
    client.put("src/generated/.clientsmith-mod.rs", "half of a te");
    fs::remove_file(client.path("src/generated/mod.rs")).unwrap();
    let written = pets().write(&client.folder()).unwrap();
    assert_eq!(changes(&written).0, ["src/generated/mod.rs", "generated.lock"]);
    assert_eq!(client.lock(), *pets().lock());
    assert!(!client.path("src/generated/.clientsmith-mod.rs").exists());
}

#[test]
fn a_file_of_which_only_the_beginning_was_written_is_completed() {
    let client = Client::with(&pets());
    let whole = client.text("src/generated/models/pet.rs");
    for length in [0, 1, 12, whole.len() - 1] {
        client.put(Lock::FILE, &pets().lock().unfinished().to_string());
        client.put("src/generated/models/pet.rs", &whole[..length]);
        pets().write(&client.folder()).unwrap();
        assert_eq!(client.text("src/generated/models/pet.rs"), whole);
    }
    client.put("src/generated/models/pet.rs", "// another");
    assert!(matches!(pets().write(&client.folder()), Err(WriteError::Foreign(_))));
}

#[test]
fn a_complete_tree_with_an_unfinished_lock_gets_its_lock() {
    let client = Client::with(&pets());
    client.put(Lock::FILE, &pets().lock().unfinished().to_string());
    assert_eq!(changes(&pets().write(&client.folder()).unwrap()).0, ["generated.lock"]);
    assert_eq!(client.lock().state, State::Complete);
}

#[test]
fn two_runs_do_not_write_at_once() {
    let client = Client::new();
    client.put(".clientsmith-running", "");
    let before = client.snapshot();
    let error = pets().write(&client.folder()).unwrap_err();
    assert!(matches!(&error, WriteError::Busy(path) if *path == client.path(".clientsmith-running")), "{error}");
    assert_eq!(client.snapshot(), before);

    // A run that was killed does not block the others for ever.
    client.age();
    pets().write(&client.folder()).unwrap();
    assert!(!client.path(".clientsmith-running").exists());
}

#[test]
fn other_line_ends_are_no_change() {
    let client = Client::with(&pets());
    for path in pets().files().keys().map(|path| path.as_str()).chain([Lock::FILE]) {
        client.put(path, &client.text(path).replace('\n', "\r\n"));
    }
    client.age();
    let before = client.snapshot();
    assert_eq!(changes(&pets().write(&client.folder()).unwrap()), (vec![], vec![]));
    assert_eq!(client.snapshot(), before);
}

#[test]
fn a_read_only_file_is_replaced() {
    let client = Client::with(&pets());
    client.append("src/generated/mod.rs", "// more\n");
    let mut permissions = fs::metadata(client.path("src/generated/mod.rs")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(client.path("src/generated/mod.rs"), permissions).unwrap();
    pets().write(&client.folder()).unwrap();
    assert!(pets().check(&client.folder()).unwrap().is_none());
}

#[cfg(unix)]
#[test]
fn files_get_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;

    let client = Client::with(&pets());
    let mode = |path: &str| fs::metadata(client.path(path)).unwrap().permissions().mode();
    assert_eq!(mode("src/generated/mod.rs"), mode("src/lib.rs"));
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let client = folder.path().join("new/client");
    pets().write(&client).unwrap();
    assert!(pets().check(&client).unwrap().is_none());
}

#[test]
fn names_that_lead_elsewhere_never_become_files() {
    for name in ["../lib.rs", "/tmp/x.rs", "models/../../lib.rs", "con.rs", "Pet.rs", "main.sh"] {
        let files = [(name.to_owned(), format!("// {MARKER}"))].into();
        assert!(Tree::new(files, &Uses::default(), &Record::default(), facts()).is_err(), "{name}");
    }
}

#[test]
fn a_sign_from_the_future_blocks() {
    let client = Client::new();
    client.put(".clientsmith-running", "");
    let sign = fs::File::options().append(true).open(client.path(".clientsmith-running")).unwrap();
    sign.set_modified(SystemTime::now() + Duration::from_secs(3600)).unwrap();
    assert!(matches!(pets().write(&client.folder()), Err(WriteError::Busy(_))));
}

#[test]
fn entries_that_the_manifest_lacks_are_added_and_others_left_alone() {
    let client = Client::with(&pets());
    let manifest = "# Mine.\n[package]\nname = 'pets-client'\n\n[dependencies]\nbytes.workspace = true # mine\n";
    client.put("Cargo.toml", manifest);
    let mut facts = facts();
    let entries = [
        ("dependencies.bytes", "\"1\""),
        ("dependencies.http", "{ version = \"1\" }"),
        ("features.reqwest", "[\"dep:reqwest\"]"),
    ];
    facts.manifest = entries.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let tree = tree_from(PETS, facts);
    let drift = tree.check(&client.folder()).unwrap();
    assert_eq!(drift.differences[0].path, "Cargo.toml");
    assert_eq!(
        drift.differences[0].details,
        ["`dependencies.http` is missing", "`features.reqwest` is missing", "`features.default` lacks `reqwest`"]
    );

    assert_eq!(changes(&tree.write(&client.folder()).unwrap()).0, ["Cargo.toml", "generated.lock"]);
    let expected = "http = { version = \"1\" }\n\n[features]\nreqwest = [\"dep:reqwest\"]\ndefault = [\"reqwest\"]\n";
    assert_eq!(client.text("Cargo.toml"), format!("{manifest}{expected}"));
    assert!(tree.check(&client.folder()).unwrap().is_none());
    assert_eq!(changes(&tree.write(&client.folder()).unwrap()).0, [""; 0]);

    client.put("Cargo.toml", "[package\n");
    let error = tree.write(&client.folder()).unwrap_err().to_string();
    assert!(error.starts_with(&format!("cannot read `{}`: TOML parse error", client.path("Cargo.toml").display())), "{error}");
}
