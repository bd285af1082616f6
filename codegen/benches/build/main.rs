//! What clients cost to build, beside those of the peers.
//!
//! `CORPUS` is a folder with descriptions, of which `DOCUMENTS` (`github.json openai.yaml stripe.yaml`) are taken; without it, the
//! repository's own is. `PEERS` is where `cargo install --root $PEERS` has put the peers.

mod alone;
mod feature;
mod program;

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use benches::{Measure, Peer, corpus, generator, installed};
use tempfile::TempDir;

fn main() -> Result<(), Box<dyn Error>> {
    Measure::of_this_process();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../api-spec/openapi.yaml");
    let bench = Bench { generator: generator()?, peers: installed(), folder: tempfile::tempdir()? };
    let documents = corpus().transpose()?.unwrap_or_else(|| vec![own.clone()]);
    println!("{}", alone::table(&bench, &documents)?);
    println!("{}", program::table(&bench, &documents)?);
    println!("{}", feature::table(&bench, &own)?);
    Ok(())
}

struct Bench {
    generator: PathBuf,
    /// The peers that are there, with their programs.
    peers: Vec<(&'static Peer, PathBuf)>,
    /// Where everything is written and built.
    folder: TempDir,
}

impl Bench {
    /// A folder that is not there yet.
    fn fresh(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        // What is not there need not go.
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    /// Writes our client of a document.
    fn client(&self, document: &Path) -> Result<PathBuf, Box<dyn Error>> {
        let client = self.fresh("client");
        let mut command = Command::new(&self.generator);
        run(command.arg("new").arg(document).args(["--name", "client", "--out"]).arg(&client))?;
        Ok(client)
    }

    /// A peer's client of a document, if it writes one.
    fn peers_client(&self, peer: &Peer, program: &Path, document: &Path) -> Option<PathBuf> {
        let output = self.fresh("peer");
        run(&mut peer.command(program, document, &output)).is_ok().then_some(output)
    }

    /// A command of cargo in a folder, with a folder of its own for what is built.
    fn cargo(&self, folder: &Path, target: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).arg("--quiet").current_dir(folder);
        command.env("CARGO_TARGET_DIR", self.folder.path().join(target));
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints=warn");
        command
    }
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} fails").into()) }
}

/// Makes cargo build a crate again.
fn touch(krate: &Path) -> Result<(), Box<dyn Error>> {
    File::options().append(true).open(krate.join("src/lib.rs"))?.set_modified(SystemTime::now())?;
    Ok(())
}
