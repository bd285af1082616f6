//! Valid descriptions, changed in places.

#![no_main]

#[path = "../properties/generating/mod.rs"]
mod generating;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| generating::holds(bytes));
