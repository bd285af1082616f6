//! Everything that follows from a description.

mod client;
pub mod models;
pub mod operations;
pub mod servers;
