//! The address of a server changed.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::Kind;

pub(super) const RULE: Rule = Rule {
    id: "server-changed",
    title: "Servers with a different address",
    message: "`{path}` is now `{after}` instead of `{before}`",
    help: "code built with the new client sends to the new address",
    wire: Effect::WARNING,
    behaviour: Effect::WARNING,
    opposite: Opposite::Itself,
    applies: |change| match change.both() {
        Some((before, after))
            if before.kind == Kind::Constant && change.subject() == Subject::Server && before.key.root() != after.key.root() =>
        {
            change.differs(before.key.root().last_word(), after.key.root().last_word())
        }
        _ => Vec::new(),
    },
    example: Example {
        before: "server https://a.example = const servers::DEFAULT: &str",
        after: "server https://b.example = const servers::DEFAULT: &str",
        says: "`servers::DEFAULT` is now `https://b.example` instead of `https://a.example`",
    },
    oasdiff: &[],
    ..Rule::BASE
};
