//! `Space`: a naming space of the client, and the table of names that are taken in each before a description is read.

/// A naming space of the client: names are unique within each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Types: models, handles, requests, errors, outputs and servers.
    Type,
    /// Variants of enums.
    Variant,
    /// Modules, whose names are also those of files.
    Module,
    /// Files, whatever their extension.
    File,
    /// Groups of operations: modules and methods of the client.
    Group,
    /// Operations without a tag: methods of the client.
    ClientMethod,
    /// Methods of the client's builder.
    BuilderMethod,
    /// Methods of any type.
    Method,
    /// Fields of a model, and their setters.
    Field,
    /// Values of a request: fields, arguments and setters.
    Member,
    /// Variables of a server: fields and setters.
    ServerField,
    /// Associated constants of a request.
    Constant,
    /// Features of the client crate.
    Feature,
    /// The client crate itself.
    Crate,
}

impl Space {
    /// The lists of names that are taken in the space.
    fn lists(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Type => &[&PRELUDE],
            Self::Variant => &[&["Self", UNKNOWN]],
            Self::Module => &[&KEYWORDS, &DEVICES, &["mod"], &["models", "runtime", "serde", "std"]],
            Self::File => &[&DEVICES],
            Self::Group => &[&CLIENT_METHODS, &[UNTAGGED]],
            Self::ClientMethod => &[&CLIENT_METHODS],
            Self::BuilderMethod => &[&BUILDER_METHODS],
            Self::Method => &[&KEYWORDS, &TRAIT_METHODS],
            Self::Field => &[&KEYWORDS, &TRAIT_METHODS, &["new"]],
            Self::Member => &[&KEYWORDS, &TRAIT_METHODS, &["client", "into_future", "items", "pages", "send", "stream"]],
            Self::ServerField => &[&["address", "at", "new"]],
            Self::Constant => &[&["ENDPOINT"]],
            Self::Feature => &[&["default", "reqwest", "reqwest-without-tls", ALL_GROUPS, OTHER_MODELS, TEST_UTIL]],
            Self::Crate => &[&KEYWORDS, &DEVICES, &CRATES],
        }
    }
}

/// The names that are taken in a space.
pub fn names(space: Space) -> impl Iterator<Item = &'static str> {
    space.lists().iter().copied().flatten().copied()
}

/// Whether a name is taken in a space.
pub fn is_reserved(space: Space, name: &str) -> bool {
    space.lists().iter().any(|list| list.contains(&name))
}

/// The variant of values that the description does not list.
pub const UNKNOWN: &str = "Unknown";

/// The module of operations without a tag.
pub const UNTAGGED: &str = "untagged";

/// The feature that turns on all groups of calls, for crates without the default features.
pub const ALL_GROUPS: &str = "all-groups";

/// The feature of the models that no call needs, such as those of webhooks. It is off until somebody asks for it.
pub const OTHER_MODELS: &str = "other-models";

/// The feature of the constructors of models that are only received. It is off but in tests.
pub const TEST_UTIL: &str = crate::record::TEST_FEATURE;

/// Keywords of every edition, and words that are reserved for keywords to come.
const KEYWORDS: [&str; 53] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Devices of Windows: no file can have such a name, whatever its extension.
const DEVICES: [&str; 24] = [
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt0", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Methods of `Client` that emitted code calls or writes, and `new`, by which nobody would look for a call.
const CLIENT_METHODS: [&str; 3] = ["builder", "clone", "new"];

/// Inherent methods of `ClientBuilder`.
const BUILDER_METHODS: [&str; 21] = [
    "base_url",
    "build",
    "credential",
    "credential_cookie",
    "credential_header",
    "credential_place",
    "credentials_over_http",
    "fail",
    "header",
    "max_body",
    "new",
    "on_deviation",
    "optional_credentials",
    "overall_timeout",
    "read_timeout",
    "reading",
    "retries",
    "secret_header",
    "timeout",
    "transport",
    "user_agent",
];

/// Methods of traits that another method would hide or be taken for: `x.clone()`, `X::default()`, and the operators of `std::ops`.
const TRAIT_METHODS: [&str; 14] =
    ["add", "bitand", "bitor", "bitxor", "clone", "default", "div", "into", "mul", "rem", "shl", "shr", "sub", "try_into"];

/// Types and traits of the prelude, which emitted code writes plainly.
const PRELUDE: [&str; 42] = [
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "Vec",
];

/// Names that mean something else to the compiler, to cargo's folders, or to those who read `use test::...`.
const CRATES: [&str; 13] = [
    "alloc",
    "build",
    "core",
    "deps",
    "doc",
    "examples",
    "incremental",
    "proc-macro",
    "release",
    "rustdoc",
    "std",
    "test",
    "tests",
];
