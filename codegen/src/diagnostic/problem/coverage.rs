//! What is read, but not or not wholly generated.

macro_rules! coverage_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// Something that is read but not generated.
    Unsupported {
        /// What it is.
        what: &'static str,
        /// What happens instead.
        instead: &'static str,
    } => {
        code: "unsupported", level: Warning,
        message: format!("{what} is not supported yet"),
        help: *instead,
    }

    /// A keyword that narrows a value further than Rust types do.
    NotExpressed {
        /// The keyword.
        keyword: &'static str,
    } => {
        code: "not-expressed", level: Note,
        message: format!("`{keyword}` is not expressed in the generated types"),
        help: None,
    }

    /// A constraint that is not checked although the settings want it.
    UncheckedConstraint {
        /// Its keyword.
        keyword: String,
    } => {
        code: "unchecked-constraint", level: Note,
        message: format!("`{keyword}` is not checked before values are sent"),
        help: None,
    }

    /// Requests that the API makes.
    NotCalled {
        /// `webhooks` or `callbacks`.
        what: &'static str,
    } => {
        code: "not-called", level: Note,
        message: format!("the API makes the requests of `{what}`, so that there are no calls for them"),
        help: "their bodies are models, for whoever receives them",
    }

    /// A body of XML, of which the schema says more than the client does.
    XmlAsText => {
        code: "xml-as-text", level: Note,
        message: "a body of XML is text here, whatever its schema says",
        help: "read and write it with a library of your choice",
    }

    /// Several parts in another media type than that of forms.
    MultipartAsForm {
        /// The media type.
        media_type: String,
    } => {
        code: "multipart-as-form", level: Note,
        message: format!("OpenAPI does not say how properties become the parts of `{media_type}`"),
        help: "they are sent as in `multipart/form-data`: a part each, with its name in `Content-Disposition`",
    }

    /// A form whose parts are the caller's to add.
    UntypedParts {
        /// Why.
        why: &'static str,
    } => {
        code: "untyped-parts", level: Note,
        message: format!("the parts of this form have no types, for {why}"),
        help: "the caller adds them to a `MultipartForm`",
    }

    /// A body of YAML that is sent as JSON.
    YamlAsJson => {
        code: "yaml-as-json", level: Note,
        message: "a body of YAML is sent as JSON, which is YAML, too",
        help: "give it the schema `{type: string}` to send YAML of your own",
    }
    } };
}
