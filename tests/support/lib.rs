//! What the suites share.

pub mod minapp_server;
