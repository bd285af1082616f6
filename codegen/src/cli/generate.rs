//! `clientsmith generate`.

use std::process::ExitCode;

use clientsmith::tree::Written;
use clientsmith::{Project, Summary};
use serde_json::json;

use super::report::{BAD, Ending, GOOD, LISTED, Report, and_more, counted, entry_for_first};
use super::{Options, locate};

/// Writes what the description gives.
pub(crate) fn run(options: &Options) -> ExitCode {
    let mut report = Report::new("generate", &options.reporting);
    let ending = generate(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn generate(options: &Options, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let project = locate::project(options).map_err(|error| report.fail(&error))?;
    let outcome = project.generate();
    report.diagnose(&outcome, entry_for_first)?;
    let Some(tree) = &outcome.tree else { return Err(Ending::Wrong) };
    let written = tree.write(project.output()).map_err(|error| report.fail(&error))?;
    report.summarize(&outcome);
    report.fact("written", json!(written.written));
    report.fact("removed", json!(written.removed));
    report.fact("unchanged", json!(written.unchanged.len()));
    report.state(&statement(&project, &outcome.summary, &written, report));
    Ok(Ending::Fine)
}

fn statement(project: &Project, summary: &Summary, written: &Written, report: &Report<'_>) -> String {
    let mut text = format!(
        "{}, {}, {}, {}, {} ({} written, {} unchanged, {} removed) in {:.0} ms\n",
        counted(summary.operations, "operation"),
        counted(summary.models, "model"),
        counted(summary.files, "file"),
        counted(summary.code.items, "item"),
        counted(summary.code.lines, "line"),
        written.written.len(),
        written.unchanged.len(),
        written.removed.len(),
        report.elapsed().as_secs_f64() * 1000.0,
    );
    let changed = written.written.iter().map(|path| (GOOD, "written", path));
    let changed = changed.chain(written.removed.iter().map(|path| (BAD, "removed", path)));
    for (style, verb, path) in changed.clone().take(LISTED) {
        text.push_str(&format!("  {style}{verb}{style:#}  {}\n", project.output().join(path).display()));
    }
    text + &and_more("  ", changed.count())
}
