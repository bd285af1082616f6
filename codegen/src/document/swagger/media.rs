//! `MediaTypes`: `consumes` and `produces`, which operations inherit.

use super::{Conversion, stated};
use crate::document::MediaKind;
use crate::node::{Node, Origin};

/// What an operation consumes and produces.
#[derive(Clone, Debug, Default)]
pub(super) struct MediaTypes {
    pub(super) consumes: Option<Vec<(Origin, String)>>,
    pub(super) produces: Option<Vec<(Origin, String)>>,
}

impl MediaTypes {
    /// These, except where a node says otherwise.
    pub(super) fn or_of(&self, node: &Node, conversion: &mut Conversion<'_>) -> Self {
        let mut list = |key, inherited: &Option<Vec<_>>| match stated(node, key) {
            Some(list) => Some(conversion.texts(list)),
            None => inherited.clone(),
        };
        Self { consumes: list("consumes", &self.consumes), produces: list("produces", &self.produces) }
    }

    /// The first media type that is produced, if all of them are bytes.
    pub(super) fn of_bytes(&self) -> Option<&str> {
        let mut produced = self.produces.iter().flatten().map(|(_, name)| name.as_str());
        let is_bytes = produced.clone().all(|name| MediaKind::of(name) == MediaKind::Binary);
        produced.next().filter(|_| is_bytes)
    }

    /// Those of errors: where all that is produced is bytes, these are the bodies of successes.
    pub(super) fn of_errors(&self) -> Self {
        let produces = self.produces.clone().filter(|_| self.of_bytes().is_none());
        Self { consumes: self.consumes.clone(), produces }
    }
}

impl Conversion<'_> {
    /// `content` of a body: the same schema, and what else is said of it, for each media type.
    pub(super) fn content(&mut self, list: &Option<Vec<(Origin, String)>>, usual: &str, at: Origin, media_type: &Node) -> Node {
        let names: Vec<&str> = list.iter().flatten().map(|(_, name)| name.as_str()).collect();
        let names = if names.is_empty() { vec![usual] } else { names };
        let count = if self.may_copy(media_type, names.len() - 1, at) { names.len() } else { 1 };
        Node::mapping(at, names.into_iter().take(count).map(|name| (name, media_type.clone())))
    }
}
