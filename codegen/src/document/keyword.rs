//! Keywords of schemas that are all read alike.

/// Keywords that neither the types nor the docs need: they name parts of the text, speak to its readers, or concern XML only,
/// which is text.
pub(super) const SILENT: [&str; 11] = [
    "$schema",
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$dynamicRef",
    "$vocabulary",
    "$comment",
    "$defs",
    "definitions",
    "xml",
];

/// Keywords that narrow a value further than the emitted types say.
pub(super) const NARROWING: [&str; 5] = ["$recursiveRef", "contains", "minContains", "maxContains", "propertyNames"];
