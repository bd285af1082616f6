//! `clientsmith new`.

use std::process::ExitCode;

use clientsmith::diagnostic::Allowance;
use clientsmith::project::{Beginning, Wanted};
use clientsmith::{Outcome, Summary};
use serde_json::json;

use super::NewOptions;
use super::report::{Ending, GOOD, QUIET, Report, counted, others, quoted};

/// Writes a crate that did not exist.
pub(crate) fn run(options: &NewOptions) -> ExitCode {
    let mut report = Report::new("new", &options.reporting);
    let ending = new(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn new(options: &NewOptions, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let wanted = Wanted {
        description: options.description.clone(),
        output: options.out.clone(),
        name: options.name.clone(),
        copy: options.copy,
        roots: options.roots.clone(),
        allow: options.allow.iter().map(|text| allowance(text)).collect(),
    };
    let beginning = Beginning::of(&wanted).map_err(|error| report.fail(&error))?;
    let outcome = beginning.project().generate();
    report.diagnose(&outcome, remedy)?;
    beginning.write(&outcome).map_err(|error| report.fail(&error))?;
    report.summarize(&outcome);
    report.fact("name", json!(beginning.name()));
    report.fact("output", json!(beginning.project().output().display().to_string()));
    report.state(&statement(&beginning, &outcome, report));
    // The process ends: to give back so many pieces of memory one by one would only take time.
    std::mem::forget((beginning, outcome));
    Ok(Ending::Fine)
}

/// What `CODE[=PLACE]` means.
fn allowance(text: &str) -> Allowance {
    let (code, at) = text.split_once('=').map_or((text, None), |(code, place)| (code, Some(place.to_owned())));
    Allowance { code: code.to_owned(), at, reason: "noted by `new --allow`; the reason belongs here".to_owned() }
}

/// How errors that were found can be allowed.
fn remedy(found: &[Allowance]) -> String {
    let mut codes: Vec<&str> = found.iter().map(|allowance| allowance.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let options: Vec<String> = codes.iter().map(|code| format!(" --allow {code}")).collect();
    let one = found.iter().find_map(|Allowance { code, at, .. }| Some(format!("{code}={}", at.as_ref()?)));
    let one = one.map_or(String::new(), |one| format!("; or one by one, such as {QUIET}--allow {}{QUIET:#}", quoted(&one)));
    format!("what the description is to keep can be allowed:{QUIET}{}{QUIET:#}{one}\n", options.concat())
}

fn statement(beginning: &Beginning, outcome: &Outcome, report: &Report<'_>) -> String {
    let Summary { operations, models, files, code, .. } = &outcome.summary;
    let folder = beginning.project().output().display();
    let mut text = format!(
        "{GOOD}created{GOOD:#} `{}` in {folder}: {}, {}, {}, {} in {:.0} ms\n",
        beginning.name(),
        counted(*operations, "operation"),
        counted(*models, "model"),
        counted(*files, "generated file"),
        counted(code.lines, "line"),
        report.elapsed().as_secs_f64() * 1000.0,
    );
    text.push_str(&others(&outcome.summary));
    if beginning.has_own_workspace() {
        text.push_str("it has a workspace of its own, since it stands in another; see its Cargo.toml\n");
    }
    let commands = [
        (format!("cd {}", quoted(&folder.to_string())), ""),
        ("cargo doc --open".to_owned(), "  # its calls, with a first one to copy"),
        ("clientsmith generate".to_owned(), "  # whenever the description has changed"),
    ];
    text.push_str("next:\n");
    for (command, comment) in commands {
        let padding = if comment.is_empty() { 0 } else { 22 };
        text.push_str(&format!("  {QUIET}{command:<padding$}{QUIET:#}{comment}\n"));
    }
    let absolute = std::path::absolute(beginning.project().output()).unwrap_or_else(|_| beginning.project().output().to_owned());
    let add = format!("cargo add --path {}", quoted(&absolute.display().to_string()));
    text.push_str("to use it, in the folder of the crate that does:\n");
    for command in [&add, "cargo add tokio --features macros,rt-multi-thread"] {
        text.push_str(&format!("  {QUIET}{command}{QUIET:#}\n"));
    }
    text.push_str("and as its first program:\n");
    for line in beginning.first_program(outcome).iter().flat_map(|program| program.lines()) {
        text.push_str(format!("    {line}").trim_end());
        text.push('\n');
    }
    text
}
