//! `clientsmith rename`.

use std::process::ExitCode;

use clientsmith::project::{Latest, Renaming};
use serde_json::json;

use super::report::{Ending, Report, entry_for_first};
use super::{RenameOptions, generate, locate};

/// Gives an item another name.
pub(crate) fn run(options: &RenameOptions) -> ExitCode {
    let mut report = Report::new("rename", &options.options.reporting);
    let ending = rename(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn rename(RenameOptions { item, name, options }: &RenameOptions, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let settings = locate::settings(options.settings.as_ref()).map_err(|error| report.fail(&error))?;
    let renaming = Renaming::of(&settings, item, name).map_err(|error| report.fail(&error))?;
    let outcome = renaming.project.generate_and_compare();
    report.diagnose(&outcome, entry_for_first)?;
    let path = renaming.renamed(&outcome).map_err(|error| report.fail(&error))?;
    renaming.write_settings().map_err(|error| report.fail(&error))?;
    report.fact("key", json!(renaming.key.as_str()));
    report.fact("former", json!(renaming.former));
    report.fact("renamed", json!(path));
    report.state(&format!("{} is {path} now; see `names` in {}\n", renaming.former, settings.display()));
    let ending = generate::write(&renaming.project, &outcome, report)?;
    Latest::keep(&renaming.project, &outcome, &settings);
    Ok(ending)
}
