//! What things are called in Rust.

pub mod reserved;
