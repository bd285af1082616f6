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

    /// A reference to a name that several schemas have.
    AmbiguousReference {
        /// The reference.
        reference: String,
        /// One of them.
        first: Origin,
    } => {
        code: "ambiguous-reference", level: Error,
        message: format!("`{reference}` may mean several schemas"),
        help: "give each of them a name of its own",
        related: Related { at: *first, part: Part::Value, label: "one of them is here" },
    }

    /// A pointer that leads somewhere from the schema with an `$id` around it, and from the root of the file.
    NearestPointer {
        /// The reference.
        reference: String,
        /// Where it leads from the root of the file.
        unused: Origin,
    } => {
        code: "nearest-pointer", level: Warning,
        message: format!("`{reference}` exists in the schema with an `$id` around it, and in the file"),
        help: "the one in the schema is used, as JSON Schema says; to mean the other, write the name of the file before the `#`",
        related: Related { at: *unused, part: Part::Key, label: "this one is not used" },
    }

    /// An anchor that its schema resource already has.
    DuplicateAnchor {
        /// The anchor.
        anchor: String,
        /// The schema that has it first.
        first: Origin,
    } => {
        code: "duplicate-anchor", level: Warning,
        message: format!("the anchor `{anchor}` is there twice in one schema resource"),
        help: "rename one of them, or give one of the schemas an `$id`; a reference to this anchor is an error",
        related: Related { at: *first, part: Part::Value, label: "it is here already" },
    }

    /// A reference to a component of another kind than its place takes.
    WrongComponent {
        /// The reference.
        reference: String,
        /// What the place takes.
        expected: &'static str,
        /// What the component is.
        found: &'static str,
        /// What to write instead.
        remedy: Option<String>,
        /// Whether it can be read all the same.
        is_readable: bool,
    } => {
        code: "wrong-component", level: if *is_readable { Warning } else { Error },
        message: format!("`{reference}` is {found}, but {expected} is expected here"),
        help: if *is_readable { Some(format!("it is read as {expected}")) } else { remedy.clone() },
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
        help: "to let it be read, name its folder: `clientsmith new` takes `--root DIR`, and `clientsmith.toml` has `roots = [\"DIR\"]`",
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

    /// An alternative of a union that is the union itself.
    CircularAlternative {
        /// Where the union is.
        union: Origin,
    } => {
        code: "circular-alternative", level: Warning,
        message: "this alternative is the whole of which it is an alternative",
        help: "it is left out; let it be an object with properties",
        related: Related { at: *union, part: Part::Value, label: "it is an alternative here" },
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
