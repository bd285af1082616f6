//! The report as Markdown, for pull requests and changelogs.

use super::Report;
use super::sections::{Section, sections};
use crate::compare::finding::Finding;
use crate::compare::rule::Rule;

/// The maximum number of listed findings per rule: a comment on GitHub holds 65,536 characters.
const LISTED: usize = 25;

impl Report {
    /// Formats the report as Markdown, with long lists cut.
    pub fn to_markdown(&self) -> String {
        let headline = self.headline();
        let (verdict, rest) = headline.split_once(':').unwrap_or((&headline, ""));
        let mut text = format!("**{verdict}**:{rest}\n");
        for (section, by_rule) in sections(self) {
            text += &format!("\n### {}\n\n", section.title());
            for (rule, found) in by_rule {
                let line = |finding: &&Finding| if section == Section::New { new(finding) } else { line(finding) };
                let lines: Vec<String> = found.iter().take(LISTED).map(line).collect();
                text += &listed(rule, &lines, found.len());
            }
        }
        if !self.held_back.is_empty() {
            text += "\n### Held back\n\nKept as before, although the description gives something else:\n\n";
            let line = |held: &super::HeldBack| format!("`{}` instead of `{}`", held.kept, held.given);
            let lines: Vec<String> = self.held_back.iter().take(LISTED).map(line).collect();
            text += &items("", &lines, self.held_back.len());
        }
        text
    }
}

/// Lists the findings of a rule, below its title if there are several.
fn listed(rule: &Rule, lines: &[String], count: usize) -> String {
    match count {
        1 => items("", lines, count),
        _ => format!("- {} ({count}):\n{}", rule.title, items("  ", lines, count)),
    }
}

fn items(indent: &str, lines: &[String], count: usize) -> String {
    let more = match count - lines.len() {
        0 => String::new(),
        more => format!("{indent}- and {more} more\n"),
    };
    lines.iter().map(|line| format!("{indent}- {line}\n")).collect::<String>() + &more
}

/// Formats a finding: its message, number of consequences, rule and place in the description.
fn line(finding: &Finding) -> String {
    let follows = match finding.consequences.len() {
        0 => String::new(),
        count => format!(" (+{count})"),
    };
    let location = finding.location.as_ref().map(|place| format!(", `{}:{}`", place.file, place.line)).unwrap_or_default();
    let reason = finding.allowed.as_ref().map(|reason| format!(". Allowed: {reason}")).unwrap_or_default();
    format!("{}{follows} ({}{location}){reason}", finding.message(), finding.rule.id)
}

/// Formats the name of a new item.
fn new(finding: &Finding) -> String {
    format!("`{}`", finding.path)
}
