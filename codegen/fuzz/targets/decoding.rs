//! Any bytes as the body of a response.

#![no_main]

#[path = "../../benches/calls/generated/mod.rs"]
pub mod generated;
#[path = "../../runtime/mod.rs"]
pub mod runtime;

#[path = "../properties/decoding.rs"]
mod decoding;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| decoding::holds(bytes));
