//! Turns an OpenAPI description into a Rust client crate.

pub mod api;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod node;
pub mod plan;
pub mod pointer;
pub mod render;
pub mod source;
