//! An item was renamed and its old name is a deprecated alias.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "name-softened",
    title: "Renamed, with the old name as a deprecated alias",
    message: "`{before}` is now `{after}`; the old name is deprecated",
    help: "code that uses the old name compiles with a warning that gives the new name",
    source: Effect::INFO,
    opposite: Opposite::None("the reverse is the renaming of an item whose deprecated alias is gone"),
    note: Note::Kept,
    applies: |change| match change.both() {
        Some((before, after)) if before.path != after.path && change.is_softened() => change.differs(&before.path, &after.path),
        _ => Vec::new(),
    },
    example: Example {
        before: "#/components/schemas/Pet = struct models::Pet",
        after: "#/components/schemas/Pet = struct models::Animal\n\
            #/components/schemas/Pet former Pet = type models::Pet: Animal",
        says: "`models::Pet` is now `models::Animal`; the old name is deprecated",
    },
    ..Rule::BASE
};
