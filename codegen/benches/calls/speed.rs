//! How long decoding and encoding take, beside serde's derives in the same process.

use std::time::{Duration, Instant};

use benches::Table;

use crate::cases::{CASES, Case, Timed, Ways};

/// For how long each case is repeated.
const PATIENCE: Duration = Duration::from_millis(1500);

pub(crate) fn print() {
    let mut decoding = Table::new(["decoding", "bytes", "ours, µs", "derive, µs", "ratio"]);
    let mut encoding = Table::new(["encoding", "bytes", "ours, µs", "derive, µs", "ratio"]);
    for case in &CASES {
        decoding.row(row(case, |ways| ways.decode));
        encoding.row(row(case, |ways| ways.encode));
    }
    println!("{decoding}\n{encoding}");
}

/// The best of many runs, by turns, so that whatever else the machine does hits both.
fn row(case: &Case, way: fn(Ways) -> Timed) -> [String; 5] {
    let (client, derived) = (way(case.client), way(case.derived));
    let body = (case.body)();
    let mut best = [Duration::MAX; 2];
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        best = [best[0].min(client(&body)), best[1].min(derived(&body))];
    }
    let [ours, theirs] = best.map(|time| time.as_nanos() as f64 / 1000.0);
    [case.name.to_owned(), body.len().to_string(), format!("{ours:.1}"), format!("{theirs:.1}"), format!("{:.2}", ours / theirs)]
}
