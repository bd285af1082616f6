//! A server with another address.

use crate::compare::rule::{Effect, Example, Opposite, Rule};
use crate::compare::subject::Subject;
use crate::record::Kind;

pub(super) const RULE: Rule = Rule {
    id: "server-changed",
    title: "Servers with another address",
    message: "`{path}` is `{after}`; before, it was `{before}`",
    help: "programs that are compiled with the new client send to the new address",
    wire: Effect::WARNS,
    behaviour: Effect::WARNS,
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
        says: "`servers::DEFAULT` is `https://b.example`; before, it was `https://a.example`",
    },
    oasdiff: &[],
    ..Rule::BASE
};
