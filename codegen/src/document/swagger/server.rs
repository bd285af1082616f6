//! `host`, `basePath` and `schemes` become servers.

use super::{Conversion, stated};
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};

impl Conversion<'_> {
    /// The servers of a document, or of an operation that has schemes of its own.
    pub(super) fn servers(&mut self, root: &Node, operation: Option<&Node>) -> Option<Node> {
        let host = root.get("host");
        let base = root.get("basePath");
        let at = host.or(base)?.at;
        let text = |node: Option<&Node>| node.and_then(Node::as_str).unwrap_or_default().trim_end_matches('/').to_owned();
        let path = text(base);
        let path = if path.is_empty() || path.starts_with('/') { path } else { format!("/{path}") };
        let schemes = match operation.or_else(|| stated(root, "schemes")) {
            Some(schemes) => self.schemes(schemes),
            None => vec![(at, "https".to_owned())],
        };
        let urls: Vec<(Origin, String)> = match text(host) {
            // Where nothing is said, a document is served where it describes.
            host if host.is_empty() => vec![(at, if path.is_empty() { "/".to_owned() } else { path })],
            host => schemes.into_iter().map(|(at, scheme)| (at, format!("{scheme}://{host}{path}"))).collect(),
        };
        let servers = urls.into_iter().map(|(at, url)| Node::mapping(at, [("url", Node::text(at, url))]));
        Some(Node::sequence(at, servers.collect()))
    }

    fn schemes(&mut self, node: &Node) -> Vec<(Origin, String)> {
        let (usable, sockets): (Vec<_>, Vec<_>) =
            self.texts(node).into_iter().partition(|(_, scheme)| matches!(scheme.as_str(), "http" | "https"));
        for (at, _) in sockets {
            let instead = "the other schemes are used";
            self.diagnostics.report(at, Problem::Unsupported { what: "a scheme other than `http` and `https`", instead });
        }
        usable
    }
}
