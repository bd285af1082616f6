//! Clients that are compiled to see that their names can be had.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;
use tests::generation::{Generated, generate};

/// Compiles the clients of some descriptions without a warning, each as a crate of one workspace. What they depend on is what
/// the crates of the cases depend on, and is shared with them.
pub(super) fn check(descriptions: &[(&str, Value)]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reserved");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let members: Vec<&str> = descriptions.iter().map(|(name, _)| *name).collect();
    let built = "[profile.dev]\ndebug = false\nincremental = false\n";
    write(&folder.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{built}"));
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the workspace has a lock");
    write(&folder.join("Cargo.lock"), &lock);
    for (name, description) in descriptions {
        add(&folder, name, description);
    }
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(&folder)
        .args(["check", "--workspace", "--keep-going", "--offline", "--quiet"])
        .args(["--target-dir", "../golden/target"])
        .output()
        .expect("cargo is there, for it runs this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Generates a client and writes it.
fn add(workspace: &Path, name: &str, description: &Value) {
    let path = workspace.join(format!("{name}.json"));
    write(&path, &description.to_string());
    let generated = generate(&path);
    assert!(!generated.files.is_empty(), "{}", generated.report);
    let folder = workspace.join(name);
    write(&folder.join("Cargo.toml"), &manifest(name, &generated));
    let library = "//! A client.\n\n#![deny(warnings, missing_docs)]\n\npub mod runtime;\n\npub mod generated;\n";
    write(&folder.join("src/lib.rs"), library);
    let files = [("generated", &generated.files), ("runtime", &generated.runtime)];
    for (below, (file, text)) in files.into_iter().flat_map(|(below, files)| files.iter().map(move |file| (below, file))) {
        write(&folder.join("src").join(below).join(file), text);
    }
}

/// A manifest without a transport, and with all features of the calls.
fn manifest(name: &str, generated: &Generated) -> String {
    let dependencies: String = generated.dependencies.iter().map(|(name, version)| format!("{name} = {version}\n")).collect();
    let texts = generated.files.values().flat_map(|text| text.split("feature = \"").skip(1));
    let features = BTreeSet::from_iter(texts.filter_map(|rest| rest.split('"').next()));
    let declared: String = features.iter().map(|feature| format!("{feature:?} = []\n")).collect();
    let default = Vec::from_iter(&features);
    let transport = "reqwest-without-tls = [\"dep:http-body\", \"dep:reqwest\", \"dep:tokio\"]\n";
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\
         [features]\ndefault = {default:?}\n{transport}{declared}"
    )
}

fn write(path: &PathBuf, text: &str) {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return;
    }
    let folder = path.parent().expect("the file lies in the workspace");
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).expect("the folder for temporary files can be written to");
}
