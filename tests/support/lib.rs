//! What the suites share.

#[path = "../../codegen/tests/disk/child.rs"]
pub mod child;
pub mod fuzz_corpus;
pub mod generation;
pub mod minapp_server;
pub mod permutation;
pub mod scripted_server;
