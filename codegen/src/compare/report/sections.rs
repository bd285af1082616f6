//! `Section`: the parts of a report in reading order.

use super::Report;
use crate::compare::RULES;
use crate::compare::finding::Finding;
use crate::compare::rule::{Note, Rule, Severity};

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// Compiles but behaves differently.
    Behaviour,
    /// Breaks deployed programs.
    Wire,
    /// Breaks source code.
    Source,
    /// May affect some callers.
    Warnings,
    /// Kept as deprecated.
    Kept,
    /// New items.
    New,
    /// Other changes.
    Other,
    /// Allowed by the settings.
    Allowed,
}

impl Section {
    pub(super) const ALL: [Self; 8] =
        [Self::Behaviour, Self::Wire, Self::Source, Self::Warnings, Self::Kept, Self::New, Self::Other, Self::Allowed];

    /// Returns the section of a finding.
    fn of(finding: &Finding) -> Self {
        let is_breaking = |severity| severity == Some(Severity::Breaking);
        match finding {
            _ if finding.allowed.is_some() => Self::Allowed,
            _ if finding.behaviour >= Some(Severity::Warning) => Self::Behaviour,
            _ if is_breaking(finding.wire) => Self::Wire,
            _ if is_breaking(finding.source) => Self::Source,
            _ if finding.severity() == Some(Severity::Warning) => Self::Warnings,
            _ => match finding.rule.note {
                Note::Kept => Self::Kept,
                Note::New => Self::New,
                Note::Other => Self::Other,
            },
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Behaviour => "Compiles but behaves differently",
            Self::Wire => "Breaks deployed programs",
            Self::Source => "Breaks source code",
            Self::Warnings => "May affect some callers",
            Self::Kept => "Kept as deprecated",
            Self::New => "New",
            Self::Other => "Also changed",
            Self::Allowed => "Allowed by the settings",
        }
    }
}

/// The findings of a section by rule, in the order of the rules.
pub(super) type ByRule<'a> = Vec<(&'static Rule, Vec<&'a Finding>)>;

/// Returns the sections that have findings.
pub(super) fn sections(report: &Report) -> Vec<(Section, ByRule<'_>)> {
    let of_section = |section: Section| {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| Section::of(finding) == section).collect();
        let of_rule = |rule: &'static Rule| {
            let found: Vec<&Finding> = found.iter().copied().filter(|finding| finding.rule.id == rule.id).collect();
            (!found.is_empty()).then_some((rule, found))
        };
        (section, RULES.iter().filter_map(of_rule).collect::<Vec<_>>())
    };
    Section::ALL.into_iter().map(of_section).filter(|(_, by_rule)| !by_rule.is_empty()).collect()
}
