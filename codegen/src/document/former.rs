//! Keys that once were extensions of ours. Other tools use them as well, so that they are left alone; but where one looks as it did
//! when it was ours, a warning names its successor.

use super::extension::duration;
use super::object::Object;
use super::pagination::STYLES;
use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::Node;

/// The former keys and their successors in `x-clientsmith`.
const FORMER: [(&str, &str); 4] =
    [("x-rust-name", "name"), ("x-timeout", "timeout"), ("x-pagination", "pagination"), ("x-variants", "variants")];

/// Reports former keys that have their former shape at their former place, which is where their successors have a meaning.
pub(super) fn report(object: &mut Object<'_>, meaningful: &[&str], reading: &mut Reading<'_>) {
    for (key, successor) in FORMER.into_iter().filter(|(_, successor)| meaningful.contains(successor)) {
        if let Some(node) = object.node(key).filter(|node| has_former_shape(successor, node)) {
            reading.diagnostics.report_key(node.at, Problem::FormerExtension { key, successor });
        }
    }
}

fn has_former_shape(successor: &str, node: &Node) -> bool {
    match successor {
        "timeout" => is_timeout(node),
        "pagination" => is_pagination(node),
        "variants" => is_variants(node),
        _ => node.as_str().is_some(),
    }
}

fn is_timeout(node: &Node) -> bool {
    node.as_str().is_some_and(|text| duration(text).is_some())
}

fn is_pagination(node: &Node) -> bool {
    const KEYS: [&str; 8] = ["style", "limit", "items", "offset", "page", "first", "cursor", "next"];
    let has_style = node.get("style").and_then(Node::as_str).is_some_and(|style| STYLES.contains(&style));
    has_style && node.as_mapping().is_some_and(|entries| entries.keys().all(|key| KEYS.contains(&key.as_str())))
}

fn is_variants(node: &Node) -> bool {
    let is_call = |call: &Node| call.get("value").is_some();
    let calls = node.get("calls").and_then(Node::as_mapping);
    node.get("property").and_then(Node::as_str).is_some() && calls.is_some_and(|calls| calls.values().all(is_call))
}
