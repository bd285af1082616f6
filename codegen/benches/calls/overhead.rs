//! How many instructions a whole call takes, as valgrind's `callgrind` counts them.

use std::path::Path;

use benches::Table;

use crate::documents::Chance;
use crate::peer;
use crate::requests::Caller;
use crate::server::Server;
use crate::valgrind::{self, MISSING};

/// What starting up takes is in both counts, and so not in their difference.
const COUNTS: [usize; 2] = [50, 250];

pub(crate) fn print() {
    let server = Server::start();
    let own = |who: &'static str| (who, valgrind::itself(), vec!["--call", who]);
    let peers = peer::programs();
    let peers = peers.iter().map(|program| (program.peer, program.path.clone(), Vec::new()));
    let callers: Vec<_> = [own("ours"), own("reqwest")].into_iter().chain(peers).collect();
    let mut table = Table::new(["a call", "by", "instructions", "ours of its"]);
    for (name, method) in [("a page of 20 records", "GET"), ("a record created", "POST")] {
        let mut ours = None;
        for (who, program, arguments) in &callers {
            let Some(count) = instructions(program, arguments, method, &server.address) else { return println!("{MISSING}") };
            let ours = *ours.get_or_insert(count);
            let ratio = if *who == "ours" { String::new() } else { format!("{:.3}", ours as f64 / count as f64) };
            let who = if *who == "reqwest" { "reqwest by hand" } else { who };
            table.row([name.to_owned(), who.to_owned(), count.to_string(), ratio]);
        }
    }
    println!("{table}");
}

fn instructions(program: &Path, arguments: &[&str], method: &str, address: &str) -> Option<usize> {
    let record = String::from_utf8(record()).expect("JSON is text");
    let counted = |count: usize| {
        let count = count.to_string();
        let arguments = [arguments, &[method, &count, address, &record]].concat();
        let report = valgrind::run("callgrind", &["--callgrind-out-file=/dev/null"], program, &arguments)?;
        Some(valgrind::number(&report, "Collected :"))
    };
    let [few, many] = COUNTS.map(counted);
    Some(many?.saturating_sub(few?) / (COUNTS[1] - COUNTS[0]))
}

fn record() -> Vec<u8> {
    serde_json::to_vec(&Chance::new().record()).expect("a record is JSON")
}

/// In the process that is measured: sends so many calls, one after the other.
pub(crate) fn call(who: &str, method: &str, count: &str, address: &str, record: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("there is a network");
    runtime.block_on(async {
        let caller = Caller::new(who, address);
        for _ in 0..count.parse().unwrap_or(0) {
            if method == "GET" {
                caller.list().await;
            } else {
                caller.create(record.as_bytes()).await;
            }
        }
    });
}
