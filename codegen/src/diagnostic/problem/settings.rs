//! Problems of what the settings name: overlays, allowances, selections.

macro_rules! settings_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// An overlay that does not say what to do.
    InvalidOverlay {
        /// Why.
        why: String,
    } => {
        code: "invalid-overlay", level: Error,
        message: format!("this overlay cannot be applied: {why}"),
        help: None,
    }

    /// An action of an overlay that selects nothing.
    UnmatchedAction {
        /// The path that it names.
        target: String,
    } => {
        code: "unmatched-action", level: Error,
        message: format!("`{target}` selects nothing in the description"),
        help: None,
    }

    /// An allowance that applies to no error.
    UnusedAllowance {
        /// The code that it names.
        code: String,
        /// The place that it names.
        at: Option<String>,
    } => {
        code: "unused-allowance", level: Warning,
        message: match at {
            Some(at) => format!("the settings allow `{code}` at `{at}`, where there is no such error"),
            None => format!("the settings allow `{code}`, but there is no such error"),
        },
        help: match Problem::CODES.contains(&code.as_str()) {
            true => Some("remove the entry from `allow`".to_owned()),
            false => did_you_mean(suggest(code, Problem::CODES.iter().copied())).or(Some("there is no such code".to_owned())),
        },
    }

    /// An address that nothing in the record has.
    NothingToAdopt {
        /// The address.
        address: String,
        /// Those of items that resemble it.
        nearest: Vec<String>,
    } => {
        code: "nothing-to-adopt", level: Error,
        message: format!("`{address}` is neither a key nor a Rust path in `generated.api`"),
        help: nearest_of(nearest).or(Some("name a key or a Rust path that is in `generated.api`, or `all`".to_owned())),
    }

    /// A name in the settings for something that is not there.
    UnknownName {
        /// The key or path.
        address: String,
        /// The line of the settings.
        line: usize,
        /// Those of items that resemble it.
        nearest: Vec<String>,
    } => {
        code: "unknown-name", level: Warning,
        message: format!("`names` in line {line} of the settings gives a name to `{address}`, which is not in the client"),
        help: nearest_of(nearest).or(Some("take a key or a Rust path of `generated.api`".to_owned())),
    }

    /// A name in the settings for something whose name follows from that of something else.
    DependentName {
        /// The key or path.
        address: String,
        /// The line of the settings.
        line: usize,
    } => {
        code: "dependent-name", level: Warning,
        message: format!("`names` in line {line} of the settings gives a name to `{address}`, which cannot have one"),
        help: "give a name to what it belongs to: its name follows from that one, or is the same in every client",
    }

    /// A pattern of the settings that means no operation.
    UnmatchedPattern {
        /// `include` or `exclude`.
        key: &'static str,
        /// The pattern, in words.
        pattern: String,
    } => {
        code: "unmatched-pattern", level: Warning,
        message: format!("`{key}` names {pattern}, which matches no operation"),
        help: None,
    }
    } };
}
