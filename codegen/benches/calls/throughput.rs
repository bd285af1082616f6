//! How many calls a second go through one client, when many are on their way at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use benches::Table;

use crate::requests::Caller;
use crate::server::Server;

/// For how long calls are sent at a time, and how often.
const ROUND: Duration = Duration::from_millis(700);
const ROUNDS: usize = 5;

pub(crate) fn print() {
    let server = Server::start();
    let mut table = Table::new(["calls at once", "ours, calls a second", "reqwest by hand", "ratio of time"]);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there is a network");
    for at_once in [1, 16, 256] {
        let callers = ["ours", "reqwest"].map(|who| runtime.block_on(async { Caller::new(who, &server.address) }));
        let mut best = [0.0_f64; 2];
        for _ in 0..ROUNDS {
            for (caller, best) in callers.iter().zip(&mut best) {
                *best = best.max(runtime.block_on(calls_per_second(caller, at_once)));
            }
        }
        let [ours, theirs] = best;
        table.row([at_once.to_string(), format!("{ours:.0}"), format!("{theirs:.0}"), format!("{:.2}", theirs / ours)]);
    }
    println!("{table}");
}

async fn calls_per_second(caller: &Caller, at_once: usize) -> f64 {
    let done = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let tasks = (0..at_once).map(|_| {
        let (caller, done) = (caller.clone(), done.clone());
        tokio::spawn(async move {
            while start.elapsed() < ROUND {
                caller.list().await;
                done.fetch_add(1, Ordering::Relaxed);
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("the calls succeed");
    }
    done.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64()
}
