//! Problems of parameters and headers.

macro_rules! parameter_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A parameter that stands in a list twice.
    DuplicateParameter {
        /// Its name.
        name: String,
        /// Where it stands first.
        first: Origin,
    } => {
        code: "duplicate-parameter", level: Warning,
        message: format!("the parameter `{name}` is there twice"),
        help: "the first of them is used",
        related: Related { at: *first, part: Part::Value, label: "it is here already" },
    }

    /// A path parameter that its path does not hold.
    ParameterNotInPath {
        /// Its name.
        name: String,
        /// The path.
        path: String,
    } => {
        code: "parameter-not-in-path", level: Warning,
        message: format!("`{path}` has no place for the parameter `{name}`"),
        help: format!("it is never sent; write `{{{name}}}` into the path, or remove the parameter"),
    }

    /// A place in a path that no parameter fills.
    UndeclaredPathParameter {
        /// Its name.
        name: String,
        /// The path.
        path: String,
    } => {
        code: "undeclared-path-parameter", level: Warning,
        message: format!("no parameter describes `{{{name}}}` of `{path}`"),
        help: format!("it is taken as a required text; add a parameter with `name: {name}` and `in: path`"),
    }

    /// A path parameter that is not required.
    OptionalPathParameter {
        /// Its name.
        name: String,
    } => {
        code: "optional-path-parameter", level: Warning,
        message: format!("the path parameter `{name}` must be required"),
        help: "it is taken as required; write `required: true`",
    }

    /// A header parameter that the specification has ignored.
    IgnoredHeader {
        /// Its name.
        name: String,
    } => {
        code: "ignored-header", level: Note,
        message: format!("the header `{name}` is ignored here, as OpenAPI demands"),
        help: match name.to_ascii_lowercase().as_str() {
            "authorization" => "credentials are described by `securitySchemes` and `security`",
            _ => "the media types under `content` decide what is sent",
        },
    }

    /// A header parameter that is the connection's to set.
    ForbiddenHeader {
        /// Its name.
        name: String,
    } => {
        code: "forbidden-header", level: Warning,
        message: format!("no parameter can set the header `{name}`: it is the connection's"),
        help: "it is left out; correct its name if another header is meant",
    }

    /// A header parameter or a cookie whose name HTTP does not allow.
    InvalidHeader {
        /// Its name.
        name: String,
    } => {
        code: "invalid-header", level: Error,
        message: format!("`{name}` is no name that HTTP allows"),
        help: "write letters, digits and `-`, such as `X-Rate`",
    }

    /// A part of a parameter, or of a field of a form, for which its style has no form.
    UndefinedForm {
        /// The name of the parameter or field.
        name: String,
        /// What the part is.
        what: &'static str,
        /// Whether a deep object is a way to write it.
        can_be_deep: bool,
        /// Whether it is of a field.
        is_field: bool,
        /// Where the parameter, or the encoding of the field, is.
        styled_at: Origin,
    } => {
        code: "undefined-form", level: Warning,
        message: format!("no style of OpenAPI has a form for {what}, as in `{name}`"),
        help: match (*is_field, *can_be_deep) {
            (true, _) => "it is sent as JSON text; if the server expects another form, give the field `style: deepObject` or a `contentType`",
            (false, true) => "it is sent as JSON text; if the server expects another form, describe it by `style: deepObject`, or by `content` in place of `schema`",
            (false, false) => "it is sent as JSON text; if the server expects JSON, describe it by `content: {application/json: ...}` in place of `schema`",
        },
        related: Related { at: *styled_at, part: Part::Value, label: if *is_field { "its encoding" } else { "the parameter" } },
    }

    /// Lists in a list that have the same separator as it.
    AmbiguousLists {
        /// The parameter's name.
        name: String,
    } => {
        code: "ambiguous-lists", level: Warning,
        message: format!("the lists in `{name}` have the same separator as the list around them"),
        help: "nobody can tell where one of them ends; give each level a `collectionFormat` of its own",
    }

    /// A style that its location does not have.
    MisplacedStyle {
        /// The parameter's name.
        name: String,
        /// The styles that its location has.
        known: &'static [&'static str],
    } => {
        code: "misplaced-style", level: Error,
        message: format!("the parameter `{name}` cannot be written in this style"),
        help: format!("it can be written in the style {}", one_of(known)),
    }
    } };
}
