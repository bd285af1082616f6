//! Generation beside its peers, a second run beside the first, and one description repeated: processor time, time and memory.
//!
//! `CORPUS` is a folder with descriptions, of which `DOCUMENTS` (`github.json openai.yaml stripe.yaml`) are taken; without it, a
//! description of our own is. `PEERS` is where `cargo install --root $PEERS` has put the peers.

mod description;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use benches::{Measure, Table, corpus, generator, installed, measure, name};
use tempfile::TempDir;

/// How often a command runs; the fastest run counts, for the others had to share the machine.
const RUNS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    Measure::of_this_process();
    let bench = Bench { generator: generator()?, folder: tempfile::tempdir()? };
    let documents = bench.documents()?;
    bench.peers(&documents);
    bench.second_run(&documents);
    bench.growth()
}

struct Bench {
    generator: PathBuf,
    /// Where everything is written.
    folder: TempDir,
}

impl Bench {
    fn documents(&self) -> Result<Vec<PathBuf>, Box<dyn Error>> {
        corpus().transpose()?.map_or_else(|| Ok(vec![self.repeated(8)?]), Ok)
    }

    /// Our own description, repeated under other names.
    fn repeated(&self, times: usize) -> Result<PathBuf, Box<dyn Error>> {
        let path = self.folder.path().join(format!("repeated-{times}.json"));
        fs::write(&path, description::repeated(times))?;
        Ok(path)
    }

    /// The fastest of some runs, each of which begins without what the one before wrote.
    fn fastest(&self, command: impl Fn(&Path) -> Command) -> Measure {
        let output = self.folder.path().join("output");
        let runs = (0..RUNS).map(|_| {
            // What is not there need not go.
            let _ = fs::remove_dir_all(&output);
            measure(&command(&output))
        });
        runs.min_by_key(|run| (!run.is_success, run.processor)).unwrap_or_default()
    }

    fn new_client(&self, document: &Path) -> Measure {
        self.fastest(|output| {
            let mut command = Command::new(&self.generator);
            command.arg("new").arg(document).args(["--name", "client", "--out"]).arg(output);
            command
        })
    }

    fn peers(&self, documents: &[PathBuf]) {
        let mut table =
            Table::new(["document", "generator", "CPU", "wall", "peak memory", "our CPU of its", "our memory of its"]);
        let peers = installed();
        for document in documents {
            let ours = self.new_client(document);
            table.row([name(document), "clientsmith".to_owned(), ours.processor_time(), ours.wall_time(), ours.peak()]);
            for (peer, program) in &peers {
                let theirs = self.fastest(|output| peer.command(program, document, output));
                let row = if theirs.is_success {
                    let memory = ours.memory as f64 / theirs.memory as f64;
                    let cost = [theirs.processor_time(), theirs.wall_time(), theirs.peak()];
                    [&cost[..], &[ours.of(&theirs), format!("{memory:.2}")]].concat()
                } else {
                    vec!["fails".to_owned()]
                };
                table.row([name(document), peer.name.to_owned()].into_iter().chain(row));
            }
        }
        println!("{table}");
    }

    fn second_run(&self, documents: &[PathBuf]) {
        let mut table = Table::new(["document", "run", "CPU", "wall", "peak memory", "CPU of the first", "wall of the first"]);
        for document in documents {
            self.new_client(document);
            let client = self.folder.path().join("output");
            let run = |verb: &str| {
                let mut command = Command::new(&self.generator);
                measure(command.arg(verb).current_dir(&client))
            };
            // `new` is the first that writes, but it is `generate` that the second run repeats.
            let first = run("generate");
            // The record is read twice, and each item of it compared.
            let compared = || measure(Command::new(&self.generator).args(["diff", ".", "."]).current_dir(&client));
            let others = [("second `generate`", run("generate")), ("`check`", run("check")), ("`diff` with itself", compared())];
            for (label, cost) in [("first `generate`", first)].into_iter().chain(others) {
                let of_first = |part: f64, whole: f64| format!("{:.2}", part / whole);
                table.row([
                    name(document),
                    label.to_owned(),
                    cost.processor_time(),
                    cost.wall_time(),
                    cost.peak(),
                    of_first(cost.processor.as_secs_f64(), first.processor.as_secs_f64()),
                    of_first(cost.wall.as_secs_f64(), first.wall.as_secs_f64()),
                ]);
            }
        }
        println!("{table}");
    }

    fn growth(&self) -> Result<(), Box<dyn Error>> {
        let mut table = Table::new(["repetitions", "CPU", "CPU of each", "of the CPU of each of one", "wall", "peak memory"]);
        let mut one = None;
        for times in [1, 2, 4, 8, 16] {
            let cost = self.new_client(&self.repeated(times)?);
            let each = cost.processor.as_secs_f64() / times as f64;
            let one = *one.get_or_insert(each);
            table.row([
                times.to_string(),
                cost.processor_time(),
                format!("{each:.3} s"),
                format!("{:.2}", each / one),
                cost.wall_time(),
                cost.peak(),
            ]);
        }
        println!("{table}");
        Ok(())
    }
}
