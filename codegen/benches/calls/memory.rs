//! How much memory decoding takes at its peak, and how many allocations, as valgrind's `dhat` counts them.

use std::fs;
use std::path::Path;

use benches::Table;

use crate::cases::CASES;
use crate::runtime::{Json, Tape};
use crate::valgrind::{self, MISSING};

pub(crate) fn print() {
    let headings =
        ["memory of decoding", "bytes", "values", "ours, peak", "derive, peak", "limit", "ours, blocks", "derive, blocks"];
    let mut table = Table::new(headings);
    for case in &CASES {
        let body = (case.body)();
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("body.json");
        fs::write(&file, &body).expect("the folder for temporary files can be written to");
        let file = file.to_string_lossy().into_owned();
        let Some(nothing) = use_of_decoding("nobody", case.name, &file) else { return println!("{MISSING}") };
        let [ours, derived] = ["ours", "derive"].map(|who| use_of_decoding(who, case.name, &file).unwrap_or_default());
        let values = Tape::parse(&body).map_or(0, |tape| values(tape.root()));
        // Both read the body where it lies, so it is part of no peak.
        let peak = |memory: Use| memory.peak.saturating_sub(nothing.peak);
        let limit = peak(derived) + body.len() + 16 * values;
        let blocks = |memory: Use| memory.blocks.saturating_sub(nothing.blocks);
        let numbers = [body.len(), values, peak(ours), peak(derived), limit, blocks(ours), blocks(derived)];
        table.row([case.name.to_owned()].into_iter().chain(numbers.map(|number| number.to_string())));
    }
    println!("{table}");
}

/// What a process has allocated.
#[derive(Clone, Copy, Default)]
struct Use {
    /// The most bytes at a time.
    peak: usize,
    /// How many allocations there were.
    blocks: usize,
}

fn use_of_decoding(who: &str, case: &str, body: &str) -> Option<Use> {
    let arguments = ["--decode", who, case, body];
    let report = valgrind::run("dhat", &["--dhat-out-file=/dev/null"], &valgrind::itself(), &arguments)?;
    let (_, total) = report.split_once("Total:").expect("the tool tells the total");
    Some(Use { peak: valgrind::number(&report, "At t-gmax:"), blocks: valgrind::number(total, "bytes in") })
}

/// In the process that is measured: reads a body as one of the two does, or not at all.
pub(crate) fn decode_once(who: &str, name: &str, body: &str) {
    let body = fs::read(body).expect("the parent has written the body");
    let case = CASES.iter().find(|case| case.name == name).expect("the parent knows the cases");
    match who {
        "ours" => drop((case.client.decode)(&body)),
        "derive" => drop((case.derived.decode)(&body)),
        _ => {}
    }
}

/// How many values there are in a document, itself included.
fn values(json: Json<'_>) -> usize {
    let elements = json.elements().into_iter().flatten().map(values).sum::<usize>();
    let entries = json.entries().into_iter().flatten().map(|(_, value)| values(value)).sum::<usize>();
    1 + elements + entries
}
