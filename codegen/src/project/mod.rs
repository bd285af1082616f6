//! `Project`: a settings file and the files it names, read from the disk.

mod amending;
mod baseline;
mod beginning;
mod comparing;
mod error;
mod latest;
mod library;
mod past;
mod place;
mod renaming;
mod revision;
mod side;
mod workspace;

pub use amending::Amending;
pub use beginning::{Beginning, Wanted};
pub use comparing::{Comparing, Obstacle};
pub use error::ProjectError;
pub use latest::Latest;
pub use renaming::Renaming;
pub use side::Side;

use std::env;
use std::path::{Path, PathBuf};

use self::library::Library;
use crate::listing::{self, Style};
use crate::record::Record;
use crate::settings::{Settings, package_name};
use crate::source::Description;
use crate::tree::{Drift, Fingerprint, Lock, Tree, Written, disk};
use crate::{Input, InputFile, Outcome};

/// A client to generate: its settings, description and record on the disk.
///
/// The build script of a crate that keeps its client out of its sources reads
///
/// ```no_run
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     clientsmith::Project::read("clientsmith.toml")?.build()?;
///     Ok(())
/// }
/// ```
///
/// and the root of the crate, `src/lib.rs` or `src/main.rs`, takes the client in as its modules `generated` and `runtime`
/// (the crate depends on the crates they use: `bytes`, `futures-core`, `http`, `httpdate`, `percent-encoding`, `serde`, `serde_json`,
/// and for the default transport has a feature `reqwest-without-tls` with `http-body`, `reqwest` and `tokio`):
///
/// ```text
/// include!(concat!(env!("OUT_DIR"), "/client.rs"));
///
/// pub use generated::{models, operations};
/// ```
#[derive(Clone, Debug)]
pub struct Project {
    input: Input,
    output: PathBuf,
}

impl Project {
    /// Reads a settings file, the description it names, and the record of the client crate.
    ///
    /// # Errors
    ///
    /// Returns an error if one of the files cannot be read or is invalid. Problems in the description itself are found by
    /// [`Project::generate`].
    pub fn read(settings: impl AsRef<Path>) -> Result<Self, ProjectError> {
        let settings = settings.as_ref();
        Self::of(settings, disk::read(settings)?, None, None)
    }

    /// Reads the files that settings name, for a crate that may not exist yet, with an overlay that is not written yet.
    fn of(
        settings_path: &Path,
        settings_bytes: Vec<u8>,
        name: Option<String>,
        planned: Option<(&Path, &str)>,
    ) -> Result<Self, ProjectError> {
        let settings_text = String::from_utf8_lossy(&settings_bytes);
        let settings_error = |error| ProjectError::Settings { path: settings_path.to_owned(), error };
        let mut settings = Settings::parse(&settings_text).map_err(settings_error)?;
        let folder = settings_path.parent().unwrap_or(Path::new(""));
        let output = output_of(&settings, settings_path);
        if settings.name.is_none() {
            settings.name = Some(name.map_or_else(|| name_in(&output.join("Cargo.toml")), Ok)?);
        }
        let description = place::normalized(&folder.join(&settings.description));
        let mut library = Library::new(&description, &output, &settings.limits)?;
        for root in &settings.roots {
            library = library.with_root(&place::normalized(&folder.join(root)))?;
        }
        let overlays: Vec<PathBuf> = settings.overlays.iter().map(|path| place::normalized(&folder.join(path))).collect();
        for overlay in &overlays {
            library = match planned {
                Some((path, text)) if path == overlay => library.with_text(overlay, text),
                _ => library.with_file(overlay)?,
            };
        }
        let overlays: Vec<String> = overlays.iter().map(|path| place::shown(path)).collect();
        let description = Description::read(&place::shown(&description), &overlays, &settings.limits, &mut library);
        let files = library.into_files()?;
        let settings_file = Some(input_file(settings_path, &settings_bytes, &output)?);
        let (record, adoption) = baseline::read(&settings, settings_path, &output)?;
        Ok(Self { input: Input { settings, settings_file, description, files, record, adoption }, output })
    }

    /// Lets the items at the addresses follow the description instead of the record: keys, Rust paths or `all`.
    #[must_use]
    pub fn adopting(mut self, addresses: &[String]) -> Self {
        self.input.adoption.addresses.extend_from_slice(addresses);
        self
    }

    /// Returns the settings, including the crate's name.
    pub fn settings(&self) -> &Settings {
        &self.input.settings
    }

    /// Returns the folder of the client crate.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// Generates the client in memory.
    pub fn generate(&self) -> Outcome {
        crate::generate(&self.input)
    }

    /// Generates the client in memory and finds the decisions that are held back.
    pub fn generate_and_compare(&self) -> Outcome {
        crate::generate_and_compare(&self.input)
    }

    /// Generates the client and updates its crate.
    ///
    /// # Errors
    ///
    /// Returns an error if the description has errors or a file cannot be written.
    pub fn write(&self) -> Result<Written, ProjectError> {
        Ok(tree_of(self.generate())?.write(&self.output)?)
    }

    /// Generates the client in memory and compares it with its crate.
    ///
    /// # Errors
    ///
    /// Returns an error if the description has errors or a file cannot be read.
    pub fn check(&self) -> Result<Drift, ProjectError> {
        Ok(tree_of(self.generate())?.check(&self.output)?)
    }

    /// Generates the client into `OUT_DIR`, for a build script.
    ///
    /// Tells cargo to rerun the script when one of the read files changes, and reports warnings to it.
    ///
    /// # Errors
    ///
    /// Returns an error if the description has errors, a file cannot be written, or cargo does not run this program.
    pub fn build(&self) -> Result<(), ProjectError> {
        let out_dir = env::var_os("OUT_DIR").map(PathBuf::from).ok_or(ProjectError::NoBuildScript)?;
        self.rerun_if_changed();
        // The surrounding crate declares its own features.
        let mut input = self.input.clone();
        input.settings.features = false;
        let outcome = crate::generate(&input);
        if outcome.tree.is_some() && !outcome.diagnostics.is_empty() {
            let warnings = listing::render(&outcome.diagnostics, &outcome.sources, Style::Plain);
            warnings.lines().for_each(|line| println!("cargo::warning={line}"));
        }
        tree_of(outcome)?.write(&out_dir)?;
        Ok(disk::write_if_changed(&out_dir.join("client.rs"), INCLUDED)?)
    }

    /// Tells cargo which files the client depends on.
    pub fn rerun_if_changed(&self) {
        for file in self.input.settings_file.iter().chain(&self.input.files) {
            println!("cargo::rerun-if-changed={}", file.path);
        }
        let recorded = [Record::FILE, Lock::FILE].map(|name| self.output.join(name));
        for path in recorded.iter().filter(|path| path.exists()) {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
}

/// Returns the path of a crate's file for messages: normalized, with `/` as separator.
pub fn shown_below(folder: &Path, path: &str) -> String {
    place::shown(&place::normalized(&folder.join(path)))
}

/// Returns the text for `include!`; paths are relative to the file that contains it.
const INCLUDED: &str = "\
#[doc(hidden)]
#[path = \"src/runtime/mod.rs\"]
pub mod runtime;

#[path = \"src/generated/mod.rs\"]
pub mod generated;
";

fn tree_of(outcome: Outcome) -> Result<Tree, ProjectError> {
    let Outcome { tree, diagnostics, sources, .. } = outcome;
    tree.ok_or_else(|| ProjectError::Description(listing::render(&diagnostics, &sources, Style::Plain)))
}

fn input_file(path: &Path, bytes: &[u8], output: &Path) -> Result<InputFile, ProjectError> {
    let recorded_path = place::relative(output, path).map_err(disk::failed("find", path))?;
    Ok(InputFile { path: place::shown(path), recorded_path, fingerprint: Fingerprint::of(bytes) })
}

/// Returns the folder of the client crate.
fn output_of(settings: &Settings, settings_path: &Path) -> PathBuf {
    let folder = settings_path.parent().unwrap_or(Path::new(""));
    settings.output.as_ref().map_or_else(|| folder.to_owned(), |output| place::normalized(&folder.join(output)))
}

fn name_in(manifest: &Path) -> Result<String, ProjectError> {
    let text = disk::read_text_if_present(manifest)?;
    let name = text.as_deref().and_then(package_name);
    name.ok_or_else(|| ProjectError::Nameless { manifest: manifest.to_owned() })
}
