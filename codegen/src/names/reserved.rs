//! Words that no name in the client may be.

/// Keywords of every edition, and words that are reserved for keywords to come.
pub const KEYWORDS: [&str; 53] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Modules that emitted paths begin with, and a name that no file can have.
pub const MODULES: [&str; 5] = ["models", "runtime", "std", "serde", "mod"];

/// Methods of traits that a setter would hide or be taken for: `x.clone()`, `X::default()`, and the operators of `std::ops`.
pub const METHODS: [&str; 14] =
    ["add", "bitand", "bitor", "bitxor", "clone", "default", "div", "into", "mul", "rem", "shl", "shr", "sub", "try_into"];

/// Types and traits of the prelude, which emitted code writes plainly.
pub const PRELUDE: [&str; 42] = [
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
