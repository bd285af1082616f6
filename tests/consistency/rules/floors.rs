//! Floors: what each part of the generator may use.

use super::source::Source;

/// Parts from the ground up, and the parts that each may use beside itself.
const FLOORS: [(&str, &[&str]); 20] = [
    ("pointer", &[]),
    ("limits", &[]),
    ("node", &["pointer"]),
    // Both of the lowest floor: a diagnostic points into a source, and reading one reports.
    ("source", &["pointer", "limits", "node", "diagnostic"]),
    ("diagnostic", &["pointer", "limits", "node", "source"]),
    ("document", &["pointer", "node", "source", "diagnostic"]),
    ("selection", &[]),
    ("api", &["pointer", "limits", "node", "source", "diagnostic", "document", "selection"]),
    ("names", &["node", "source", "diagnostic", "document", "api"]),
    ("plan", &["pointer", "limits", "node", "source", "diagnostic", "document", "api", "names"]),
    ("emit", &["plan"]),
    ("render", &["plan", "emit"]),
    ("tree", &["names", "plan", "render"]),
    ("summary", &["names", "plan", "tree"]),
    ("settings", &["limits", "diagnostic", "selection"]),
    ("scaffold", &["names", "plan", "tree", "settings"]),
    (
        "project",
        &[
            "limits",
            "source",
            "diagnostic",
            "tree",
            "settings",
            "scaffold",
            "generate",
            "Input",
            "InputFile",
            "Outcome",
            "Summary",
        ],
    ),
    ("cli", &["diagnostic", "tree", "settings", "project", "Project", "Outcome", "summary", "Summary"]),
    ("main", &["cli"]),
    (
        "lib",
        &[
            "pointer",
            "limits",
            "node",
            "source",
            "diagnostic",
            "document",
            "api",
            "plan",
            "emit",
            "render",
            "tree",
            "summary",
            "settings",
            "project",
            "selection",
        ],
    ),
];

/// Uses of what is not below.
pub(crate) fn violations(source: &Source) -> Vec<String> {
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
];
