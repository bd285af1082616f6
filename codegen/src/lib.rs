//! Turns an OpenAPI description into a Rust client crate.

pub mod plan;
