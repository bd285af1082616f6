//! The clients of the peers: for each a program in `peers`, which is built here and sends the calls that are measured.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use benches::{Peer, installed};
use tempfile::TempDir;

const MANIFEST: &str = "\
[package]
name = \"program\"
version = \"0.1.0\"
edition = \"2024\"

[workspace]

[dependencies]
client = { path = \"client\" }
reqwest = { version = \"0.13\", default-features = false }
serde_json = \"1\"
tokio = { version = \"1\", features = [\"macros\", \"rt\"] }
";

/// A peer's program. It takes a method, how often to call, the server's address, and a record.
pub(crate) struct PeerProgram {
    pub(crate) peer: &'static str,
    pub(crate) path: PathBuf,
    _folder: TempDir,
}

/// The programs of the peers that `PEERS` has.
pub(crate) fn programs() -> Vec<PeerProgram> {
    installed().into_iter().filter_map(|(peer, program)| build(peer, &program)).collect()
}

/// Nothing if there is no program for a peer; that one does not build is said.
fn build(peer: &Peer, generator: &Path) -> Option<PeerProgram> {
    let calls = Path::new(env!("CARGO_MANIFEST_DIR")).join("calls");
    let source = fs::read_to_string(calls.join("peers").join(peer.name).with_extension("rs")).ok()?;
    let folder = tempfile::tempdir().expect("there is room for a temporary folder");
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("there is room for a program");
    fs::create_dir(folder.path().join("src")).expect("there is room for a folder");
    write("src/main.rs", &source);
    write("Cargo.toml", MANIFEST);
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--release", "--quiet", "--target-dir", "target"]).env("RUSTFLAGS", "--cap-lints=warn");
    let commands = [peer.command(generator, &calls.join("api.yaml"), &folder.path().join("client")), cargo];
    for mut command in commands {
        let output = command.current_dir(folder.path()).stdin(Stdio::null()).output().expect("the program is there");
        if !output.status.success() {
            println!("{} fails: {}\n", peer.name, String::from_utf8_lossy(&output.stderr));
            return None;
        }
    }
    Some(PeerProgram { peer: peer.name, path: folder.path().join("target/release/program"), _folder: folder })
}
