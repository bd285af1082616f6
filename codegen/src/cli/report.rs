//! `Report`: what a command says, to people or to programs.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};
use clientsmith::compare::HeldBack;
use clientsmith::diagnostic::{Allowance, Diagnostics, Severity};
use clientsmith::listing;
use clientsmith::project::Latest;
use clientsmith::settings;
use clientsmith::summary::OtherModels;
use clientsmith::{Outcome, Summary};
use serde_json::{Map, Value, json};

use super::{Color, Deny, Format, Listed, Reporting};

/// Collects what a command has to say, and says it at the end.
pub(super) struct Report<'a> {
    options: &'a Reporting,
    started: Instant,
    /// For people: what went wrong.
    complaint: String,
    /// For people: what was done.
    statement: String,
    /// For programs.
    object: Map<String, Value>,
}

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// All is well.
    Fine,
    /// The description has errors, or the client differs.
    Wrong,
    /// Something else is in the way.
    Broken,
}

pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(super) const QUIET: Style = AnsiColor::Cyan.on_default();

impl<'a> Report<'a> {
    pub(super) fn new(command: &str, options: &'a Reporting) -> Self {
        let object = Map::from_iter([("command".to_owned(), json!(command))]);
        Self { options, started: Instant::now(), complaint: String::new(), statement: String::new(), object }
    }

    /// Adds a fact for programs.
    pub(super) fn fact(&mut self, name: &str, value: Value) {
        self.object.insert(name.to_owned(), value);
    }

    /// Adds a text about what was done.
    pub(super) fn state(&mut self, text: &str) {
        self.statement.push_str(text);
    }

    /// Adds a text about what went wrong.
    pub(super) fn complain(&mut self, text: &str) {
        self.complaint.push_str(text);
    }

    /// Adds an error that is none of the description's.
    pub(super) fn fail(&mut self, error: &impl ToString) -> Ending {
        self.complain(&format!("{BAD}error{BAD:#}: {}\n", error.to_string()));
        self.fact("error", json!(error.to_string()));
        Ending::Broken
    }

    /// What the latest run of `generate` came to, if this one would come to the same and that is all that is asked for.
    pub(super) fn recall(&self, settings: &Path) -> Option<Latest> {
        let latest = self.options.report.is_none().then(|| Latest::recall(settings))??;
        (self.options.deny.is_none() || latest.warnings == 0).then_some(latest)
    }

    /// Adds what was said in that run.
    pub(super) fn repeat(&mut self, latest: &Latest) {
        self.list_diagnostics(|| latest.diagnostics.clone());
        if !self.options.quiet || self.options.deny.is_some() {
            self.complain(&latest.rendered);
        }
        self.count(&latest.summary);
    }

    /// Adds what is wrong with the description, and tells whether that ends the command.
    ///
    /// If all errors can be allowed, the remedy says how.
    pub(super) fn diagnose(&mut self, outcome: &Outcome, remedy: fn(&[Allowance]) -> String) -> Result<(), Ending> {
        let Outcome { diagnostics, sources, .. } = outcome;
        self.list_diagnostics(|| listing::to_json(diagnostics, sources));
        let denied = self.options.deny == Some(Deny::Warnings);
        let shown = if self.options.quiet && !denied { &errors_among(diagnostics) } else { diagnostics };
        self.complain(&listing::render(shown, sources, listing::Style::Coloured));
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        if errors == 0 && (warnings == 0 || !denied) {
            return Ok(());
        }
        let count = if errors > 0 { counted(errors, "error") } else { counted(warnings, "denied warning") };
        self.complain(&format!("{BAD}error{BAD:#}: {count} in the description; nothing was generated\n"));
        let allowances = Allowance::of_errors(diagnostics, sources);
        if !allowances.is_empty() {
            self.complain(&format!("{QUIET}help{QUIET:#}: {}", remedy(&allowances)));
        }
        Err(Ending::Wrong)
    }

    /// Adds the errors of a description.
    pub(super) fn diagnose_errors(&mut self, outcome: &Outcome) {
        let errors = errors_among(&outcome.diagnostics);
        self.list_diagnostics(|| listing::to_json(&errors, &outcome.sources));
        self.complain(&listing::render(&errors, &outcome.sources, listing::Style::Coloured));
    }

    /// Adds what is wrong for programs, who alone are told all of it at its length.
    fn list_diagnostics(&mut self, lines: impl FnOnce() -> String) {
        if self.options.format == Format::Json {
            self.fact("diagnostics", objects(&lines()));
        }
    }

    /// Adds how much was generated, and the list that is asked for.
    pub(super) fn summarize(&mut self, outcome: &Outcome) {
        self.count(&outcome.summary);
        if self.options.report == Some(Listed::Untyped) {
            self.list_untyped(outcome);
        }
    }

    /// Adds the decisions that are held back.
    pub(super) fn state_held_back(&mut self, held_back: &[HeldBack]) {
        self.fact("held_back", HeldBack::list_to_json(held_back));
        let Some(first) = held_back.first() else { return };
        let mut text = format!(
            "{} held back, so that the crates that use this client keep compiling:\n",
            counted(held_back.len(), "decision")
        );
        for HeldBack { key, kept, given } in held_back.iter().take(HELD_BACK) {
            text.push_str(&format!("  {key}\n    keeps  {kept}\n    gives  {given}\n"));
        }
        match held_back.len().saturating_sub(HELD_BACK) {
            0 => {}
            more => text.push_str(&format!("  and {more} more\n")),
        }
        let address = quoted(first.key.as_str());
        text.push_str(&format!(
            "take what the description gives with `generate --adopt {address}`, or `--adopt all`: a breaking change\n"
        ));
        self.state(&text);
    }

    fn count(&mut self, summary: &Summary) {
        self.fact("summary", summary.to_json());
    }

    fn list_untyped(&mut self, outcome: &Outcome) {
        let untyped = outcome.plan.iter().flat_map(|plan| &plan.untyped);
        let place = |at| (outcome.sources.path(outcome.sources.file(at)), outcome.sources.pointer(at).fragment());
        let places: Vec<_> = untyped.map(|untyped| (place(untyped.at), untyped.reason)).collect();
        let object =
            |((file, pointer), reason): &((&str, String), &str)| json!({"file": file, "pointer": pointer, "reason": reason});
        self.fact("untyped", json!(places.iter().map(object).collect::<Vec<_>>()));
        self.state(&format!("{} of free JSON that could be more\n", counted(places.len(), "place")));
        for ((file, pointer), reason) in &places {
            self.state(&format!("  {file}{pointer}: {reason}\n"));
        }
    }

    /// The time since the command began.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Says it all.
    pub(super) fn end(mut self, ending: Ending) -> ExitCode {
        let duration = self.elapsed();
        let said = match self.options.format {
            Format::Text if self.options.quiet => self.say(io::stderr().lock(), &self.complaint),
            Format::Text => {
                self.say(io::stderr().lock(), &self.complaint).and_then(|()| self.say(io::stdout().lock(), &self.statement))
            }
            Format::Json => {
                self.fact("ok", json!(ending == Ending::Fine));
                self.fact("duration_ms", json!(duration.as_micros() as f64 / 1000.0));
                let object = Value::Object(std::mem::take(&mut self.object));
                self.say(io::stdout().lock(), &format!("{object}\n"))
            }
        };
        if let Err(error) = said {
            // If this cannot be said either, the exit code says it.
            let _ = self.say(io::stderr().lock(), &format!("{BAD}error{BAD:#}: cannot write the report: {error}\n"));
            return ExitCode::from(2);
        }
        match ending {
            Ending::Fine => ExitCode::SUCCESS,
            Ending::Wrong => ExitCode::from(1),
            Ending::Broken => ExitCode::from(2),
        }
    }

    /// Writes a text, without its colours if they are not wanted. Whoever closed the other end of a pipe has read enough.
    fn say(&self, stream: impl anstream::stream::RawStream + anstream::stream::AsLockedWrite, text: &str) -> io::Result<()> {
        let choice = match self.options.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let mut stream = AutoStream::new(stream, choice);
        match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

/// How errors can be allowed by those who have settings.
pub(super) fn entry_for_first(allowances: &[Allowance]) -> String {
    let entry = allowances.first().map(settings::entry).unwrap_or_default();
    format!("errors such as the first can be allowed in the settings:\n\n{entry}\n")
}

/// How many entries of a list are shown to people.
pub(super) const LISTED: usize = 20;

/// How many decisions that are held back are shown to people.
const HELD_BACK: usize = 5;

/// The line that ends a list of which not all entries are shown; empty if they are.
pub(super) fn and_more(indent: &str, count: usize) -> String {
    match count.saturating_sub(LISTED) {
        0 => String::new(),
        more => format!("{indent}and {more} more\n"),
    }
}

/// `1 file`, `2 files`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// What to know of the models that no call needs.
pub(super) fn others(summary: &Summary) -> String {
    match summary.others.models {
        0 => String::new(),
        count => format!("{} that no call needs: feature `{}`\n", counted(count, "model"), OtherModels::FEATURE),
    }
}

/// A list of what stands in the lines.
fn objects(lines: &str) -> Value {
    lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).collect()
}

fn errors_among(diagnostics: &Diagnostics) -> Diagnostics {
    let mut errors = diagnostics.clone();
    errors.keep_errors();
    errors
}

/// A text as shells take it for one word.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "/._-+,:@%\\".contains(character);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
