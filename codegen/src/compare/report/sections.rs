//! `Section`: the parts of a report, in the order in which they are read.

use super::Report;
use crate::compare::RULES;
use crate::compare::finding::Finding;
use crate::compare::rule::{Note, Rule, Severity};

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// What compiles and does something else.
    Behaviour,
    /// What breaks programs that are not compiled again.
    Wire,
    /// What breaks programs that are compiled again.
    Source,
    /// What may be bad for some.
    Warnings,
    /// What is kept, deprecated.
    Kept,
    /// What is new.
    New,
    /// What else changed.
    Other,
    /// What does not count.
    Allowed,
}

impl Section {
    pub(super) const ALL: [Self; 8] =
        [Self::Behaviour, Self::Wire, Self::Source, Self::Warnings, Self::Kept, Self::New, Self::Other, Self::Allowed];

    /// The section that a finding is in.
    fn of(finding: &Finding) -> Self {
        let is_breaking = |severity| severity == Some(Severity::Breaks);
        match finding {
            _ if finding.allowed.is_some() => Self::Allowed,
            _ if finding.behaviour >= Some(Severity::Warns) => Self::Behaviour,
            _ if is_breaking(finding.wire) => Self::Wire,
            _ if is_breaking(finding.source) => Self::Source,
            _ if finding.severity() == Some(Severity::Warns) => Self::Warnings,
            _ => match finding.rule.note {
                Note::Kept => Self::Kept,
                Note::New => Self::New,
                Note::Other => Self::Other,
            },
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Behaviour => "No compiler shows",
            Self::Wire => "Breaks programs in the field",
            Self::Source => "Breaks programs that are compiled again",
            Self::Warnings => "May be bad for some",
            Self::Kept => "Kept, deprecated",
            Self::New => "New",
            Self::Other => "Also changed",
            Self::Allowed => "Allowed by the settings",
        }
    }
}

/// The findings of a section by their rules, in the order of the rules.
pub(super) type ByRule<'a> = Vec<(&'static Rule, Vec<&'a Finding>)>;

/// The sections of a report that have findings.
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
