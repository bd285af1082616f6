//! `generate`: a description in, its files and what is said about it out.

mod bless;

use std::collections::BTreeMap;
use std::path::Path;

use clientsmith::diagnostic::{Diagnostics, Place, Style, render};
use clientsmith::document::Document;
use clientsmith::document::object::{Read, Reading};
use clientsmith::plan::{Header, Recorded};
use clientsmith::source::Sources;
use clientsmith::{api, plan, render};

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
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let files = files(path, &mut sources, &mut diagnostics).unwrap_or_default();
    diagnostics.sort(&sources);
    let codes = diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect();
    Generated { files, report: render(&diagnostics, &sources, Style::Plain), codes }
}

fn files(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<BTreeMap<String, String>> {
    let file = sources.read(path).map_err(|problem| diagnostics.report_at(Place::Nowhere, problem)).ok()?;
    let root = sources.parse(file, diagnostics)?;
    let document = Document::read(&root, &mut Reading { sources, diagnostics })?;
    let api = api::resolve(document, &root, sources, diagnostics);
    let header = Header { source: "api.yaml", command: "cargo run -- generate" };
    let plan = plan::plan(&api, sources, header, &Recorded::default(), diagnostics);
    (!diagnostics.has_errors()).then(|| render::tree(&plan))
}
