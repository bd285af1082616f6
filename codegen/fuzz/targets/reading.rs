//! Any bytes as a description.

#![no_main]

#[path = "../properties/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reading::holds(bytes));
