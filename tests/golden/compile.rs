//! `Workspace`: a crate per case, and one that runs their wire tests, in one workspace, so that cargo builds all of it at once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use tests::generation::Generated;

/// What the runtime of some cases needs besides.
const FORMATS: &str = "base64.workspace = true\nchrono.workspace = true\nregex-lite.workspace = true\nuuid.workspace = true\n";

/// The crate of the wire tests: the file beside each description that has one is a module of it, named after the case.
const WIRE: &str = "wire";

/// The crates, with the source of a case and what it needs of the runtime each, as in a client without a default transport.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes a workspace that shares versions and lints with this one, and in it a crate like the client for each case.
    pub(crate) fn write(cases: &[PathBuf], generated: &[Generated]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
        let manifest = read(&root.join("Cargo.toml"));
        let (_, shared) = manifest.split_once("[workspace.package]").expect("the manifest says what its packages share");
        let client =
            read(&root.join("generated-client/Cargo.toml")).replace("[dependencies]\n", &format!("[dependencies]\n{FORMATS}"));
        let names: Vec<String> = cases.iter().map(|case| name(case)).collect();
        let members: Vec<&str> = names.iter().map(String::as_str).chain([WIRE]).collect();
        // No debugger looks at these crates, and most of them never change: they are built in half the time without either.
        let built = "[profile.dev]\ndebug = false\nincremental = false\n";
        let (shared, _) = shared.split_once("[profile.dev]").unwrap_or((shared, ""));
        let members = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[workspace.package]{shared}{built}");
        write(&folder.join("Cargo.toml"), &members);
        write(&folder.join("Cargo.lock"), &read(&root.join("Cargo.lock")));
        for ((case, name), generated) in cases.iter().zip(&names).zip(generated) {
            write(&folder.join(name).join("Cargo.toml"), &manifest_of(case, name, &client));
            write(&folder.join(name).join("src/lib.rs"), &library(&root, case));
            for (path, text) in &generated.runtime {
                write(&folder.join(name).join("src/runtime").join(path), text);
            }
        }
        let tested: Vec<&PathBuf> = cases.iter().filter(|case| case.join("wire.rs").is_file()).collect();
        write(&folder.join(WIRE).join("Cargo.toml"), &manifest_of_tests(&tested));
        write(&folder.join(WIRE).join("src/lib.rs"), &library_of_tests(&root, &tested));
        Self { folder }
    }

    /// Lets the compiler and, if there is one, clippy look at each crate.
    pub(crate) fn check(&self) {
        let version = cargo().args(["clippy", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
        let lint = if version.is_ok_and(|status| status.success()) { "clippy" } else { "check" };
        self.run(&[lint, "--workspace", "--keep-going"], &[]);
        self.run(&[lint, "--package", WIRE, "--tests"], &["--", "--deny=warnings"]);
    }

    /// Runs the wire tests of all cases.
    pub(crate) fn test(&self) {
        self.run(&["test", "--package", WIRE, "--lib"], &[]);
    }

    /// Lets rustdoc look at one crate, and at the examples that it takes parts of the docs for.
    pub(crate) fn document(&self, case: &str) {
        let package = name(Path::new(case));
        self.run(&["rustdoc", "--package", &package], &[]);
        self.run(&["rustdoc", "--package", &package], &["--", "--test"]);
    }

    fn run(&self, command: &[&str], last: &[&str]) {
        let output = cargo()
            .current_dir(&self.folder)
            .args(command)
            .args(["--offline", "--quiet", "--target-dir", "target"])
            .args(last)
            .output()
            .expect("cargo is there, for it runs this test");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    }
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The client's manifest for a case, without the transport and with all features of the case's own.
fn manifest_of(case: &Path, name: &str, client: &str) -> String {
    let modules = ["models", "operations"].map(|folder| read(&case.join(format!("expected/{folder}/mod.rs")))).concat();
    let features = modules.split("feature = \"").skip(1).filter_map(|rest| rest.split('"').next());
    let features = Vec::from_iter(BTreeSet::<&str>::from_iter(features));
    let declared: String = features.iter().map(|feature| format!("\n{feature} = []")).collect();
    let features = format!("default = {features:?}{declared}");
    client.replace("\"minapp-client\"", &format!("{name:?}")).replace("default = [\"reqwest\"]", &features)
}

fn library(root: &Path, case: &Path) -> String {
    let probe = root.join("tests/golden/probe.rs");
    let generated = root.join("tests").join(case).join("expected/mod.rs");
    format!(
        "//! The case `{}`.\n\n#![deny(warnings, missing_docs)]\n\n\
         pub mod runtime;\n\n#[path = {generated:?}]\npub mod generated;\n\n\
         #[path = {probe:?}]\npub mod probe;\n",
        case.display(),
    )
}

fn manifest_of_tests(cases: &[&PathBuf]) -> String {
    let names = cases.iter().map(|case| name(case));
    let dependencies: String = names.map(|name| format!("{name} = {{ path = \"../{name}\" }}\n")).collect();
    format!("[package]\nname = {WIRE:?}\nedition.workspace = true\n\n[lints]\nworkspace = true\n\n[dependencies]\n{dependencies}")
}

fn library_of_tests(root: &Path, cases: &[&PathBuf]) -> String {
    let module = |case: &&PathBuf| {
        let file = root.join("tests").join(case).join("wire.rs");
        format!("\n#[cfg(test)]\n#[path = {file:?}]\nmod {};\n", folder_name(case))
    };
    let modules: String = cases.iter().map(module).collect();
    format!("//! What the clients of the cases send and understand.\n{modules}")
}

/// The name of a case's crate; none that it depends on ends like that.
fn name(case: &Path) -> String {
    format!("{}-case", folder_name(case))
}

fn folder_name(case: &Path) -> String {
    case.file_name().expect("a case is a folder").to_string_lossy().into_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is part of this repository")
}

/// Leaves a file alone that is as it should be, so that cargo need not build it again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return;
    }
    let folder = path.parent().expect("the file lies in the workspace");
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).expect("the folder for temporary files can be written to");
}
