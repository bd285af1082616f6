//! `Latest`: the result of the latest run of `generate`, so that the next run can stop early if nothing changed.

use std::env;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde_json::{Map, Value, json};

use super::{Project, baseline, name_in, output_of};
use crate::compare::HeldBack;
use crate::diagnostic::Severity;
use crate::listing::{self, Style};
use crate::settings::Settings;
use crate::tree::{Fingerprint, Lock, disk};
use crate::{Outcome, Summary};

/// The result of a run. It is kept in a folder of the client that version control ignores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest {
    /// The size of the generated client.
    pub summary: Summary,
    /// The number of warnings.
    pub warnings: usize,
    /// The diagnostics, one JSON object per line.
    pub diagnostics: String,
    /// The rendered diagnostics, with colours.
    pub rendered: String,
    /// The decisions that were held back.
    pub held_back: Vec<HeldBack>,
    /// The folder of the client crate.
    pub output: PathBuf,
}

/// The folder in the client crate.
const FOLDER: &str = ".clientsmith";
/// The file in that folder.
const FILE: &str = "latest.json";

impl Latest {
    /// Stores the result of a run that has just updated the client.
    ///
    /// Ignores write errors: the next run then generates again.
    pub fn keep(project: &Project, outcome: &Outcome, settings: &Path) {
        // A missing file may exist the next time, and conflicts in the record are resolved by now.
        let is_resolved = !project.input.record.clashes().is_empty();
        if outcome.tree.is_none() || !project.input.description.is_whole() || is_resolved {
            return;
        }
        if let Some(object) = object(project, outcome, settings) {
            let folder = project.output.join(FOLDER);
            let _ = disk::write_if_changed(&folder.join(".gitignore"), "*\n");
            let _ = disk::write_if_changed(&folder.join(FILE), &format!("{object}\n"));
        }
    }

    /// Returns the result of the latest run if a new run would give the same.
    ///
    /// It would if the same program ran in this folder and none of the files that it read and wrote have changed: settings,
    /// description, lock, manifest and all generated files. Returns `None` in case of doubt.
    pub fn recall(settings_path: &Path) -> Option<Self> {
        let settings = Settings::parse(&disk::read_text_if_present(settings_path).ok()??).ok()?;
        let output = output_of(&settings, settings_path);
        let object: Value = serde_json::from_str(&disk::read_text_if_present(&output.join(FOLDER).join(FILE)).ok()??).ok()?;
        let is = |name: &str, value: &str| object.get(name).and_then(Value::as_str) == Some(value);
        let lock = disk::read_text_if_present(&output.join(Lock::FILE)).ok()??;
        let same_run = is("program", &program()?) && is("place", &place(settings_path)?);
        if !same_run || !is("lock", &Fingerprint::of(lock.as_bytes()).to_string()) {
            return None;
        }
        if !is("baseline", &baseline::identity(&settings, &output)?) {
            return None;
        }
        let lock = Lock::parse(&lock).ok()?;
        let name = settings.name.map_or_else(|| name_in(&output.join("Cargo.toml")).ok(), Some)?;
        if name != lock.facts.name || !lock.is_current(&output).ok()? {
            return None;
        }
        let text = |name: &str| object.get(name)?.as_str().map(str::to_owned);
        Some(Self {
            summary: Summary::from_json(object.get("summary")?)?,
            warnings: usize::try_from(object.get("warnings")?.as_u64()?).ok()?,
            diagnostics: text("diagnostics")?,
            rendered: text("rendered")?,
            held_back: HeldBack::list_from_json(object.get("held_back")?)?,
            output,
        })
    }
}

fn object(project: &Project, outcome: &Outcome, settings: &Path) -> Option<Value> {
    let Outcome { diagnostics, sources, summary, .. } = outcome;
    let lock = disk::read_text_if_present(&project.output.join(Lock::FILE)).ok()??;
    let mut object = Map::new();
    object.insert("program".to_owned(), json!(program()?));
    object.insert("place".to_owned(), json!(place(settings)?));
    object.insert("lock".to_owned(), json!(Fingerprint::of(lock.as_bytes()).to_string()));
    object.insert("baseline".to_owned(), json!(baseline::identity(&project.input.settings, &project.output)?));
    object.insert("held_back".to_owned(), HeldBack::list_to_json(&outcome.held_back));
    object.insert("summary".to_owned(), summary.to_json());
    object.insert("warnings".to_owned(), json!(diagnostics.count(Severity::Warning)));
    object.insert("diagnostics".to_owned(), json!(listing::to_json(diagnostics, sources)));
    object.insert("rendered".to_owned(), json!(listing::render(diagnostics, sources, Style::Coloured)));
    Some(Value::Object(object))
}

/// Identifies this build of the program by its executable file.
fn program() -> Option<String> {
    let path = env::current_exe().ok()?;
    let (length, changed) = disk::identity(&path).ok()?;
    let changed = changed.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{} {length} {changed} {}", env!("CARGO_PKG_VERSION"), path.display()))
}

/// Returns the current folder, which paths in messages are relative to.
fn place(settings: &Path) -> Option<String> {
    Some(format!("{} in {}", settings.display(), env::current_dir().ok()?.display()))
}
