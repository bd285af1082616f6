//! `Client`: a client crate that is generated again whenever its description changes.

use std::path::{Path, PathBuf};
use std::{fs, io};

use clientsmith::Project;
use clientsmith::diagnostic::{Allowance, Severity};
use clientsmith::listing::{Style, render};
use clientsmith::project::{Beginning, Wanted};
use clientsmith::record::Record;
use clientsmith::settings::Settings;
use tests::child;

/// A client crate, and beside it the description.
pub(crate) struct Client {
    folder: PathBuf,
    description: PathBuf,
}

impl Client {
    /// Begins the client of a description, in a folder of the given name for temporary files.
    pub(crate) fn begin(name: &str, description: &Path) -> Result<Self, String> {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("evolution").join(name);
        if place.exists() {
            fs::remove_dir_all(&place).map_err(said)?;
        }
        fs::create_dir_all(&place).map_err(said)?;
        let file = place.join("api").with_extension(description.extension().unwrap_or_default());
        let client = Self { folder: place.join("client"), description: file };
        fs::copy(description, &client.description).map_err(said)?;
        client.write_new()?;
        Ok(client)
    }

    /// Writes the new crate; errors of the description that can be allowed are allowed.
    fn write_new(&self) -> Result<(), String> {
        let mut wanted = Wanted {
            description: self.description.clone(),
            output: self.folder.clone(),
            name: Some("client".to_owned()),
            copy: false,
            roots: Vec::new(),
            allow: Vec::new(),
        };
        let strict = Beginning::of(&wanted).map_err(said)?.project().generate();
        wanted.allow = Allowance::of_errors(&strict.diagnostics, &strict.sources);
        let beginning = Beginning::of(&wanted).map_err(said)?;
        let outcome = beginning.project().generate();
        if outcome.diagnostics.count(Severity::Error) > 0 {
            return Err(render(&outcome.diagnostics, &outcome.sources, Style::Plain));
        }
        beginning.write(&outcome).map_err(said)
    }

    /// Generates the client again after its description has changed to that in a file.
    pub(crate) fn update(&self, description: &Path) -> Result<(), String> {
        self.update_text(&fs::read_to_string(description).map_err(said)?)
    }

    /// Generates the client again after its description has changed to a text.
    pub(crate) fn update_text(&self, description: &str) -> Result<(), String> {
        fs::write(&self.description, description).map_err(said)?;
        let strict = self.project(&[])?.generate();
        let allow = Allowance::of_errors(&strict.diagnostics, &strict.sources);
        self.project(&allow)?.write().map_err(said)?;
        Ok(())
    }

    /// The client with settings that allow some errors.
    fn project(&self, allow: &[Allowance]) -> Result<Project, String> {
        let settings = self.folder.join(Settings::FILE);
        let description = self.description.file_name().unwrap_or_default().to_string_lossy();
        fs::write(&settings, Settings::text(&format!("../{description}"), &[], allow)).map_err(said)?;
        Project::read(&settings).map_err(said)
    }

    /// Whether the crate is as the generator would write it now.
    pub(crate) fn is_fresh(&self) -> bool {
        let project = Project::read(self.folder.join(Settings::FILE)).expect("the crate was just written");
        let tree = project.generate().tree.expect("the description was just generated from");
        tree.check(&self.folder).expect("the crate can be read").is_none()
    }

    /// The record of the crate.
    pub(crate) fn record(&self) -> Record {
        let text = fs::read_to_string(self.folder.join(Record::FILE)).expect("the crate has a record");
        Record::parse(&text).expect("what the generator wrote can be read")
    }

    /// Writes programs as examples of the crate, and compiles them with exactly the given features of it.
    ///
    /// # Errors
    ///
    /// Returns what the compiler says, a line per error.
    pub(crate) fn compile(&self, programs: &[(String, String)], features: &[&str]) -> Result<(), String> {
        let examples = self.folder.join("examples");
        if examples.exists() {
            fs::remove_dir_all(&examples).map_err(said)?;
        }
        fs::create_dir_all(&examples).map_err(said)?;
        for (name, text) in programs {
            fs::write(examples.join(name).with_extension("rs"), text).map_err(said)?;
        }
        let mut cargo = child::cargo(env!("CARGO_TARGET_TMPDIR"), &self.folder);
        cargo.args(["check", "--examples", "--quiet", "--message-format=short", "--keep-going", "--no-default-features"]);
        let output = child::output(cargo.args(["--features", &features.join(",")]));
        if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
    }
}

fn said(error: impl ToString) -> String {
    error.to_string()
}

/// The entries of a folder in the order of their names.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
