//! Turns an OpenAPI description into a Rust client crate.

pub mod diagnostic;
pub mod node;
pub mod plan;
pub mod pointer;
pub mod source;
