//! Names of modules: what they hold, not that they hold something.

use super::source::Source;

const EMPTY: [&str; 9] = ["util", "utils", "helper", "helpers", "common", "misc", "context", "manager", "processor"];

/// Modules whose name says nothing.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    let words = source.words();
    let declared = words.windows(2).filter(|window| window[0] == "mod").map(|window| window[1].clone());
    let own = source.path.trim_end_matches(".rs").split('/').map(str::to_owned);
    own.chain(declared).filter(|name| EMPTY.contains(&name.as_str())).map(|name| format!("is named `{name}`")).collect()
}

pub(crate) const OFFENCES: &[(&str, &str)] = &[
    ("util.rs", "fn a() {}"),
    ("helpers/mod.rs", "fn a() {}"),
    ("plan/common.rs", "fn a() {}"),
    ("plan/mod.rs", "mod misc;"),
    ("plan/mod.rs", "mod util { fn a() {} }"),
];
