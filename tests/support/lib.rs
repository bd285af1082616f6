//! What the suites share.

pub mod fuzz_corpus;
pub mod generation;
pub mod minapp_server;
pub mod scripted_server;
