//! `Place`: a folder with a description, in which the binary is run.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith::record::{Item, Record};
use tempfile::TempDir;
use toml_edit::DocumentMut;

use crate::child;

/// Three groups that share models, and a model that no call needs.
pub(crate) const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Pets & more, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets/{id}:
    get:
      tags: [pets]
      operationId: pets/get
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  /owners:
    post:
      tags: [owners]
      operationId: owners/create
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
      responses: {'204': {description: Done.}}
  /reqwest:
    get:
      tags: [reqwest]
      operationId: reqwest/list
      responses: {'200': {description: Tags., content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}}
components:
  schemas:
    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}, tag: {$ref: '#/components/schemas/Tag'}}}
    Owner: {type: object, properties: {name: {type: string}}}
    Tag: {type: string, enum: [good, bad]}
    Unneeded: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
    Kind: {type: string, enum: [one, two]}
";

/// The settings of the client.
pub(crate) const SETTINGS: &str = "client/clientsmith.toml";

/// A folder with a description.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn with(description: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.put("openapi.yaml", description);
        place
    }

    /// The same with the client begun in `client`.
    pub(crate) fn begun(description: &str) -> Self {
        let place = Self::with(description);
        let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "client", "--quiet"]);
        assert_eq!((code, complained.as_str()), (0, ""));
        place
    }

    /// The same in a git repository, with the client of the description tagged `v1`.
    pub(crate) fn tagged(description: &str) -> Self {
        let place = Self::begun(description);
        place.git(&["init", "--quiet", "."]);
        place.tag("v1");
        place
    }

    /// Commits everything, under a tag.
    pub(crate) fn tag(&self, name: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", name]);
        self.git(&["tag", name]);
    }

    /// Runs git in the folder.
    pub(crate) fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false"];
        let (code, said, complained) = run("git", &[&identity[..], arguments].concat(), &self.path("."));
        assert_eq!(code, 0, "{arguments:?}: {said}{complained}");
    }

    /// Notes in the settings of the client what was released; empty removes the note.
    pub(crate) fn release(&self, released: &str) {
        let settings = self.text(SETTINGS);
        let others: String =
            settings.lines().filter(|line| !line.starts_with("released")).map(|line| format!("{line}\n")).collect();
        let released = if released.is_empty() { String::new() } else { format!("released = \"{released}\"\n") };
        self.put(SETTINGS, &format!("{released}{others}"));
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The record of the client, without what goes over the wire.
    pub(crate) fn public_api(&self) -> String {
        let record = Record::parse(&self.text("client/generated.api")).unwrap();
        let items = record.items().map(|item| Item { facts: Vec::new(), ..item.clone() });
        items.collect::<Record>().to_string()
    }

    pub(crate) fn manifest(&self) -> DocumentMut {
        self.text("client/Cargo.toml").parse().unwrap()
    }

    /// What stands in the folder.
    pub(crate) fn entries(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Exit code, standard output, standard error.
    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        run(env!("CARGO_BIN_EXE_clientsmith"), arguments, self.folder.path())
    }

    /// Lets cargo do something in a folder; it must succeed without a warning.
    pub(crate) fn cargo(&self, folder: &str, arguments: &[&str]) {
        let (code, said, complained) = self.try_cargo(folder, arguments);
        assert!(code == 0 && !complained.contains("warning"), "{arguments:?}\n{said}{complained}");
    }

    /// Lets cargo do something in a folder: exit code, standard output, standard error.
    pub(crate) fn try_cargo(&self, folder: &str, arguments: &[&str]) -> (i32, String, String) {
        finish(child::cargo(env!("CARGO_TARGET_TMPDIR"), &self.path(folder)).args(arguments))
    }
}

pub(crate) fn run(program: &str, arguments: &[&str], folder: &Path) -> (i32, String, String) {
    finish(Command::new(program).args(arguments).current_dir(folder))
}

fn finish(command: &mut Command) -> (i32, String, String) {
    let output = child::output(command);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
