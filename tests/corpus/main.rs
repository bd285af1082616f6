//! Each description of a folder becomes a client crate that compiles without a warning, with its first program, and has all operations.
//!
//! `CORPUS=some/folder cargo test -p tests --test corpus -- --ignored --nocapture` prints a line per description. With
//! `EACH_FEATURE=1` each feature of a crate is compiled alone, too.

mod description;

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use clientsmith::Outcome;
use clientsmith::diagnostic::{Allowance, Severity};
use clientsmith::listing::{Style, render};
use clientsmith::project::{Beginning, Wanted};
use tests::child;

use self::description::Description;

#[test]
#[ignore = "needs the variable `CORPUS`: a folder of descriptions"]
fn each_description_becomes_a_client_that_compiles() {
    let corpus = PathBuf::from(env::var_os("CORPUS").expect("`CORPUS` names a folder of descriptions"));
    let descriptions = Description::all_in(&corpus);
    assert!(!descriptions.is_empty(), "there is no description in {}", corpus.display());
    println!("{:40} {:>10} {:>8} {:>8} {:>8}", "description", "operations", "allowed", "untyped", "seconds");
    let failures: Vec<String> = descriptions.iter().filter_map(|description| failure(&corpus, description).err()).collect();
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), descriptions.len(), failures.join("\n"));
}

/// What is wrong with the client of a description.
fn failure(corpus: &Path, description: &Description) -> Result<(), String> {
    let shown = description.path.strip_prefix(corpus).unwrap_or(&description.path).display().to_string();
    let begun = Instant::now();
    let client = Client::begin(description, corpus).map_err(|problem| format!("{shown}: {problem}"))?;
    let seconds = begun.elapsed().as_secs_f64();
    let Client { operations, allowed, untyped, .. } = client;
    println!("{shown:40} {operations:>10} {allowed:>8} {untyped:>8} {seconds:>8.2}");
    if !description.operations.contains(&operations) {
        return Err(format!("{shown}: the description has {:?} operations, and the client {operations}", description.operations));
    }
    client.check().map_err(|problem| format!("{shown}: {problem}"))
}

/// A client crate that was begun.
struct Client {
    folder: PathBuf,
    operations: usize,
    allowed: usize,
    untyped: usize,
}

impl Client {
    /// Begins the client of a description; what can be allowed is, as the diagnostics say.
    fn begin(description: &Description, corpus: &Path) -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus/client");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
        }
        let mut wanted = Wanted {
            description: description.path.clone(),
            output: folder.clone(),
            name: Some("corpus-client".to_owned()),
            copy: false,
            roots: vec![corpus.to_owned()],
            allow: Vec::new(),
        };
        let (_, strict) = generate(&wanted)?;
        wanted.allow = Allowance::of_errors(&strict.diagnostics, &strict.sources);
        let (beginning, outcome) = generate(&wanted)?;
        if outcome.diagnostics.count(Severity::Error) > 0 {
            return Err(render(&outcome.diagnostics, &outcome.sources, Style::Plain));
        }
        beginning.write(&outcome).map_err(|error| error.to_string())?;
        let program = beginning.first_program(&outcome).unwrap_or_default();
        put_example(&folder, &program).map_err(|error| error.to_string())?;
        let untyped = outcome.plan.map_or(0, |plan| plan.untyped.len());
        Ok(Self { folder, operations: outcome.summary.operations, allowed: wanted.allow.len(), untyped })
    }

    /// Compiles the crate and its first program, and each feature alone if that is asked for.
    fn check(&self) -> Result<(), String> {
        self.cargo(&["--examples"])?;
        if env::var_os("EACH_FEATURE").is_some() {
            for feature in self.features()? {
                self.cargo(&["--no-default-features", "--features", &feature])?;
            }
        }
        Ok(())
    }

    fn features(&self) -> Result<Vec<String>, String> {
        let manifest = fs::read_to_string(self.folder.join("Cargo.toml")).map_err(|error| error.to_string())?;
        let manifest: toml_edit::DocumentMut = manifest.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
        let features = manifest["features"].as_table().into_iter().flatten();
        Ok(features.map(|(name, _)| name.to_owned()).filter(|name| name != "default").collect())
    }

    fn cargo(&self, arguments: &[&str]) -> Result<(), String> {
        let mut cargo = child::cargo(env!("CARGO_TARGET_TMPDIR"), &self.folder);
        cargo.args(["check", "--lib", "--quiet", "--message-format=short"]).args(arguments);
        let output = child::output(cargo.env("RUSTFLAGS", "-D warnings"));
        let complaint = String::from_utf8_lossy(&output.stderr);
        if output.status.success() { Ok(()) } else { Err(format!("cargo check {}\n{complaint}", arguments.join(" "))) }
    }
}

/// Makes a program an example of a crate.
fn put_example(folder: &Path, program: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder.join("examples"))?;
    fs::write(folder.join("examples/first.rs"), program)?;
    let manifest = folder.join("Cargo.toml");
    let tokio = "[dev-dependencies]\ntokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }\n";
    fs::write(&manifest, format!("{}\n{tokio}", fs::read_to_string(&manifest)?))
}

fn generate(wanted: &Wanted) -> Result<(Beginning, Outcome), String> {
    let beginning = Beginning::of(wanted).map_err(|error| error.to_string())?;
    let outcome = beginning.project().generate();
    Ok((beginning, outcome))
}
