//! Whatever a text of a description says, it becomes neither code nor a path nor an entry of the manifest.
//!
//! Each text of each golden case, key or value, is replaced by hostile ones in turn: by default some, with `ONE_OF=1` in the
//! environment each text at each position.

mod position;
mod skeleton;
mod text;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clientsmith::diagnostic::{Diagnostics, Place, Severity};
use clientsmith::record::{Adoption, Record};
use clientsmith::scaffold::Scaffold;
use clientsmith::settings::Settings;
use clientsmith::source::{Description, Folder, Loader, Refusal, Sources};
use clientsmith::tree::Lock;
use clientsmith::{Input, Outcome};
use rayon::prelude::*;
use serde_json::Value;

use self::position::Position;
use self::skeleton::Skeleton;

/// Of how many pairs of a position and a text one is tried.
const ONE_OF: usize = 97;

#[test]
fn no_text_of_a_description_becomes_code() {
    let one_of = env::var("ONE_OF").ok().and_then(|one_of| one_of.parse().ok()).unwrap_or(ONE_OF);
    let cases: Vec<Case> = Case::all();
    let trials: Vec<(&Case, Position, &str)> = cases.iter().flat_map(Case::trials).collect();
    let chosen = trials.into_par_iter().enumerate().filter(|(index, _)| index % one_of == 0);
    let mistakes: Vec<String> = chosen.flat_map_iter(|(_, (case, position, text))| case.mistakes(&position, text)).collect();
    let shown = mistakes.iter().take(20).map(String::as_str).collect::<Vec<_>>();
    assert!(mistakes.is_empty(), "{} mistakes, such as\n{}", mistakes.len(), shown.join("\n"));
}

/// A description of the golden suite.
struct Case {
    path: PathBuf,
    description: Value,
}

impl Case {
    fn all() -> Vec<Self> {
        let folder = fs::read_dir("golden/cases").expect("the golden suite has cases");
        let mut paths: Vec<_> = folder.map(|entry| entry.expect("the folder can be listed").path().join("api.yaml")).collect();
        paths.sort();
        paths.into_iter().map(Self::read).collect()
    }

    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("a case has a description");
        let mut sources = Sources::default();
        let file = sources.add_text(&path.to_string_lossy(), text);
        let node = sources.parse(file, &mut Diagnostics::default()).expect("the description can be read");
        Self { path, description: position::to_json(&node) }
    }

    /// Every position of the description with every hostile text.
    fn trials(&self) -> impl Iterator<Item = (&Self, Position, &'static str)> {
        let positions = Position::all(&self.description).into_iter();
        positions.flat_map(move |position| text::HOSTILE.into_iter().map(move |text| (self, position.clone(), text)))
    }

    /// What is wrong with what becomes of a hostile text.
    fn mistakes(&self, position: &Position, text: &str) -> Vec<String> {
        let outcome = self.generate(position, text);
        let mistakes = match Output::of(&outcome) {
            None => refusal(&outcome),
            Some(output) => {
                let harmless = position.is_prose().then(|| self.generate(position, text::HARMLESS));
                let harmless = harmless.as_ref().and_then(Output::of);
                output.mistakes().into_iter().chain(harmless.and_then(|harmless| output.difference(&harmless))).collect()
            }
        };
        let place = || format!("{} {position} {text:?}", self.path.display());
        mistakes.into_iter().map(|mistake| format!("{}: {mistake}", place())).collect()
    }

    fn generate(&self, position: &Position, text: &str) -> Outcome {
        let changed = position.replaced(&self.description, text).to_string();
        let path = self.path.to_string_lossy();
        let mut files = Changed { path: &path, text: changed, folder: Folder::of(&self.path) };
        let settings = Settings::new("api.yaml");
        let description = Description::read(&path, &[], &settings.limits, &mut files);
        clientsmith::generate(&Input {
            settings,
            settings_file: None,
            description,
            files: Vec::new(),
            record: Record::default(),
            adoption: Adoption::default(),
        })
    }
}

/// The files of a case, of which one was changed.
struct Changed<'p> {
    path: &'p str,
    text: String,
    folder: Folder,
}

impl Loader for Changed<'_> {
    fn load(&mut self, path: &str, most: usize) -> Result<Vec<u8>, Refusal> {
        if path == self.path { Ok(self.text.clone().into_bytes()) } else { self.folder.load(path, most) }
    }
}

/// A description that is refused is so by an error with a place.
fn refusal(outcome: &Outcome) -> Vec<String> {
    let mut errors = outcome.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let is_located = errors.any(|error| error.place != Place::Nowhere);
    if is_located { Vec::new() } else { vec!["it is refused without a place".to_owned()] }
}

/// The whole of a client crate, by path.
struct Output(BTreeMap<String, String>);

impl Output {
    fn of(outcome: &Outcome) -> Option<Self> {
        let (tree, plan) = (outcome.tree.as_ref()?, outcome.plan.as_ref()?);
        let generated = tree.files().iter().filter(|(path, _)| !path.as_str().starts_with("src/runtime/"));
        let generated = generated.map(|(path, text)| (path.to_string(), text.clone()));
        let settings = Settings::text("api.yaml", &[], &[]);
        let scaffold = Scaffold { name: "hostile", plan, settings: &settings, foreign_workspace: None };
        let scaffold = scaffold.files().into_iter().map(|(path, text)| (path.to_owned(), text));
        let lock = (Lock::FILE.to_owned(), tree.lock().to_string());
        Some(Self(generated.chain(scaffold).chain([lock]).collect()))
    }

    fn mistakes(&self) -> Vec<String> {
        let mut mistakes = Vec::new();
        for (path, text) in &self.0 {
            let of_file = match Path::new(path).extension().and_then(|extension| extension.to_str()) {
                Some("rs") => skeleton::mistake(text),
                Some("toml") => text.parse::<toml_edit::DocumentMut>().err().map(|error| error.to_string()),
                Some("api") => Record::parse(text).err().map(|error| error.to_string()),
                Some("lock") => Lock::parse(text).err().map(|error| error.to_string()),
                _ => None,
            };
            mistakes.extend(of_file.map(|mistake| format!("{path}: {mistake}")));
            if text.contains(text::CONTROL) {
                mistakes.push(format!("{path}: a character that has no place in a text"));
            }
            if !is_expected(path) {
                mistakes.push(format!("{path:?} is no file of a client"));
            }
        }
        mistakes
    }

    /// In what the source differs from that of a harmless text, besides literals and docs.
    fn difference(&self, harmless: &Self) -> Option<String> {
        if !self.0.keys().eq(harmless.0.keys()) {
            return Some("there are other files than with a harmless text".to_owned());
        }
        let differs = |(path, text): &(&String, &String)| {
            path.ends_with(".rs") && Skeleton::of(text) != Skeleton::of(&harmless.0[*path])
                || path.ends_with(".toml") && skeleton::keys(text) != skeleton::keys(&harmless.0[*path])
        };
        self.0.iter().find(differs).map(|(path, _)| format!("{path} differs in more than literals and docs"))
    }
}

/// Whether a file may be among those of a client.
fn is_expected(path: &str) -> bool {
    let known = [
        ".gitattributes",
        ".gitignore",
        "Cargo.toml",
        "README.md",
        "clientsmith.toml",
        "src/lib.rs",
        "build.rs",
        Record::FILE,
        Lock::FILE,
    ];
    let is_word = |word: &str| {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (1..=200).contains(&word.len()) && word.bytes().all(is_plain)
    };
    let generated = path.strip_prefix("src/generated/").and_then(|path| path.strip_suffix(".rs"));
    known.contains(&path) || generated.is_some_and(|path| path.split('/').all(is_word))
}
