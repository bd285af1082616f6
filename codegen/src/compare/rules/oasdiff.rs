//! The rules of oasdiff without a counterpart, with reasons.

/// The rules of oasdiff, or examples of whole families of them, without a counterpart, with reasons.
pub(super) const REFUSED: &[(&str, &str)] = &[
    ("api-deprecated-sunset-missing", "removal dates are not tracked: a removed call is `call-removed`, deprecated or not"),
    ("api-path-removed-before-sunset", "the same"),
    ("api-sunset-date-too-small", "the same"),
    ("request-body-all-of-added", "`allOf` is resolved before clients are compared; its effects have their own rules"),
    ("response-body-all-of-removed", "the same"),
    ("unparseable-property-from-x-extensible-enum", "every enum has a variant for unknown values"),
    ("response-property-pattern-changed", "received values are not validated: `constraint-tightened` covers sent ones"),
];
