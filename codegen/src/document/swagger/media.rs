//! `MediaTypes`: `consumes` and `produces`, which operations inherit.

use super::Conversion;
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
        let mut list = |key, inherited: &Option<Vec<_>>| match node.get(key) {
            Some(list) => Some(conversion.texts(list)),
            None => inherited.clone(),
        };
        Self { consumes: list("consumes", &self.consumes), produces: list("produces", &self.produces) }
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
