//! `generate`: a description in, its files and what is said about it out.

mod bless;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clientsmith::Input;
use clientsmith::compare::HeldBack;
use clientsmith::listing::{Style, render};
use clientsmith::record::{Adoption, Item, Kind, Record};
use clientsmith::settings::Settings;
use clientsmith::source::{Description, Folder};

pub use self::bless::{compare_file, compare_folder};

/// What the generator makes of a description.
pub struct Generated {
    /// The files by their paths below `src/generated`; none where the description has an error.
    pub files: BTreeMap<String, String>,
    /// The files that it needs of the runtime, by their paths below `src/runtime`.
    pub runtime: BTreeMap<String, String>,
    /// What the client depends on: the names of crates, and how its manifest asks for them.
    pub dependencies: BTreeMap<String, String>,
    /// The record of the client.
    pub record: Record,
    /// The public API of the client, one line per item without its key.
    pub surface: BTreeSet<String>,
    /// The errors, warnings and notes, as a terminal without colours shows them.
    pub report: String,
    /// The codes of the errors, warnings and notes, in the order of the report.
    pub codes: Vec<&'static str>,
}

/// Generates from the description at a path, by the settings and the record of the same name, if there are some. The path is
/// shown as it is given.
pub fn generate(path: &Path) -> Generated {
    let record = fs::read_to_string(path.with_extension("api"));
    generate_after(path, record.map_or_else(|_| Record::default(), |text| Record::parse(&text).expect("the case has a record")))
}

/// Generates from the description at a path as if it had been generated before, which gave a record.
pub fn generate_after(path: &Path, record: Record) -> Generated {
    generate_adopting(path, record, Adoption::default())
}

/// The same, where some of the record follows the description from now on.
pub fn generate_adopting(path: &Path, record: Record, adoption: Adoption) -> Generated {
    let outcome = clientsmith::generate(&input(path, record, adoption));
    let below = |folder: &str| {
        let tree = outcome.tree.iter().flat_map(|tree| tree.files());
        tree.filter_map(|(path, text)| Some((path.as_str().strip_prefix(folder)?.to_owned(), text.clone()))).collect()
    };
    let manifest = outcome.tree.iter().flat_map(|tree| &tree.lock().facts.manifest);
    let dependencies = manifest.filter_map(|(key, value)| Some((key.strip_prefix("dependencies.")?.to_owned(), value.clone())));
    let surface = outcome.plan.as_ref().map(clientsmith::surface::of).unwrap_or_default();
    let gated = surface.items().filter(|item| !item.features.is_empty());
    let features = gated.map(|item| (item.path.as_str(), item.features.as_slice())).collect();
    let items = surface.items().filter(|item| !matches!(item.kind, Kind::Place | Kind::Argument));
    Generated {
        surface: items.map(|item| line(item, &features)).collect(),
        record: surface.clone(),
        dependencies: dependencies.collect(),
        files: below("src/generated/"),
        runtime: below("src/runtime/"),
        report: render(&outcome.diagnostics, &outcome.sources, Style::Plain),
        codes: outcome.diagnostics.iter().map(|diagnostic| diagnostic.report.code).collect(),
    }
}

/// What is kept when a client that has a record is generated from the description at a path, although the description gives
/// something else.
pub fn held_back(path: &Path, record: Record) -> Vec<HeldBack> {
    clientsmith::generate_and_compare(&input(path, record, Adoption::default())).held_back
}

/// All that a client is generated from.
fn input(path: &Path, record: Record, adoption: Adoption) -> Input {
    let settings = fs::read_to_string(path.with_extension("toml"));
    let settings =
        settings.map_or_else(|_| Settings::new("api.yaml"), |text| Settings::parse(&text).expect("the case has settings"));
    let beside = |name: &String| path.with_file_name(name).to_string_lossy().replace("cases/../", "");
    let overlays: Vec<String> = settings.overlays.iter().map(beside).collect();
    let mut folder = Folder::of(path).with_root(Path::new("diagnostics/overlays"));
    let description = Description::read(&path.to_string_lossy(), &overlays, &settings.limits, &mut folder);
    let settings = Settings { command: "cargo run -- generate".to_owned(), ..settings };
    Input { settings, settings_file: None, description, files: Vec::new(), record, adoption }
}

/// An item of a client's public API: the kind, the path, the type, and the features of it or of the module or type it is in.
fn line(item: &Item, features: &BTreeMap<&str, &[String]>) -> String {
    let around = std::iter::successors(Some(item.path.as_str()), |path| Some(path.rsplit_once("::")?.0));
    let features = around.filter_map(|path| features.get(path)).next().map(|features| format!(" if {}", features.join("|")));
    format!("{} {}: {}{}", item.kind.word(), item.path, item.ty, features.unwrap_or_default())
}
