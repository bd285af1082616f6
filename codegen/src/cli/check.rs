//! `clientsmith check`.

use std::path::Path;
use std::process::ExitCode;

use clientsmith::tree::{Difference, Drift};
use clientsmith::{Project, Summary};
use serde_json::json;

use super::report::{BAD, Ending, LISTED, QUIET, Report, and_more, counted, entry_for_first};
use super::{Options, locate};

/// Says what differs between the client and its description.
pub(crate) fn run(options: &Options) -> ExitCode {
    let mut report = Report::new("check", &options.reporting);
    let ending = check(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn check(options: &Options, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let settings = locate::settings(options.settings.as_ref()).map_err(|error| report.fail(&error))?;
    if let Some(latest) = report.recall(&settings) {
        report.repeat(&latest);
        report.fact("differences", json!([]));
        report.state(&agreement(&latest.summary, report));
        return Ok(Ending::Fine);
    }
    let project = Project::read(&settings).map_err(|error| report.fail(&error))?;
    let outcome = project.generate();
    report.diagnose(&outcome, entry_for_first)?;
    let Some(tree) = &outcome.tree else { return Err(Ending::Wrong) };
    let drift = tree.check(project.output()).map_err(|error| report.fail(&error))?;
    report.summarize(&outcome);
    report.fact("differences", json!(drift.differences.iter().map(object).collect::<Vec<_>>()));
    if drift.is_none() {
        report.state(&agreement(&outcome.summary, report));
        return Ok(Ending::Fine);
    }
    report.complain(&complaint(&drift, project.output(), &project.settings().command));
    Ok(Ending::Wrong)
}

fn agreement(summary: &Summary, report: &Report<'_>) -> String {
    let files = counted(summary.files, "file");
    format!("{files} agree with the description, checked in {:.0} ms\n", report.elapsed().as_secs_f64() * 1000.0)
}

fn complaint(drift: &Drift, output: &Path, command: &str) -> String {
    let mut text = format!("{BAD}error{BAD:#}: the client and its description have drifted apart\n");
    for Difference { path, kind, details } in drift.differences.iter().take(LISTED) {
        text.push_str(&format!("  {BAD}{kind:<10}{BAD:#}  {}\n", clientsmith::project::shown_below(output, path)));
        for detail in details.iter().take(LISTED) {
            text.push_str(&format!("              {detail}\n"));
        }
        text.push_str(&and_more("              ", details.len()));
    }
    text.push_str(&and_more("  ", drift.differences.len()));
    text + &format!("to mend it, run: {QUIET}{command}{QUIET:#}\n")
}

fn object(difference: &Difference) -> serde_json::Value {
    json!({"path": difference.path, "kind": difference.kind.to_string(), "details": difference.details})
}
