//! Problems of security schemes.

macro_rules! security_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// A security requirement that names no scheme.
    UnknownSecurityScheme {
        /// The name.
        name: String,
        /// The nearest name of a scheme.
        suggestion: Option<String>,
    } => {
        code: "unknown-security-scheme", level: Warning,
        message: format!("the security scheme `{name}` is not described"),
        help: did_you_mean(suggestion.as_deref())
            .unwrap_or("describe it in `components.securitySchemes`; until then this alternative is left out".to_owned()),
    }

    /// A security scheme that no operation needs.
    UnusedSecurityScheme {
        /// Its name.
        name: String,
    } => {
        code: "unused-security-scheme", level: Note,
        message: format!("no operation needs the security scheme `{name}`, so that nothing is emitted for it"),
        help: None,
    }

    /// A security scheme that few operations declare, in a description that says nothing of the others.
    PartialSecurity {
        /// Its name.
        name: String,
        /// How many operations declare it.
        count: usize,
        /// How many operations there are.
        operations: usize,
    } => {
        code: "partial-security", level: Note,
        message: format!("`{name}` is declared on {count} of {operations} operations; operations without `security` are called without credentials"),
        help: format!(
            "if the others need it, declare `security: [{{{name}: []}}]` at the top level of the description, or in an overlay; write \
             `security: []` on operations that need no credentials"
        ),
    }

    /// A security scheme that is the transport's.
    MutualTls {
        /// Its name.
        name: String,
    } => {
        code: "mutual-tls", level: Note,
        message: format!("`{name}` is not the client's to show but the transport's"),
        help: "hand the builder a transport that shows the certificate, such as one by `ReqwestTransport::from_client`",
    }
    } };
}
