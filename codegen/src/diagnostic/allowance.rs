//! `Allowance`: an error that is not to keep the client from being generated.

/// An error that is not to keep the client from being generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The error's code.
    pub code: String,
    /// Where it is: a JSON Pointer, before which a file and a `#` may stand, and after which `*` for all that is inside.
    pub at: Option<String>,
    /// Why it is allowed.
    pub reason: String,
}
