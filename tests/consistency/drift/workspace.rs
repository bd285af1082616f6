//! `Workspace`: a copy of the description and the client, where cargo can be run and drift does no harm.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clientsmith::{Project, ProjectError};
use tempfile::TempDir;
use tests::child;

use crate::repository;

/// Texts by their paths.
pub(crate) type Files = BTreeMap<String, String>;

/// The copy, which goes when it is dropped.
pub(crate) struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// A copy.
    pub(crate) fn new() -> Self {
        let workspace = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        for folder in ["api-spec", "generated-client"] {
            for (path, text) in repository::files(folder, "") {
                workspace.put(&format!("{folder}/{path}"), &text);
            }
        }
        let manifest = repository::read("Cargo.toml");
        let alone: Vec<&str> = manifest.lines().filter(|line| !line.starts_with("default-members")).collect();
        let members = "members = [\"codegen\", \"codegen/benches\", \"generated-client\", \"tests\", \"tests/misuse\"]";
        assert!(manifest.contains(members), "the workspace has these members: {members}");
        workspace.put("Cargo.toml", &alone.join("\n").replace(members, "members = [\"generated-client\"]"));
        workspace.put("Cargo.lock", &repository::read("Cargo.lock"));
        workspace
    }

    /// The folder of the copy.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// All files but those of cargo.
    pub(crate) fn files(&self) -> Files {
        let mut files = repository::files(self.folder(), "");
        files.retain(|path, _| !["Cargo.toml", "Cargo.lock"].contains(&path.as_str()));
        files
    }

    /// Makes the files what they were.
    pub(crate) fn restore(&self, files: &Files) {
        for path in self.files().keys().filter(|path| !files.contains_key(*path)) {
            self.change(path, |_| None);
        }
        files.iter().filter(|(path, text)| self.files().get(*path) != Some(text)).for_each(|(path, text)| self.put(path, text));
    }

    /// Changes a file, makes it, or removes it.
    pub(crate) fn change(&self, path: &str, change: impl FnOnce(String) -> Option<String>) {
        let text = fs::read_to_string(self.folder().join(path)).unwrap_or_default();
        match change(text) {
            Some(text) => self.put(path, &text),
            None => fs::remove_file(self.folder().join(path)).expect("the file can be removed"),
        }
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().expect("the file lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Generates the client.
    pub(crate) fn generate(&self) {
        self.try_generate().expect("the description has no errors and nothing is in the way");
    }

    /// Generates the client, or says why not.
    pub(crate) fn try_generate(&self) -> Result<(), String> {
        self.project().and_then(|project| project.write()).map(drop).map_err(|error| error.to_string())
    }

    /// The files that `check` names.
    pub(crate) fn drift(&self) -> Vec<String> {
        let drift = self.project().and_then(|project| project.check()).expect("the client can be checked");
        drift.differences.into_iter().map(|difference| difference.path).collect()
    }

    fn project(&self) -> Result<Project, ProjectError> {
        Project::read(self.folder().join("generated-client/clientsmith.toml"))
    }

    /// Builds the client.
    pub(crate) fn builds(&self) {
        let (is_built, message) = self.build();
        assert!(is_built, "the client does not build:\n{message}");
    }

    /// What the build of the client says where it fails.
    pub(crate) fn fails_to_build(&self) -> String {
        let (is_built, message) = self.build();
        assert!(!is_built, "the client builds:\n{message}");
        message
    }

    /// Without the transport, whose dependencies take long to build and have nothing to do with drift.
    fn build(&self) -> (bool, String) {
        self.cargo(self.folder(), &["build", "--package", "minapp-client", "--no-default-features"])
    }

    /// Runs cargo in a folder with what is downloaded already: whether it succeeded, and what it said.
    pub(crate) fn cargo(&self, folder: &Path, arguments: &[&str]) -> (bool, String) {
        let mut cargo = child::cargo(env!("CARGO_TARGET_TMPDIR"), folder);
        let output = child::output(cargo.args(arguments).arg("--quiet").env_remove("CLIENTSMITH_DRIFT").env_remove("RUSTFLAGS"));
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    }
}
