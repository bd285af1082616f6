//! Floors: what each part of the generator may use.

use super::source::Source;

/// Parts from the ground up, and the parts that each may use beside itself: none but those before it.
const FLOORS: [(&str, &[&str]); 29] = [
    ("pointer", &[]),
    ("limits", &[]),
    ("text", &[]),
    ("node", &["pointer"]),
    ("diagnostic", &["limits", "node"]),
    ("source", &["pointer", "limits", "node", "diagnostic"]),
    ("listing", &["node", "diagnostic", "source"]),
    ("document", &["pointer", "node", "source", "diagnostic"]),
    ("selection", &[]),
    ("api", &["pointer", "limits", "node", "source", "diagnostic", "document", "selection"]),
    ("record", &["text"]),
    ("share", &["node", "source", "document", "api", "record"]),
    ("moved", &["api", "record", "share"]),
    ("keep", &["node", "source", "document", "api", "record", "share"]),
    ("names", &["node", "source", "diagnostic", "document", "api", "record", "share"]),
    ("plan", &["pointer", "limits", "text", "node", "source", "diagnostic", "document", "api", "record", "share", "names"]),
    ("surface", &["node", "record", "names", "plan"]),
    ("compare", &["diagnostic", "record"]),
    ("amend", &["pointer", "node", "source", "diagnostic", "api", "record"]),
    ("emit", &["text", "plan"]),
    ("render", &["plan", "emit"]),
    ("tree", &["text", "record", "names", "plan", "render"]),
    ("summary", &["names", "plan", "tree"]),
    ("settings", &["limits", "diagnostic", "selection"]),
    (
        "pipeline",
        &[
            "limits",
            "source",
            "diagnostic",
            "document",
            "api",
            "record",
            "moved",
            "share",
            "keep",
            "names",
            "plan",
            "surface",
            "compare",
            "amend",
            "render",
            "tree",
            "summary",
            "settings",
        ],
    ),
    ("scaffold", &["text", "record", "names", "plan", "tree", "settings"]),
    (
        "project",
        &[
            "limits",
            "source",
            "diagnostic",
            "listing",
            "record",
            "names",
            "tree",
            "settings",
            "scaffold",
            "surface",
            "compare",
            "amend",
            "amendment",
            "generate",
            "generate_and_compare",
            "Input",
            "InputFile",
            "Outcome",
            "Summary",
        ],
    ),
    (
        "cli",
        &["compare", "amend", "diagnostic", "listing", "tree", "settings", "project", "Project", "Outcome", "summary", "Summary"],
    ),
    ("main", &["cli"]),
];

/// The library's face, which only names its parts.
const FACE: &str = "lib.rs";

/// Uses of what is not below.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    if source.path == FACE {
        return Vec::new();
    }
    let part = source.path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| *name == part) else {
        return vec![format!("`{part}` stands on no floor")];
    };
    let used = source.modules().into_iter();
    used.filter(|used| used != part && !allowed.contains(&used.as_str())).map(|used| format!("uses `{used}`")).collect()
}

pub(crate) const OFFENCES: &[(&str, &str)] = &[
    ("plan/model.rs", "use crate::emit::File;"),
    ("names/reserved.rs", "use crate::plan::Name;"),
    ("document/schema.rs", "use crate::api::Schema;"),
    ("plan/model.rs", "use crate::{api::Api, emit};"),
    ("plan/mod.rs", "use super::emit;"),
    ("plan/model.rs", "fn name() -> String { super::super::render::MARKER.to_owned() }"),
    ("node.rs", "fn at() { format!(\"{}\", crate::source::FileId(0)); }"),
    ("emit/mod.rs", "use crate::api::Schema;"),
    ("cli/check.rs", "use clientsmith::emit::files;"),
    ("helper.rs", "fn help() {}"),
    ("diagnostic/mod.rs", "use crate::source::Sources;"),
    ("source/mod.rs", "use crate::listing::render;"),
];

#[test]
fn no_part_may_use_a_later_one() {
    for (index, (part, allowed)) in FLOORS.iter().enumerate() {
        let later = FLOORS[index..].iter().map(|(name, _)| name).find(|name| allowed.contains(name));
        assert_eq!(later, None, "`{part}` may use what is not below it");
    }
}
