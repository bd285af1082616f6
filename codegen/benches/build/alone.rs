//! The compiler's time and memory for a client alone, once what it depends on has been built.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use benches::{Measure, Table, measure, name};

use super::{Bench, run, touch};

pub(super) fn table(bench: &Bench, documents: &[PathBuf]) -> Result<Table, Box<dyn Error>> {
    let mut table = Table::new(["`cargo check` of", "by", "lines", "CPU", "wall", "peak memory", "our CPU of its"]);
    for document in documents {
        let client = bench.client(document)?;
        let ours = cost(bench, &client, "clientsmith")?;
        table.row([&[name(document), "clientsmith".to_owned(), lines(&client)][..], &cells(ours)].concat());
        for (peer, program) in &bench.peers {
            let row = match bench.peers_client(peer, program, document) {
                None => vec!["fails".to_owned()],
                Some(client) => match cost(bench, &client, peer.name) {
                    Ok(theirs) => [&[lines(&client)][..], &cells(theirs), &[ours.of(&theirs)]].concat(),
                    Err(_) => vec![lines(&client), "does not compile".to_owned()],
                },
            };
            table.row([name(document), peer.name.to_owned()].into_iter().chain(row));
        }
    }
    Ok(table)
}

fn cost(bench: &Bench, krate: &Path, tool: &str) -> Result<Measure, Box<dyn Error>> {
    let mut command = bench.cargo(krate, &format!("target-{tool}"), &["check", "--lib"]);
    run(&mut command)?;
    touch(krate)?;
    Ok(measure(&command))
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
