//! The macros by which the families' tables become one enum.
//!
//! An entry is all there is to know of a problem:
//!
//! ```text
//! /// A reference that leads nowhere.
//! DanglingReference {
//!     /// The reference.
//!     reference: String,
//! } => {
//!     code: "dangling-reference", level: Error,
//!     message: format!("`{reference}` does not exist"),
//!     help: None,
//! }
//! ```
//!
//! Level, message, help and `related` are expressions in which the fields are references. A message is a text or a `String`, a
//! help may also be an `Option<String>`; `related` is left out where nothing else is quoted. What they name beside the fields is
//! imported in `problem/mod.rs`.

/// Hands the entries of all families to [`define!`], family by family.
macro_rules! collect {
    ([] $($entries:tt)*) => { define! { $($entries)* } };
    ([$family:ident $($families:ident)*] $($entries:tt)*) => { $family! { [$($families)*] $($entries)* } };
}

/// Makes the enum and whatever must know all of its variants.
macro_rules! define {
    ($(
        $(#[$doc:meta])*
        $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })? => {
            code: $code:literal, level: $level:expr,
            message: $message:expr,
            help: $help:expr,
            $(related: $related:expr,)?
        }
    )*) => {
        /// What can be wrong with a description.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Problem {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type,)* })?,)*
        }

        impl Problem {
            /// The codes of all problems, by which settings and scripts refer to them.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// Everything that is said of it.
            pub fn report(&self) -> Report {
                match self {
                    $(Self::$name $({ $($field),* })? => {
                        Report::new($code, $level, $message, $help)$(.quoting($related))?
                    })*
                }
            }

            /// Leaves of each text enough to recognise it by.
            pub(in crate::diagnostic) fn shorten(&mut self) {
                match self {
                    $(Self::$name $({ $($field),* })? => { $($(text::Quoted::shorten($field);)*)? })*
                }
            }
        }
    };
}
