//! `Report`: the changes between two APIs, for people and for tools.

mod json;
mod markdown;
mod sections;
mod text;

use super::finding::{Finding, Location};
use super::held_back::HeldBack;
use super::rule::Severity;
use super::verdict::{Verdict, Version};
use crate::diagnostic::Allowance;

/// The changes between two APIs and the next version.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    held_back: Vec<HeldBack>,
    /// The version of the old client.
    version: Option<Version>,
}

impl Report {
    pub(super) fn new(findings: Vec<Finding>) -> Self {
        Self { findings, ..Self::default() }
    }

    /// Adds the decisions that are held back.
    #[must_use]
    pub fn with_held_back(self, held_back: Vec<HeldBack>) -> Self {
        Self { held_back, ..self }
    }

    /// Sets the old version, so that the report can name the next one.
    #[must_use]
    pub fn after_version(self, version: Version) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Sets the place of each finding in the description.
    pub fn locate(&mut self, place: impl Fn(&Finding) -> Option<Location>) {
        for finding in &mut self.findings {
            finding.location = place(finding);
        }
    }

    /// Marks the findings that the settings allow, by the id of their rule and by key or Rust path; a trailing `*` matches everything
    /// inside. Returns the allowances of rules that match no finding.
    pub fn allow<'a>(&mut self, allowances: &'a [Allowance]) -> Vec<&'a Allowance> {
        let covers = |allowance: &Allowance, finding: &Finding| {
            let is_at = |at: &String| match at.strip_suffix('*') {
                Some(start) => finding.key.as_str().starts_with(start) || finding.path.starts_with(start),
                None => finding.key.as_str() == at || finding.path == *at,
            };
            allowance.code == finding.rule.id && allowance.at.as_ref().is_none_or(is_at)
        };
        for finding in &mut self.findings {
            let allowance = allowances.iter().find(|allowance| covers(allowance, finding));
            finding.allowed = allowance.map(|allowance| allowance.reason.clone());
        }
        let is_rule = |allowance: &&Allowance| super::RULES.iter().any(|rule| rule.id == allowance.code);
        let is_unused = |allowance: &&Allowance| !self.findings.iter().any(|finding| covers(allowance, finding));
        allowances.iter().filter(is_rule).filter(is_unused).collect()
    }

    /// Returns the findings in the order of the records.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the verdict.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.findings)
    }

    /// Returns the next version if the old one is known.
    pub fn next_version(&self) -> Option<Version> {
        self.version.as_ref().map(|version| version.next(self.verdict()))
    }

    /// Counts the findings that break behaviour, the wire and source.
    fn breaks(&self) -> [(usize, &'static str); 3] {
        let count = |severity: fn(&Finding) -> Option<Severity>| {
            let counted = self.findings.iter().filter(|finding| finding.allowed.is_none());
            counted.filter(|finding| severity(finding) == Some(Severity::Breaking)).count()
        };
        [
            (count(|finding| finding.behaviour), "behaviour"),
            (count(|finding| finding.wire), "the wire"),
            (count(|finding| finding.source), "source"),
        ]
    }

    /// Summarizes the report in a line: `major: 2 changes break the wire, 3 source; the version after 0.3.1 is 0.4.0`.
    pub fn headline(&self) -> String {
        let breaks: Vec<(usize, &str)> = self.breaks().into_iter().filter(|(count, _)| *count > 0).collect();
        let mut line = self.verdict().word().to_owned();
        for (place, (count, aspect)) in breaks.iter().enumerate() {
            let verb = match (place, count) {
                (0, 1) => "change breaks ",
                (0, _) => "changes break ",
                _ => "",
            };
            line += if place == 0 { ": " } else { ", " };
            line += &format!("{count} {verb}{aspect}");
        }
        if breaks.is_empty() {
            line += if self.findings.is_empty() { ": the public API is unchanged" } else { ": nothing breaks" };
        }
        match (&self.version, self.next_version()) {
            (Some(version), Some(next)) if *version != next => line + &format!("; the version after {version} is {next}"),
            _ => line,
        }
    }
}
