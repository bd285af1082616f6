//! The crates whose types stand for formats: who uses the client names them by it, in the version that it has.

pub use super::calendar::*;
pub use super::uuid::*;
