//! `Peer`: another generator of Rust clients, and how it is called.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Another generator.
pub struct Peer {
    /// What it calls itself.
    pub name: &'static str,
    /// Its program.
    program: &'static str,
    /// Its arguments, in which `SPEC` and `OUT` stand for paths.
    arguments: &'static [&'static str],
}

/// Those that are measured.
const PEERS: &[Peer] = &[
    Peer { name: "ploidy", program: "ploidy", arguments: &["generate", "rust", "SPEC", "-o", "OUT", "--name", "client"] },
    Peer { name: "oas3-gen", program: "oas3-gen", arguments: &["generate", "client-mod", "-w", "-i", "SPEC", "-o", "OUT"] },
    Peer {
        name: "progenitor",
        program: "cargo-progenitor",
        arguments: &["progenitor", "-i", "SPEC", "-o", "OUT", "-n", "client", "-v", "0.1.0", "--interface", "builder"],
    },
];

/// The peers that the folder `PEERS` has, with their programs. Those that it lacks are told, since they will be missing.
pub fn installed() -> Vec<(&'static Peer, PathBuf)> {
    let folder = env::var_os("PEERS").map(PathBuf::from);
    let found = |peer: &Peer| peer.program(folder.as_deref()?);
    for peer in PEERS.iter().filter(|peer| found(peer).is_none()) {
        println!("{} is not measured: it is not in $PEERS/bin.\n", peer.name);
    }
    PEERS.iter().filter_map(|peer| Some((peer, found(peer)?))).collect()
}

impl Peer {
    /// Where it is installed below a folder, if it is.
    fn program(&self, folder: &Path) -> Option<PathBuf> {
        let path = folder.join("bin").join(self.program);
        path.is_file().then_some(path)
    }

    /// The command that writes a client for a document.
    pub fn command(&self, program: &Path, document: &Path, output: &Path) -> Command {
        let mut command = Command::new(program);
        for argument in self.arguments {
            match *argument {
                "SPEC" => command.arg(document),
                "OUT" => command.arg(output),
                argument => command.arg(argument),
            };
        }
        command
    }
}
