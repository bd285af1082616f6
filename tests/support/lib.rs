//! What the suites share.

pub mod generation;
