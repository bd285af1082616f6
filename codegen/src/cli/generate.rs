//! `clientsmith generate`.

use std::path::Path;
use std::process::ExitCode;

use clientsmith::compare;
use clientsmith::project::Latest;
use clientsmith::settings::Released;
use clientsmith::tree::Written;
use clientsmith::{Outcome, Project, Summary};
use serde_json::json;

use super::report::{BAD, Ending, GOOD, LISTED, Report, and_more, counted, entry_for_first, others};
use super::{GenerateOptions, locate};

/// Writes what the description gives.
pub(crate) fn run(options: &GenerateOptions) -> ExitCode {
    let mut report = Report::new("generate", &options.options.reporting);
    let ending = generate(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn generate(GenerateOptions { options, adopt }: &GenerateOptions, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let settings = locate::settings(options.settings.as_ref()).map_err(|error| report.fail(&error))?;
    let latest = if adopt.is_empty() { report.recall(&settings) } else { None };
    if let Some(latest) = latest {
        let files = latest.summary.files;
        report.repeat(&latest);
        report.fact("written", json!([]));
        report.fact("removed", json!([]));
        report.fact("unchanged", json!(files));
        report.state(&statement(&latest.output, &latest.summary, (&[], files, &[]), report));
        report.state_held_back(&latest.held_back);
        return Ok(Ending::Fine);
    }
    let project = Project::read(&settings).map_err(|error| report.fail(&error))?.adopting(adopt);
    let outcome = project.generate_and_compare();
    report.diagnose(&outcome, entry_for_first)?;
    let ending = write(&project, &outcome, report)?;
    Latest::keep(&project, &outcome, &settings);
    // The process ends: freeing this memory piece by piece would only take time.
    std::mem::forget((project, outcome));
    Ok(ending)
}

/// Updates the client and reports what was done.
pub(super) fn write(project: &Project, outcome: &Outcome, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let Some(tree) = &outcome.tree else { return Err(Ending::Wrong) };
    let written = tree.write(project.output()).map_err(|error| report.fail(&error))?;
    report.summarize(outcome);
    report.fact("written", json!(written.written));
    report.fact("removed", json!(written.removed));
    report.fact("unchanged", json!(written.unchanged.len()));
    let Written { written, unchanged, removed } = &written;
    report.state(&statement(project.output(), &outcome.summary, (written, unchanged.len(), removed), report));
    report.state_held_back(&outcome.held_back);
    let is_changed = !written.is_empty() || !removed.is_empty();
    if let Some(changes) = is_changed.then(|| project.changes(outcome)).flatten() {
        state_changes(&changes, &project.settings().released, report);
    }
    Ok(Ending::Fine)
}

/// Adds what changed for the crates that use the client: the verdict and the first lines.
fn state_changes(changes: &compare::Report, released: &Released, report: &mut Report<'_>) {
    report.fact("changes", changes.to_json());
    if changes.findings().is_empty() {
        return;
    }
    let mut whole = "clientsmith diff --since HEAD";
    if let Released::Revision { name, .. } = released {
        whole = "clientsmith diff";
        report.state(&format!("since the release `{name}`:\n"));
    }
    let text = changes.to_string();
    let lines: Vec<&str> = text.lines().collect();
    for line in lines.iter().take(CHANGES) {
        report.state(&format!("{line}\n"));
    }
    if lines.len() > CHANGES {
        report.state(&format!("see the rest with `{whole}`\n"));
    }
}

/// How many lines of what changed are shown to people.
const CHANGES: usize = 12;

/// What was done: the files written, the number of those unchanged, and the files removed.
fn statement(
    output: &Path,
    summary: &Summary,
    (written, unchanged, removed): (&[String], usize, &[String]),
    report: &Report<'_>,
) -> String {
    let mut text = format!(
        "{}, {}, {}, {}, {} ({} written, {unchanged} unchanged, {} removed) in {:.0} ms\n",
        counted(summary.operations, "operation"),
        counted(summary.models, "model"),
        counted(summary.files, "file"),
        counted(summary.code.items, "item"),
        counted(summary.code.lines, "line"),
        written.len(),
        removed.len(),
        report.elapsed().as_secs_f64() * 1000.0,
    );
    text.push_str(&others(summary));
    let changed = written.iter().map(|path| (GOOD, "written", path));
    let changed = changed.chain(removed.iter().map(|path| (BAD, "removed", path)));
    for (style, verb, path) in changed.clone().take(LISTED) {
        text.push_str(&format!("  {style}{verb}{style:#}  {}\n", output.join(path).display()));
    }
    text + &and_more("  ", changed.count())
}
