//! `Workspace`: a crate per case with its wire tests, in one workspace, so that cargo builds all of it at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::child;
use tests::generation::Generated;

/// What the runtime of some cases needs besides.
const FORMATS: &str = "base64.workspace = true\nchrono.workspace = true\nregex-lite.workspace = true\nuuid.workspace = true\n";

/// The compiler with clippy's lints. If it is installed, it compiles the crates in place of the compiler, so that each is compiled
/// once.
const CLIPPY: &str = "clippy-driver";

/// The crates, with the source of a case and what it needs of the runtime each, as in a client without a default transport.
pub(crate) struct Workspace {
    folder: PathBuf,
    has_clippy: bool,
    /// The packages to compile: `--workspace`, or a `--package` for each case that the variable `CASES` lists.
    packages: Vec<String>,
}

impl Workspace {
    /// Writes a workspace that shares versions and lints with this one, and in it a crate like the client for each case.
    pub(crate) fn write(folder: &str, cases: &[PathBuf], generated: &[Generated]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
        let manifest = read(&root.join("Cargo.toml"));
        let (_, shared) = manifest.split_once("[workspace.package]").expect("the manifest says what its packages share");
        let client =
            read(&root.join("generated-client/Cargo.toml")).replace("[dependencies]\n", &format!("[dependencies]\n{FORMATS}"));
        let names: Vec<String> = cases.iter().map(|case| name(case)).collect();
        let (shared, _) = shared.split_once("[profile.dev]").unwrap_or((shared, ""));
        let members = format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n\n[workspace.package]{shared}");
        write(&folder.join("Cargo.toml"), &members);
        write(&folder.join("Cargo.lock"), &read(&root.join("Cargo.lock")));
        for ((case, name), generated) in cases.iter().zip(&names).zip(generated) {
            write(&folder.join(name).join("Cargo.toml"), &manifest_of(case, name, &client));
            write(&folder.join(name).join("src/lib.rs"), &library(&root, case));
            for (path, text) in &generated.runtime {
                write(&folder.join(name).join("src/runtime").join(path), text);
            }
        }
        let has_clippy = Command::new(CLIPPY).arg("--version").output().is_ok_and(|output| output.status.success());
        let packages = match std::env::var("CASES") {
            Ok(cases) => cases.split(',').map(|case| format!("--package={}", name(Path::new(case)))).collect(),
            Err(_) => vec!["--workspace".to_owned()],
        };
        Self { folder, has_clippy, packages }
    }

    /// Compiles each crate as its tests. A test program has the code that its tests use and no more, which takes half as long as
    /// a library with all of the runtime.
    pub(crate) fn build(&self) {
        self.run(&self.with_packages(&["build", "--tests", "--keep-going"]), &[]);
    }

    /// Runs the wire tests of all cases.
    pub(crate) fn test(&self) {
        self.run(&self.with_packages(&["test", "--lib", "--no-fail-fast"]), &[]);
    }

    fn with_packages<'a>(&'a self, command: &[&'a str]) -> Vec<&'a str> {
        command.iter().copied().chain(self.packages.iter().map(String::as_str)).collect()
    }

    /// Lets rustdoc look at one crate, and at the examples that it takes parts of the docs for.
    pub(crate) fn document(&self, case: &str) {
        let package = name(Path::new(case));
        self.run(&["rustdoc", "--package", &package], &[]);
        self.run(&["rustdoc", "--package", &package], &["--", "--test"]);
    }

    fn run(&self, command: &[&str], last: &[&str]) {
        let mut cargo = child::cargo(env!("CARGO_TARGET_TMPDIR"), &self.folder);
        if self.has_clippy {
            cargo.env("RUSTC_WORKSPACE_WRAPPER", CLIPPY);
        }
        let output = child::output(cargo.args(command).arg("--quiet").args(last));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    }
}

/// The client's manifest for a case, without the transport and with all features of the case's own. The constructors for tests are
/// there as well; the client's manifest declares their feature.
fn manifest_of(case: &Path, name: &str, client: &str) -> String {
    let modules = ["models", "operations"].map(|folder| read(&case.join(format!("expected/{folder}/mod.rs")))).concat();
    let features = modules.split("feature = \"").skip(1).filter_map(|rest| rest.split('"').next());
    let features = Vec::from_iter(features.chain(["test-util"]).collect::<BTreeSet<&str>>());
    let own = features.iter().filter(|feature| **feature != "test-util");
    let declared: String = own.map(|feature| format!("\n{feature} = []")).collect();
    let features = format!("default = {features:?}{declared}");
    client.replace("\"minapp-client\"", &format!("{name:?}")).replace("default = [\"reqwest\"]", &features)
}

/// The crate of a case. The wire tests name it as any other crate would.
fn library(root: &Path, case: &Path) -> String {
    let probe = root.join("tests/golden/probe.rs");
    let case_folder = root.join("tests").join(case);
    let (generated, wire) = (case_folder.join("expected/mod.rs"), case_folder.join("wire.rs"));
    let tests = format!(
        "\n#[cfg(test)]\nextern crate self as {};\n\n#[cfg(test)]\n#[path = {wire:?}]\nmod wire;\n",
        name(case).replace('-', "_"),
    );
    format!(
        "//! The case `{}`.\n\n#![deny(warnings, missing_docs)]\n\n\
         pub mod runtime;\n\n#[path = {generated:?}]\npub mod generated;\n\n\
         #[path = {probe:?}]\npub mod probe;\n{}",
        case.display(),
        if wire.is_file() { &*tests } else { "" },
    )
}

/// The name of a case's crate; none that it depends on ends like that.
fn name(case: &Path) -> String {
    format!("{}-case", case.file_name().expect("a case is a folder").to_string_lossy())
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
