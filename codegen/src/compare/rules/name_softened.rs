//! An item that has another name, and the earlier one as a deprecated alias.

use crate::compare::rule::{Effect, Example, Note, Opposite, Rule};

pub(super) const RULE: Rule = Rule {
    id: "name-softened",
    title: "Renamed, with the earlier name as a deprecated alias",
    message: "`{before}` is `{after}` now; the earlier name is deprecated",
    help: "programs that use the earlier name compile, with a warning that names the new one",
    source: Effect::TELLS,
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
        says: "`models::Pet` is `models::Animal` now; the earlier name is deprecated",
    },
    ..Rule::BASE
};
