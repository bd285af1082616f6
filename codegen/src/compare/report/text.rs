//! The report as text that fits on a screen, with long lists cut.

use std::fmt;

use super::Report;
use super::sections::{ByRule, Section, sections};
use crate::compare::finding::Finding;
use crate::compare::rule::{Rule, Severity};

/// The number of lines on a screen.
const SCREEN: usize = 24;
/// The maximum number of listed findings per rule.
const LISTED: usize = 3;

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sections = sections(self);
        let lines = |listed| self.lines(&sections, listed);
        let fitting = (1..=LISTED).rev().map(lines).find(|lines| lines.len() <= SCREEN);
        fitting.unwrap_or_else(|| lines(1)).iter().try_for_each(|line| writeln!(formatter, "{line}"))
    }
}

impl Report {
    /// Formats the whole report, however long.
    pub fn whole_text(&self) -> String {
        self.lines(&sections(self), usize::MAX).join("\n") + "\n"
    }

    fn lines(&self, sections: &[(Section, ByRule<'_>)], listed: usize) -> Vec<String> {
        let mut lines = vec![self.headline()];
        for (section, by_rule) in sections {
            lines.push(format!("{}:", section.title()));
            match section {
                Section::Kept | Section::New | Section::Other => {
                    lines.extend(by_rule.iter().map(|(rule, found)| names(rule, found, listed)))
                }
                _ => add_findings(by_rule, listed, &mut lines),
            }
        }
        if let Some(first) = self.held_back.first() {
            lines.push(format!(
                "Held back ({}): kept as released, although the description gives a different form",
                self.held_back.len()
            ));
            lines.push(format!("  {} instead of {}", first.kept, first.given));
        }
        lines
    }
}

/// Lists the names of items in a line.
fn names(rule: &Rule, found: &[&Finding], listed: usize) -> String {
    let names: Vec<&str> = found.iter().take(listed).map(|finding| finding.path.as_str()).collect();
    let more = match found.len() - names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let of_contents = |id| found.iter().flat_map(|finding| &finding.consequences).filter(move |inside| inside.rule == id).count();
    let contents = rule.contents.map(|(id, name)| (of_contents(id), name)).filter(|(count, _)| *count > 0);
    let with = contents.map(|(count, name)| format!(", with {count} {name}")).unwrap_or_default();
    format!("  {} ({}{with}): {}{more}", rule.title, found.len(), names.join(", "))
}

fn add_findings(by_rule: &ByRule<'_>, listed: usize, lines: &mut Vec<String>) {
    for (rule, found) in by_rule {
        let indent = if let [_] = found.as_slice() {
            "  "
        } else {
            lines.push(format!("  {} ({}):", rule.title, found.len()));
            "    "
        };
        lines.extend(found.iter().take(listed).map(|finding| format!("{indent}{}", line(finding))));
        let more = found.len().saturating_sub(listed);
        if more > 0 {
            lines.push(format!("{indent}and {more} more"));
        }
    }
}

/// Formats a finding in a line: its message, number of consequences, rule and aspects.
fn line(finding: &Finding) -> String {
    let follows = match finding.consequences.len() {
        0 => String::new(),
        count => format!(" (+{count})"),
    };
    let location = finding.location.as_ref().map(|place| format!(" at {}:{}", place.file, place.line)).unwrap_or_default();
    let reason = finding.allowed.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("{}{follows} [{}: {}]{location}{reason}", finding.message(), finding.rule.id, aspects(finding).join(", "))
}

/// Returns the aspects with the highest severity.
fn aspects(finding: &Finding) -> Vec<&'static str> {
    let worst = finding.severity().unwrap_or(Severity::Info);
    let aspects = [(finding.behaviour, "behaviour"), (finding.wire, "wire"), (finding.source, "source")];
    aspects.into_iter().filter(|(severity, _)| *severity == Some(worst)).map(|(_, aspect)| aspect).collect()
}
