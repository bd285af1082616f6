//! How many instructions a whole call takes, as valgrind's `callgrind` counts them.

use benches::Table;

use crate::documents::Chance;
use crate::requests::Caller;
use crate::server::Server;
use crate::valgrind::{self, MISSING};

/// What starting up takes is in both counts, and so not in their difference.
const COUNTS: [usize; 2] = [50, 250];

pub(crate) fn print() {
    let server = Server::start();
    let mut table = Table::new(["instructions of a call", "ours", "reqwest by hand", "ratio"]);
    for (name, method) in [("a page of 20 records", "GET"), ("a record created", "POST")] {
        let mut cells = vec![name.to_owned()];
        let [Some(ours), Some(theirs)] = ["ours", "reqwest"].map(|who| instructions(who, method, &server.address)) else {
            return println!("{MISSING}");
        };
        cells.extend([ours.to_string(), theirs.to_string(), format!("{:.3}", ours as f64 / theirs as f64)]);
        table.row(cells);
    }
    println!("{table}");
}

fn instructions(who: &str, method: &str, address: &str) -> Option<usize> {
    let counted = |count: usize| {
        let report = valgrind::run(
            "callgrind",
            &["--callgrind-out-file=/dev/null"],
            &["--call", who, method, &count.to_string(), address],
        )?;
        Some(valgrind::number(&report, "Collected :"))
    };
    let [few, many] = COUNTS.map(counted);
    Some(many?.saturating_sub(few?) / (COUNTS[1] - COUNTS[0]))
}

/// In the process that is measured: sends so many calls, one after the other.
pub(crate) fn call(who: &str, method: &str, count: &str, address: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("there is a network");
    let record = serde_json::to_vec(&Chance::new().record()).expect("a record is JSON");
    runtime.block_on(async {
        let caller = Caller::new(who, address);
        for _ in 0..count.parse().unwrap_or(0) {
            if method == "GET" {
                caller.list().await;
            } else {
                caller.create(&record).await;
            }
        }
    });
}
