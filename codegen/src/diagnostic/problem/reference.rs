//! Problems of references.

macro_rules! reference_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A reference that leads nowhere.
    DanglingReference {
        /// The reference.
        reference: String,
        /// What it was likely meant to be.
        suggestion: Option<String>,
    } => {
        code: "dangling-reference", level: Error,
        message: format!("`{reference}` does not exist"),
        help: did_you_mean(suggestion.as_deref()),
    }

    /// A reference out of the document.
    RemoteReference {
        /// The reference.
        reference: String,
    } => {
        code: "remote-reference", level: Error,
        message: format!("`{reference}` is not in a file, and nothing is fetched from a network"),
        help: "save what it refers to as a file beside the description, and refer to that",
    }

    /// A reference to a file that must not be read.
    OutsideReference {
        /// The reference.
        reference: String,
    } => {
        code: "outside-reference", level: Error,
        message: format!("`{reference}` is outside of the description's folder"),
        help: "name its folder in the settings, such as `roots = [\"..\"]`, or to `new` with `--root`",
    }

    /// References that lead back to themselves.
    CircularReference {
        /// The reference.
        reference: String,
    } => {
        code: "circular-reference", level: Error,
        message: format!("`{reference}` leads back to itself"),
        help: None,
    }

    /// A reference to a reference, and so on, too often.
    LongReference {
        /// The reference.
        reference: String,
        /// How many a chain may have.
        limit: usize,
    } => {
        code: "long-reference", level: Error,
        message: format!("`{reference}` leads to a chain of more than {limit} references"),
        help: "refer to what stands at its end",
    }
    } };
}
