//! `Docs`: the final lines of a doc comment.

/// Lines of a doc comment, cleaned: no line can become a doctest, a link or HTML, and none holds a control character.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Docs(pub Vec<String>);
