//! A security definition becomes a security scheme.

use super::Conversion;
use crate::diagnostic::Problem;
use crate::node::{Mapping, Node};

/// The flows of OAuth 2 under their two names.
const FLOWS: [(&str, &str); 4] = [
    ("implicit", "implicit"),
    ("password", "password"),
    ("application", "clientCredentials"),
    ("accessCode", "authorizationCode"),
];

impl Conversion<'_> {
    pub(super) fn security_scheme(&mut self, node: &Node) -> Node {
        let Some(node) = self.behind(node) else { return Node::mapping::<String>(node.at, []) };
        let Some(entries) = node.as_mapping() else { return node.clone() };
        match node.get("type").and_then(Node::as_str) {
            Some("basic") => basic(node, entries),
            Some("oauth2") => self.oauth2(node, entries),
            _ => node.clone(),
        }
    }

    fn oauth2(&mut self, node: &Node, entries: &Mapping) -> Node {
        let of_flow = |key: &str| matches!(key, "authorizationUrl" | "tokenUrl" | "scopes");
        let mut flow: Mapping = entries.iter().filter(|(key, _)| of_flow(key)).map(owned).collect();
        flow.entry("scopes".to_owned()).or_insert_with(|| Node::mapping::<String>(node.at, []));
        let mut scheme: Mapping = entries.iter().filter(|(key, _)| !of_flow(key) && *key != "flow").map(owned).collect();
        let Some(written) = node.get("flow") else {
            self.diagnostics.report(node.at, Problem::MissingKey { key: "flow", is_there: false });
            return Node::mapping(node.at, scheme);
        };
        match FLOWS.iter().find(|(name, _)| written.as_str() == Some(name)) {
            Some((_, name)) => {
                let flow = Node::mapping(written.at, flow);
                scheme.insert("flows".to_owned(), Node::mapping(written.at, [(*name, flow)]));
            }
            None => {
                let value = written.as_str().unwrap_or_default().to_owned();
                let expected = &["implicit", "password", "application", "accessCode"];
                self.diagnostics.report(written.at, Problem::UnknownValue { value, expected, hint: None });
            }
        }
        Node::mapping(node.at, scheme)
    }
}

fn basic(node: &Node, entries: &Mapping) -> Node {
    let entries = entries.iter().flat_map(|(key, value)| match key.as_str() {
        "type" => vec![(key.clone(), Node::text(value.at, "http")), ("scheme".to_owned(), Node::text(value.at, "basic"))],
        _ => vec![(key.clone(), value.clone())],
    });
    Node::mapping(node.at, entries)
}

fn owned((key, node): (&String, &Node)) -> (String, Node) {
    (key.clone(), node.clone())
}
