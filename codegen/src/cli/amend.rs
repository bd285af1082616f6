//! `clientsmith amend`.

use std::io::{self, IsTerminal, Read};
use std::process::ExitCode;

use clientsmith::amend::{Amendment, Body, Changed, Claim, Subject};
use clientsmith::project::Amending;
use serde_json::json;

use super::report::{BAD, Ending, GOOD, LISTED, QUIET, Report, and_more, counted};
use super::{AmendOptions, locate};

/// Writes an overlay action that says what the server really does.
pub(crate) fn run(options: &AmendOptions) -> ExitCode {
    let reporting = options.reporting();
    let mut report = Report::new("amend", &reporting);
    let ending = amend(options, &mut report).unwrap_or_else(|ending| ending);
    report.end(ending)
}

fn amend(options: &AmendOptions, report: &mut Report<'_>) -> Result<Ending, Ending> {
    let settings = locate::settings(options.settings.as_ref()).map_err(|error| report.fail(&error))?;
    let subject = subject(options).map_err(|error| report.fail(&error))?;
    let body = Body { status: options.status.clone(), is_request: options.request };
    let amending = Amending::of(&settings, &subject, &body, &claim(options)).map_err(|error| report.fail(&error))?;
    if amending.new_errors > 0 {
        report.diagnose_errors(&amending.outcome);
        report.complain(&format!(
            "{BAD}error{BAD:#}: with this, the description has {}; nothing was written\n",
            counted(amending.new_errors, "new error")
        ));
        return Ok(Ending::Wrong);
    }
    amending.write().map_err(|error| report.fail(&error))?;
    let Amending { amendment, overlay, differences, .. } = &amending;
    report.fact("operation", json!(amendment.operation));
    report.fact("place", json!(amendment.place));
    report.fact("changed", json!(amendment.changed.iter().map(|changed| &changed.address).collect::<Vec<_>>()));
    report.fact("overlay", json!(overlay.display().to_string()));
    report.fact("differences", json!(differences));
    report.state(&statement(&amending));
    Ok(Ending::Fine)
}

/// What the arguments or standard input name.
fn subject(options: &AmendOptions) -> Result<Subject, String> {
    const MOST: u64 = 1 << 20;
    let mut text = options.operation.clone().filter(|text| text != "-").unwrap_or_default();
    if text.is_empty() {
        if options.operation.is_none() && io::stdin().is_terminal() {
            return Err("name an operation, or paste the text of a decode error as an argument".to_owned());
        }
        let read = io::stdin().lock().take(MOST).read_to_string(&mut text);
        read.map_err(|error| format!("cannot read standard input: {error}"))?;
    }
    Subject::read(&text, options.place.as_deref())
}

/// What the flags say. The parser lets exactly one through, but for a stream that has a media type.
fn claim(options: &AmendOptions) -> Claim {
    match &options.claim {
        claim if claim.nullable => Claim::Nullable,
        claim if claim.optional => Claim::Optional,
        claim if claim.untyped => Claim::Untyped,
        claim => match (claim.ty, &claim.media_type) {
            (Some(ty), _) => Claim::Type(ty.to_string()),
            (None, Some(media_type)) => Claim::MediaType(media_type.clone()),
            (None, None) => Claim::MediaType("application/x-ndjson".to_owned()),
        },
    }
}

fn statement(amending: &Amending) -> String {
    let Amending { amendment: Amendment { actions, changed, .. }, overlay, differences, .. } = amending;
    let mut text = String::new();
    for Changed { address, shared } in changed {
        let shared = match shared {
            Some((target, count)) if target == address => format!(", which {} to", refer(*count)),
            Some((target, count)) => format!(", part of `{target}`, which {} to", refer(*count)),
            None => String::new(),
        };
        text.push_str(&format!("{GOOD}amended{GOOD:#} `{address}`{shared}\n"));
    }
    match differences {
        Some(lines) if lines.is_empty() => text.push_str("  the types stay as they are; the code of the calls changes\n"),
        Some(lines) => {
            lines.iter().take(LISTED).for_each(|line| text.push_str(&format!("  {line}\n")));
            text.push_str(&and_more("  ", lines.len()));
        }
        None => text.push_str("  the description has errors, so that there are no types to compare\n"),
    }
    text.push_str(&format!("{GOOD}written{GOOD:#} {} ({})\n", overlay.display(), counted(actions.len(), "action")));
    if let Some(settings) = amending.changed_settings() {
        text.push_str(&format!("{GOOD}written{GOOD:#} {} (`overlays`)\n", settings.display()));
    }
    text + &format!("next: {QUIET}clientsmith generate{QUIET:#}\n")
}

fn refer(count: usize) -> String {
    if count == 1 { "1 place refers".to_owned() } else { format!("{count} places refer") }
}
