//! The support code of clients, alone: `crate::runtime` is the same path here as in a client.

#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

/// A small client written by hand in the shapes of generated code.
pub mod generated;

mod calls;
mod deep;
#[cfg(feature = "reqwest-without-tls")]
mod faults;
mod json;
mod request;
mod security;
