//! The rules of oasdiff that no rule of ours is for, each with the reason.

/// The rules of oasdiff that no rule of ours is for, or whole families of them, each with the reason.
pub(super) const REFUSED: &[(&str, &str)] = &[
    (
        "api-deprecated-sunset-missing",
        "no date of removal is asked for: a call that is gone is `call-removed`, deprecated or not",
    ),
    ("api-path-removed-before-sunset", "the same"),
    ("api-sunset-date-too-small", "the same"),
    ("request-body-all-of-added", "`allOf` is resolved before clients are compared: what it changes has its rules"),
    ("response-body-all-of-removed", "the same"),
    ("unparseable-property-from-x-extensible-enum", "every enum has a variant for values that it does not know"),
    (
        "response-property-pattern-changed",
        "values that are received are not checked: `constraint-tightened` is for those that are sent",
    ),
    ("request-optional-property-became-read-only", "the property is not sent any more: its setter is `setter-removed`"),
];
