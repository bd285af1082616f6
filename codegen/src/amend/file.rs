//! The overlay that amendments are written to.

use super::Amendment;
use crate::diagnostic::Diagnostics;
use crate::node::Node;
use crate::source::Sources;

/// The file's name; it is beside the settings.
pub const FILE: &str = "amendments.overlay.yaml";

const HEAD: &str = "\
# Where the server disagrees with the description. `clientsmith amend` adds actions at the end; edit or remove them as you like.
overlay: 1.1.0
info:
  title: What the server really sends
  version: 1.0.0
actions:
";

/// The text of the file with the actions of an amendment at its end; none if it has them all.
///
/// # Errors
///
/// Fails if the text is not one that an action can be added to.
pub fn appended(text: Option<&str>, amendment: &Amendment) -> Result<Option<String>, String> {
    let text = text.unwrap_or(HEAD);
    let earlier = actions(text).ok_or_else(|| format!("`{FILE}` is not an overlay"))?;
    let missing = amendment.actions.iter().filter(|action| !earlier.iter().any(|node| action.is_said(node)));
    let missing: Vec<_> = missing.cloned().collect();
    if missing.is_empty() {
        return Ok(None);
    }
    let mut items = text.lines().skip_while(|line| !line.starts_with("actions:"));
    let first = items.find(|line| line.trim_start().starts_with("- "));
    let indent = first.map_or("  ", |line| &line[..line.len() - line.trim_start().len()]);
    let mut longer = text.to_owned();
    if !longer.ends_with('\n') {
        longer.push('\n');
    }
    for action in &missing {
        longer.push_str(&action.yaml(&amendment.reason(), indent));
    }
    let is_added = actions(&longer).is_some_and(|all| {
        all.len() == earlier.len() + missing.len() && missing.iter().all(|action| all.iter().any(|node| action.is_said(node)))
    });
    match is_added {
        true => Ok(Some(longer)),
        false => Err(format!("no action can be added to `{FILE}`: `actions` has to be the last key, with an action per `- `")),
    }
}

/// The actions of an overlay.
fn actions(text: &str) -> Option<Vec<Node>> {
    let mut sources = Sources::default();
    let file = sources.add_text(FILE, text.to_owned());
    let root = sources.parse(file, &mut Diagnostics::default())?;
    match root.get("actions")?.as_sequence() {
        Some(actions) => Some(actions.to_vec()),
        // The list of a file that was just begun is empty.
        None => Some(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{Action, Amendment, Change};
    use super::*;

    #[test]
    fn appends_what_is_not_there() {
        let action = |change| Action { target: "$.paths['/a: #b']".to_owned(), change };
        let actions = vec![
            action(Change::Update(json!({ "type": ["string", "null"], "enum": [null], "anyOf": [{ "$ref": "#/a", "b": {} }] }))),
            action(Change::Remove),
            Action { target: "$.a".to_owned(), change: Change::Copy("$.b".to_owned()) },
        ];
        let amendment =
            Amendment { operation: "GET /a".to_owned(), place: "[0][\"a: b\"]".to_owned(), actions, changed: Vec::new() };
        let first = appended(None, &amendment).expect("it is begun").expect("it has something new");
        assert_eq!(appended(Some(&first), &amendment), Ok(None));
        let one = Amendment { actions: vec![amendment.actions[1].clone()], ..amendment.clone() };
        let own = "overlay: 1.0.0\ninfo: {}\nactions:\n- target: $.c # mine\n  remove: true";
        let longer = appended(Some(own), &one).expect("it is added").expect("it is new");
        assert!(longer.starts_with(own) && longer.contains("\n- target: \"$.paths['/a: #b']\"\n"), "{longer}");
        for text in ["overlay: 1.0.0\nactions: [{target: $.c, remove: true}]\n", "x: 1\n", "actions:\n- target: $\ninfo: {}\n"] {
            assert!(appended(Some(text), &one).is_err(), "{text}");
        }
    }
}
