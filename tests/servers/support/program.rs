//! `Program`: a crate of `programs/` with the client that it uses, freshly generated.

use std::path::{Path, PathBuf};
use std::{env, fs};

use clientsmith::listing::{Style, render};
use clientsmith::project::{Beginning, Project, Wanted};
use tests::child;

use super::Process;

/// The folder for what these tests write.
const TEMPORARY: &str = env!("CARGO_TARGET_TMPDIR");

/// A crate that uses a client.
pub(crate) struct Program {
    name: &'static str,
    folder: PathBuf,
}

impl Program {
    /// Generates the client of a description, with what the program's overlay changes of it, and puts the program beside it.
    ///
    /// # Panics
    ///
    /// If the description is not there or has errors.
    pub(crate) fn with_client_of(name: &'static str, description: &str) -> Self {
        let description = described(description);
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers/programs");
        let folder = Path::new(TEMPORARY).join("servers").join(name);
        let _ = fs::remove_dir_all(&folder);
        for part in ["calls", name] {
            copy(&programs.join(part), &folder.join(part));
        }
        let client = folder.join("client");
        let wanted = Wanted {
            description,
            output: client.clone(),
            name: Some("client".to_owned()),
            copy: true,
            roots: Vec::new(),
            allow: Vec::new(),
        };
        let beginning = Beginning::of(&wanted).expect("the client can be begun");
        let outcome = beginning.project().generate();
        let written = beginning.write(&outcome);
        written.unwrap_or_else(|error| panic!("{error}\n{}", render(&outcome.diagnostics, &outcome.sources, Style::Plain)));
        amend(&client, &folder.join(name).join("amendments.overlay.yaml"));
        Self { name, folder }
    }

    /// Runs the program against a server, and prints what it reports: a line per call.
    ///
    /// # Panics
    ///
    /// If the program does not compile, or a call does not give what it should.
    pub(crate) fn run(&self, server: &Process, arguments: &[&str]) {
        let mut cargo = child::cargo(TEMPORARY, &self.folder.join(self.name));
        let output = child::output(cargo.args(["run", "--quiet", "--"]).args(arguments));
        let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        print!("{said}");
        assert!(output.status.success(), "{}: {complained}\n{said}\nthe server printed:\n{}", self.name, server.printed());
    }
}

/// The path of a description.
fn described(name: &str) -> PathBuf {
    const VARIABLE: &str = "SERVER_DESCRIPTIONS";
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/servers");
    let folder = env::var_os(VARIABLE).map_or_else(beside, PathBuf::from);
    let path = folder.join(name);
    assert!(path.is_file(), "there is no {}: `{VARIABLE}` names the folder of the servers' descriptions", path.display());
    path.canonicalize().expect("the path of a file can be made plain")
}

/// Lays an overlay over the description of a client, if there is one.
fn amend(client: &Path, overlay: &Path) {
    if !overlay.is_file() {
        return;
    }
    let settings = client.join("clientsmith.toml");
    fs::copy(overlay, client.join("amendments.overlay.yaml")).expect("the overlay can be copied");
    let text = fs::read_to_string(&settings).expect("the client has settings");
    // The client has no users yet that would need what was generated before.
    let amended = format!("released = \"none\"\noverlays = [\"amendments.overlay.yaml\"]\n{text}");
    fs::write(&settings, amended).expect("the settings can be written");
    let project = Project::read(&settings).expect("the settings are valid");
    let outcome = project.generate();
    let diagnostics = render(&outcome.diagnostics, &outcome.sources, Style::Plain);
    let tree = outcome.tree.unwrap_or_else(|| panic!("{diagnostics}"));
    tree.write(client).expect("the client can be written");
    assert!(!diagnostics.contains("overlay"), "{diagnostics}");
}

/// Copies a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("the folder can be read");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("the file can be copied");
        }
    }
}
