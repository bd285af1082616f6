//! What the suites share.

pub mod generation;
pub mod minapp_server;
pub mod scripted_server;
