//! The default of a value changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule, Severity};
use crate::compare::subject::Subject;
use crate::record::FactName;

pub(super) const RULE: Rule = Rule {
    id: "default-changed",
    title: "Changed defaults",
    message: "the default of `{path}` is now {after} instead of {before}",
    help: "callers that omit the value get a different result",
    behaviour: Effect { sent: Some(Severity::Warning), received: Some(Severity::Info), otherwise: Some(Severity::Warning) },
    opposite: Opposite::Itself,
    is_of_shape: false,
    applies: |change| {
        change.fact_differs(
            &[Subject::Property, Subject::Parameter, Subject::Argument, Subject::Server],
            FactName::Default,
            "nothing",
        )
    },
    example: Example {
        before: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; default 10",
        after: "GET /pets = fn operations::pets::Pets::list: () -> ListRequest\n\
            GET /pets query owner = set operations::pets::ListRequest::owner: i64; default 20",
        says: "the default of `operations::pets::ListRequest::owner` is now 20 instead of 10",
    },
    oasdiff: &[
        "request-parameter-default-value-changed",
        "request-parameter-default-value-added",
        "request-parameter-default-value-removed",
        "request-property-default-value-changed",
        "response-property-default-value-changed",
    ],
    ..Rule::BASE
};
