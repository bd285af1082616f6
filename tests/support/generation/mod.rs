//! `generate`: a description in, its files and what is said about it out.

mod bless;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clientsmith::diagnostic::{Diagnostics, Place, Style, render};
use clientsmith::settings::Settings;
use clientsmith::source::Sources;
use clientsmith::{Input, InputFile};

pub use self::bless::{compare_file, compare_folder};

/// What the generator makes of a description.
pub struct Generated {
    /// The files by their paths below `src/generated`; none where the description has an error.
    pub files: BTreeMap<String, String>,
    /// The errors, warnings and notes, as a terminal without colours shows them.
    pub report: String,
    /// The codes of the errors, warnings and notes, in the order of the report.
    pub codes: Vec<&'static str>,
}

/// Generates from the description at a path. The path is shown as it is given.
pub fn generate(path: &Path) -> Generated {
    let Ok(bytes) = fs::read(path) else { return unreadable(path) };
    let shown = path.to_string_lossy().replace('\\', "/");
    let settings = fs::read_to_string(path.with_extension("toml"));
    let settings =
        settings.map_or_else(|_| Settings::new("api.yaml"), |text| Settings::parse(&text).expect("the case has settings"));
    let input = Input {
        settings: Settings { command: "cargo run -- generate".to_owned(), ..settings },
        settings_file: None,
        files: vec![InputFile { path: shown, recorded_path: "api.yaml".to_owned(), bytes }],
        lock: None,
    };
    let outcome = clientsmith::generate(&input);
    let tree = outcome.tree.iter().flat_map(|tree| tree.files());
    let generated =
        tree.filter_map(|(path, text)| Some((path.as_str().strip_prefix("src/generated/")?.to_owned(), text.clone())));
    Generated { files: generated.collect(), ..report(&outcome.diagnostics, &outcome.sources) }
}

/// What is said of a file that is not there.
fn unreadable(path: &Path) -> Generated {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    if let Err(problem) = sources.read(path) {
        diagnostics.report_at(Place::Nowhere, problem);
    }
    report(&diagnostics, &sources)
}

fn report(diagnostics: &Diagnostics, sources: &Sources) -> Generated {
    let codes = diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect();
    Generated { files: BTreeMap::new(), report: render(diagnostics, sources, Style::Plain), codes }
}
