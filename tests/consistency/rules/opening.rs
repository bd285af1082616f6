//! The first lines of a file: a sentence that says what it holds.

use super::source::Source;

/// What is wrong with how a file opens.
pub(crate) fn violations(source: &Source) -> Vec<String> {
    let opening: Vec<&str> = source.text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
    let opening = opening.join(" ");
    let is_sentence = opening.split(' ').count() > 1 && opening.ends_with(['.', ':']);
    if is_sentence { Vec::new() } else { vec![format!("opens with {opening:?}")] }
}

pub(crate) const OFFENCES: &[(&str, &str)] = &[
    ("plan/mod.rs", "use std::fmt;"),
    ("plan/mod.rs", "// Plans what is to be written.\n\nuse std::fmt;"),
    ("plan/mod.rs", "use std::fmt;\n\nmod a { //! Plans what is to be written.\n}"),
    ("plan/mod.rs", "//! Placeholder.\n"),
    ("plan/mod.rs", "//! Plans what is to be written\n"),
];
