//! What lies in the repository: the description and the client.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Texts by their paths.
pub(crate) type Files = BTreeMap<String, String>;

/// The folder of the golden cases.
pub(crate) const CASES: &str = "tests/golden/cases";

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the suites' crate lies in the workspace").to_owned()
}

/// The text of a file.
pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder that end like this, by their paths relative to it.
pub(crate) fn files(folder: impl AsRef<Path>, ending: &str) -> Files {
    let root = root().join(folder);
    let mut files = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a folder can be listed to its end").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(&root).expect("a folder's files lie below it").to_string_lossy().replace('\\', "/");
                files.insert(name, read(&path));
            }
        }
    }
    files
}

/// The description.
pub(crate) fn description() -> serde_yaml::Value {
    serde_yaml::from_str(&read("api-spec/openapi.yaml")).expect("the description is YAML")
}

/// The record of what was generated.
pub(crate) fn record() -> String {
    read("generated-client/generated.api")
}

/// The description of a golden case.
pub(crate) fn case_description(name: &str) -> serde_yaml::Value {
    serde_yaml::from_str(&read(format!("{CASES}/{name}/api.yaml"))).expect("the case's description is YAML")
}

/// The generated files of a golden case.
pub(crate) fn case(name: &str) -> Files {
    files(format!("{CASES}/{name}/expected"), ".rs")
}

/// The client's generated files.
pub(crate) fn client() -> Files {
    files("generated-client/src/generated", ".rs")
}
