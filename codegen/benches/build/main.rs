//! What clients cost to build, beside those of the peers: the compiler's time and memory for the client alone, once what it depends
//! on has been built.
//!
//! `CORPUS` is a folder with descriptions, of which `DOCUMENTS` (`github.json openai.yaml stripe.yaml`) are taken; without it, the
//! repository's own is. `PEERS` is where `cargo install --root $PEERS` has put the peers.

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use benches::{Measure, PEERS, Table, corpus, generator, measure, name};
use tempfile::TempDir;

fn main() -> Result<(), Box<dyn Error>> {
    Measure::of_this_process();
    let own = || vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../api-spec/openapi.yaml")];
    let documents = corpus().transpose()?.unwrap_or_else(own);
    let bench = Bench { generator: generator()?, folder: tempfile::tempdir()? };
    bench.peers(&documents)?;
    bench.builds(&documents)
}

struct Bench {
    generator: PathBuf,
    /// Where everything is written and built.
    folder: TempDir,
}

impl Bench {
    fn client(&self, document: &Path) -> Result<PathBuf, Box<dyn Error>> {
        let client = self.folder.path().join("client");
        // What is not there need not go.
        let _ = fs::remove_dir_all(&client);
        let mut command = Command::new(&self.generator);
        run(command.arg("new").arg(document).args(["--name", "client", "--out"]).arg(&client))?;
        Ok(client)
    }

    fn peers(&self, documents: &[PathBuf]) -> Result<(), Box<dyn Error>> {
        let mut table = Table::new(["`cargo check` of", "by", "lines", "CPU", "wall", "peak memory", "our CPU of its"]);
        let peers = env::var_os("PEERS").map(PathBuf::from);
        for document in documents {
            let client = self.client(document)?;
            let ours = self.cost(&client, "clientsmith", &["check"])?;
            table.row([&[name(document), "clientsmith".to_owned(), lines(&client)][..], &cells(ours)].concat());
            for peer in PEERS {
                let Some(program) = peers.as_deref().and_then(|folder| peer.program(folder)) else { continue };
                let output = self.folder.path().join("peer");
                let _ = fs::remove_dir_all(&output);
                let generated = run(&mut peer.command(&program, document, &output)).is_ok();
                let row = match self.cost(&output, peer.name, &["check"]) {
                    Ok(theirs) if generated => [&[lines(&output)][..], &cells(theirs), &[ours.of(&theirs)]].concat(),
                    _ if generated => vec![lines(&output), "does not compile".to_owned()],
                    _ => vec!["fails".to_owned()],
                };
                table.row([name(document), peer.name.to_owned()].into_iter().chain(row));
            }
        }
        println!("{table}");
        Ok(())
    }

    /// Other ways to build our own clients.
    fn builds(&self, documents: &[PathBuf]) -> Result<(), Box<dyn Error>> {
        let mut table = Table::new(["client of", "command", "CPU", "wall", "peak memory"]);
        for document in documents {
            let client = self.client(document)?;
            let group = group(&client)?.map(|group| format!("check --no-default-features --features {group}"));
            for command in [Some("build".to_owned()), Some("build --release".to_owned()), group].into_iter().flatten() {
                let cost = self.cost(&client, "clientsmith", &command.split(' ').collect::<Vec<_>>())?;
                table.row([&[name(document), format!("`cargo {command}`")][..], &cells(cost)].concat());
            }
        }
        println!("{table}");
        Ok(())
    }

    /// What the crate in a folder costs alone.
    fn cost(&self, krate: &Path, tool: &str, arguments: &[&str]) -> Result<Measure, Box<dyn Error>> {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).args(["--lib", "--quiet"]).current_dir(krate);
        command.env("CARGO_TARGET_DIR", self.folder.path().join(format!("target-{tool}")));
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints=warn");
        run(&mut command)?;
        File::options().append(true).open(krate.join("src/lib.rs"))?.set_modified(SystemTime::now())?;
        Ok(measure(&command))
    }
}

/// The first feature of a group of calls, if there are any.
fn group(client: &Path) -> Result<Option<String>, Box<dyn Error>> {
    let manifest = fs::read_to_string(client.join("Cargo.toml"))?;
    let features = manifest.lines().skip_while(|line| *line != "[features]").skip(1).take_while(|line| !line.starts_with('['));
    let names = features.filter_map(|line| Some(line.split_once(" = ")?.0));
    Ok(names.filter(|name| !["default", "reqwest"].contains(name)).map(str::to_owned).next())
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} fails").into()) }
}

fn cells(cost: Measure) -> Vec<String> {
    vec![cost.processor_time(), cost.wall_time(), cost.peak()]
}

/// The lines of all Rust below a folder.
fn lines(folder: &Path) -> String {
    let mut count = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(entries) = folders.pop().and_then(|folder| fs::read_dir(folder).ok()) {
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                count += fs::read_to_string(path).map_or(0, |text| text.lines().count());
            }
        }
    }
    count.to_string()
}
