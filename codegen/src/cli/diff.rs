//! `clientsmith diff`.

use std::process::ExitCode;

use clientsmith::compare::{self, HeldBack, Verdict, Version};
use clientsmith::diagnostic::Allowance;
use clientsmith::project::{Comparing, Obstacle, Side};
use clientsmith::settings;
use serde_json::json;

use super::diff_options::{DiffFormat, DiffOptions};
use super::locate;
use super::report::{BAD, Ending, GOOD, QUIET, Report};

/// Says what changed between two versions of a client, and which version is next.
pub(crate) fn run(options: &DiffOptions) -> ExitCode {
    let reporting = options.reporting();
    let mut report = Report::new("diff", &reporting);
    let ending = diff(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn diff(options: &DiffOptions, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let comparing = match compared(options, report)? {
        Ok(comparing) => comparing,
        Err(Obstacle::Unreleased) => return Ok(unreleased(report)),
        Err(Obstacle::Unreadable(error)) => return Err(report.fail(&error)),
        Err(Obstacle::Description(outcome)) => {
            report.diagnose_errors(&outcome);
            let remedy = "correct the description; until then there is nothing to compare\n";
            report.complain(&format!("{BAD}error{BAD:#}: the description has errors\n{QUIET}help{QUIET:#}: {remedy}"));
            return Err(Ending::Wrong);
        }
    };
    let (found, unused) = comparing.report();
    report.fact("before", object(&comparing.before));
    report.fact("after", object(&comparing.after));
    report.fact("report", found.to_json());
    note(&comparing, &unused, report);
    match options.format {
        DiffFormat::Markdown => report.state(&found.to_markdown()),
        _ if options.whole => report.state(&found.whole_text()),
        _ => report.state(&found.to_string()),
    }
    if options.held_back {
        list_held_back(comparing.held_back(), report);
    }
    if options.gate { gate(&comparing, &found, options.format, report) } else { Ok(Ending::Fine) }
}

/// The two versions that the command line names.
fn compared(options: &DiffOptions, report: &mut Report<'_>) -> Result<Result<Comparing, Obstacle>, Ending> {
    if let (Some(old), Some(new)) = (&options.old, &options.new) {
        return Ok(Comparing::between(old, new, options.settings.as_deref()));
    }
    let settings = locate::settings(options.settings.as_ref()).map_err(|error| report.fail(&error))?;
    Ok(Comparing::since(&settings, options.since.as_deref()))
}

fn unreleased(report: &mut Report<'_>) -> Ending {
    report.fact("released", json!(false));
    report.state(
        "nothing is released yet (`released = \"none\"`), so that there is nothing to compare with: any version will do\n",
    );
    Ending::Fine
}

fn object(Side { name, version, is_regenerated, .. }: &Side) -> serde_json::Value {
    json!({"name": name, "version": version, "is_regenerated": is_regenerated})
}

/// Notes what limits the comparison.
fn note(comparing: &Comparing, unused: &[&Allowance], report: &mut Report<'_>) {
    let codes: Vec<&str> = unused.iter().map(|allowance| allowance.code.as_str()).collect();
    report.fact("unused_allowances", json!(codes));
    report.fact("has_facts", json!(comparing.has_facts()));
    let Side { name, is_regenerated, .. } = &comparing.before;
    if *is_regenerated {
        report.complain(&format!(
            "{QUIET}note{QUIET:#}: `{name}` has no record of its public API; it is compared as it would be generated today\n"
        ));
    }
    if !comparing.has_facts() {
        report.complain(&format!(
            "{QUIET}note{QUIET:#}: the record of `{name}` is of the first format: only names and types are compared, and not what \
             goes over the wire\n"
        ));
    }
    for allowance in unused {
        let place = allowance.at.as_ref().map(|at| format!(" at `{at}`")).unwrap_or_default();
        report.complain(&format!("{QUIET}note{QUIET:#}: nothing needs the allowance of `{}`{place}\n", allowance.code));
    }
}

fn list_held_back(held_back: &[HeldBack], report: &mut Report<'_>) {
    report.fact("held_back", HeldBack::list_to_json(held_back));
    for HeldBack { key, kept, given } in held_back {
        report.state(&format!("  {key}\n    keeps  {kept}\n    gives  {given}\n"));
    }
}

/// Compares the verdict with the versions.
fn gate(comparing: &Comparing, found: &compare::Report, format: DiffFormat, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let Comparing { before, after, .. } = comparing;
    if !before.is_revision && before.manifest == after.manifest {
        let message = "`--gate` needs a release to compare with: name its git tag as `released` in the settings, or with `--since`; \
                       before the first release write `released = \"none\"`";
        return Err(report.fail(&message));
    }
    let earlier = version(before).map_err(|error| report.fail(&error))?;
    let later = version(after).map_err(|error| report.fail(&error))?;
    let verdict = found.verdict();
    let is_met = verdict.is_met(&earlier, &later);
    report.fact("gate", json!({"passes": is_met, "least": earlier.next(verdict).to_string()}));
    let why = match verdict {
        Verdict::None => "the public API is unchanged",
        Verdict::Patch | Verdict::Minor => "nothing breaks",
        Verdict::Major => "a change breaks code that uses it",
    };
    if is_met {
        let sentence = format!("version {later} follows {earlier} ({}): {why}\n", before.name);
        let mark = if format == DiffFormat::Markdown { "\n" } else { "" };
        report.state(&format!("{mark}{GOOD}passes{GOOD:#}: {sentence}"));
        return Ok(Ending::Fine);
    }
    let (least, manifest) = (earlier.next(verdict), after.manifest.display());
    report.complain(&format!(
        "{BAD}error{BAD:#}: version {later} is too low after {earlier} ({}): {why}\n{QUIET}help{QUIET:#}: set it to {least} in \
         `{manifest}`, or take back what changed\n",
        before.name,
    ));
    if let Some(finding) = found.findings().iter().find(|finding| finding.is_break()) {
        let (code, at) = (finding.rule.id.to_owned(), Some(finding.key.to_string()));
        let entry = settings::entry(&Allowance { code, at, reason: String::new() });
        report.complain(&format!(
            "a break that nobody will notice, such as the first, can be allowed in the settings:\n\n{entry}\n"
        ));
    }
    Err(Ending::Wrong)
}

fn version(side: &Side) -> Result<Version, String> {
    let Some(version) = &side.version else { return Err(format!("`{}` has no `Cargo.toml` with a version", side.name)) };
    let place = if side.is_revision { format!("{}:Cargo.toml", side.name) } else { side.manifest.display().to_string() };
    version.parse().map_err(|error| format!("`{place}`: {error}"))
}
