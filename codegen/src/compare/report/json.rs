//! The report as JSON. [`DIFF.md`](../../../DIFF.md) documents each member.

use serde_json::{Value, json};

use super::Report;
use crate::compare::finding::{Consequence, Finding, Location};
use crate::compare::held_back::HeldBack;
use crate::compare::rule::{Direction, Severity};

impl Report {
    /// Converts the whole report to JSON.
    pub fn to_json(&self) -> Value {
        let findings: Vec<Value> = self.findings.iter().map(finding).collect();
        json!({
            "verdict": self.verdict().word(),
            "version": self.version.as_ref().map(ToString::to_string),
            "next_version": self.next_version().map(|version| version.to_string()),
            "findings": findings,
            "held_back": HeldBack::list_to_json(&self.held_back),
        })
    }
}

fn finding(finding: &Finding) -> Value {
    let severity = |severity: Option<Severity>| severity.map(|severity| severity.to_string());
    let location = finding.location.as_ref().map(|Location { file, line }| json!({"file": file, "line": line}));
    let consequence = |Consequence { rule, key, path }: &Consequence| json!({"rule": rule, "key": key.as_str(), "path": path});
    json!({
        "rule": finding.rule.id,
        "message": finding.message(),
        "help": finding.rule.help,
        "key": finding.key.as_str(),
        "path": finding.path,
        "before": text(&finding.before),
        "after": text(&finding.after),
        "direction": direction(finding.direction),
        "source": severity(finding.source),
        "wire": severity(finding.wire),
        "behaviour": severity(finding.behaviour),
        "location": location,
        "consequences": finding.consequences.iter().map(consequence).collect::<Vec<_>>(),
        "allowed": finding.allowed,
    })
}

/// Returns `null` for an empty text.
fn text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn direction(direction: Direction) -> Option<&'static str> {
    match direction {
        Direction::Sent => Some("sent"),
        Direction::Received => Some("received"),
        Direction::Both => Some("both"),
        Direction::Neither => None,
    }
}
