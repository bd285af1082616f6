//! What a downstream crate waits for from nothing with each set of features.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use benches::{Table, measure};

use super::{Bench, run};

/// Sets of features, the largest first.
const SETS: [&str; 3] = ["reqwest", "reqwest-without-tls", ""];

pub(super) fn table(bench: &Bench, document: &Path) -> Result<Table, Box<dyn Error>> {
    let client = bench.client(document)?;
    let mut table =
        Table::new(["features of the client", "packages", "cold debug build, CPU", "wall", "cold `cargo check`, CPU"]);
    for features in SETS {
        let with = ["--no-default-features", "--features", features];
        let cargo = |command: &[&str]| bench.cargo(&client, "target-feature", &[command, &with].concat());
        // What is downloaded is not to count.
        run(&mut bench.cargo(&client, "target-feature", &["fetch"]))?;
        let packages = packages(&cargo(&["tree", "--prefix", "none", "--edges", "normal,build"]).output()?.stdout);
        let cold = |command: &str| {
            bench.fresh("target-feature");
            measure(&cargo(&[command]))
        };
        let (build, check) = (cold("build"), cold("check"));
        let name = if features.is_empty() { "none: a transport of one's own" } else { features };
        let times = [build.processor_time(), build.wall_time(), check.processor_time()];
        table.row([name.to_owned(), packages.to_string()].into_iter().chain(times));
    }
    Ok(table)
}

/// The packages in what `cargo tree` prints, each counted once.
fn packages(tree: &[u8]) -> usize {
    let tree = String::from_utf8_lossy(tree);
    let named = tree.lines().filter_map(|line| line.split(" (").next());
    named.collect::<BTreeSet<_>>().len()
}
