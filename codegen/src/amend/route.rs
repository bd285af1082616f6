//! `Route`: a value of a description, and the JSONPath by which an overlay selects it.

use crate::node::{FileId, Node, Value};
use crate::source::{Description, Spot};

/// How many references one may lead to after the other.
const LONGEST_CHAIN: usize = 32;

/// A place, and a path that selects it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Route {
    pub(super) spot: Spot,
    pub(super) path: String,
}

/// The values of a description.
pub(super) struct Routes<'a> {
    pub(super) description: &'a Description,
    main: FileId,
}

/// The versions that say things differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Swagger,
    V3_0,
    Later,
}

impl<'a> Routes<'a> {
    pub(super) fn of(description: &'a Description) -> Result<Self, String> {
        let main = description.main_file().ok_or("the description cannot be read")?;
        Ok(Self { description, main })
    }

    pub(super) fn root(&self) -> Route {
        Route { spot: Spot::root(self.main), path: "$".to_owned() }
    }

    pub(super) fn dialect(&self) -> Dialect {
        let root = self.node(&self.root());
        let version = root.and_then(|root| root.get("openapi")).and_then(Node::as_str);
        match version {
            None if root.is_some_and(|root| root.get("swagger").is_some()) => Dialect::Swagger,
            Some(version) if version.starts_with("3.0") => Dialect::V3_0,
            _ => Dialect::Later,
        }
    }

    pub(super) fn node(&self, route: &Route) -> Option<&'a Node> {
        self.description.value(&route.spot)
    }

    /// The value under a key, or at a position.
    pub(super) fn child(&self, route: &Route, token: &str) -> Option<Route> {
        let child = Route {
            spot: route.spot.child(token),
            path: route.path.clone() + &step(token, self.node(route)?.as_sequence().is_some()),
        };
        self.node(&child).is_some().then_some(child)
    }

    /// All that is in a mapping or list, with the keys or positions.
    pub(super) fn children(&self, route: &Route) -> Vec<(String, Route)> {
        let keys: Vec<String> = match self.node(route).map(|node| &node.value) {
            Some(Value::Mapping(entries)) => entries.keys().cloned().collect(),
            Some(Value::Sequence(elements)) => (0..elements.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        };
        keys.into_iter().filter_map(|key| self.child(route, &key).map(|child| (key, child))).collect()
    }

    /// What a reference leads to, whatever file it is in; a route that is no reference as it is.
    pub(super) fn resolved(&self, mut route: Route) -> Route {
        for _ in 0..LONGEST_CHAIN {
            match self.target(&route) {
                Some(target) => route = target,
                None => break,
            }
        }
        route
    }

    /// What is changed by an action whose path is the route's: overlays follow references out of a file.
    pub(super) fn settled(&self, mut route: Route) -> Route {
        for _ in 0..LONGEST_CHAIN {
            match self.target(&route) {
                Some(target) if !self.is_main(&route) || !self.is_main(&target) => route = target,
                _ => break,
            }
        }
        route
    }

    /// What the reference at a route leads to, if there is one.
    pub(super) fn target(&self, route: &Route) -> Option<Route> {
        let spot = self.description.target_of(&route.spot)?;
        // Another file has no path but the one that leads through references.
        let path = if spot.file == self.main { self.path(&spot) } else { route.path.clone() };
        Some(Route { spot, path })
    }

    fn is_main(&self, route: &Route) -> bool {
        route.spot.file == self.main
    }

    /// The path to a place in the description's own file.
    fn path(&self, spot: &Spot) -> String {
        let mut route = self.root();
        for token in spot.pointer.tokens() {
            match self.child(&route, token) {
                Some(child) => route = child,
                None => break,
            }
        }
        route.path
    }
}

/// A step of a JSONPath.
fn step(token: &str, is_position: bool) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || character == '_';
    match token.chars().next() {
        _ if is_position => format!("[{token}]"),
        Some(first) if !first.is_ascii_digit() && token.chars().all(is_plain) => format!(".{token}"),
        _ => format!("[{}]", quoted(token)),
    }
}

/// The step of a JSONPath to the values of some keys.
pub(super) fn steps(keys: &[String]) -> String {
    match keys {
        [key] => step(key, false),
        _ => format!("[{}]", keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(", ")),
    }
}

/// A text as a JSONPath quotes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        match character {
            '\'' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => quoted.push(other),
        }
    }
    quoted + "'"
}
