//! `Judgement`: what a report says about source code, beside what the compiler says about a program that uses every item.

use std::collections::BTreeSet;

use clientsmith::compare::{self, Finding, Report, Severity};
use clientsmith::record::{Item, Kind, Record};

use super::client::Client;
use super::witness::Witness;

/// A report on an update and the compiler's errors in a program that uses every item of the old client.
pub(crate) struct Judgement<'r> {
    report: Report,
    /// The items that the program cannot use any more.
    broken: Vec<&'r Item>,
    /// Errors outside of the lines of the program.
    other_errors: Vec<String>,
}

impl<'r> Judgement<'r> {
    /// Compares the records and compiles the program with the new client.
    pub(crate) fn of(client: &Client, before: &'r Record, now: &Record) -> Self {
        let mut judgement = Self { report: compare::report(before, now), broken: Vec::new(), other_errors: Vec::new() };
        let is_there = |feature: &&str| now.of_kind(Kind::Feature).any(|item| item.path == *feature);
        // An error hides errors of later phases of the compiler, so that lines with errors are removed until there are none.
        loop {
            let witness = Witness::without(before, &judgement.broken);
            let features: Vec<&str> = witness.features.iter().copied().filter(is_there).collect();
            let Err(complaint) = client.compile(&[("witness".to_owned(), witness.text())], &features) else { break };
            let errors = complaint.lines().filter(|line| line.contains(" error"));
            let broken: Vec<&Item> = errors.filter_map(|line| witness.item_of(line)).map(|(item, _)| item).collect();
            if broken.is_empty() {
                judgement.other_errors = complaint.lines().map(str::to_owned).collect();
                break;
            }
            judgement.broken.extend(broken);
        }
        let missing = before.of_kind(Kind::Feature).filter(|item| !is_there(&item.path.as_str()));
        judgement.broken.extend(missing);
        judgement
    }

    /// The findings that break source code.
    fn breaks(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings().iter().filter(|finding| finding.source == Some(Severity::Breaking))
    }

    /// Summarizes both verdicts in a line.
    pub(crate) fn row(&self) -> String {
        let (says, does) = (self.breaks().count(), self.broken.len());
        let agree = if (says > 0) == (does > 0) && self.complaints().is_empty() { "agree" } else { "DISAGREE" };
        format!("{:5}  {says:5} source breaks reported, {does:5} lines do not compile  {agree}", self.report.verdict().word())
    }

    /// Lists what the report says and the compiler does not, and the reverse.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let reported: BTreeSet<&str> = self.breaks().flat_map(names).collect();
        let unreported = self.broken.iter().filter(|item| !reported.iter().any(|name| concerns(name, item)));
        let unreported = unreported.map(|item| format!("not reported, does not compile: {item}"));
        let harmless = self.breaks().filter(|finding| {
            let names = names(finding);
            !self.broken.iter().any(|item| names.iter().any(|name| concerns(name, item)))
        });
        let harmless = harmless.map(|finding| format!("reported, compiles: {} [{}]", finding.message(), finding.rule.id));
        self.other_errors.iter().cloned().chain(unreported).chain(harmless).collect()
    }
}

/// The paths and keys of a finding and its consequences.
fn names(finding: &Finding) -> Vec<&str> {
    let consequences = finding.consequences.iter().flat_map(|consequence| [&*consequence.path, consequence.key.as_str()]);
    [&*finding.path, finding.key.as_str()].into_iter().chain(consequences).collect()
}

/// Whether a path or key is that of an item, of something around it, or of a type that it mentions.
fn concerns(name: &str, item: &Item) -> bool {
    let name = name.split_once('(').map_or(name, |(path, _)| path);
    let is_around = |text: &str| text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ']));
    let is_mentioned = || {
        item.ty.match_indices(name).any(|(start, _)| {
            let after = item.ty[start + name.len()..].chars().next();
            name.contains("::") && !after.is_some_and(|next| next.is_alphanumeric() || next == '_')
        })
    };
    // The struct of what a constructor takes by name is reported by its fields.
    let is_field = || item.key.as_str().strip_suffix(" own required").is_some_and(|owner| name.starts_with(owner));
    is_around(&item.path) || is_around(item.key.as_str()) || is_mentioned() || is_field()
}
