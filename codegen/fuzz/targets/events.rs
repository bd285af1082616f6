//! Event streams, cut into pieces anywhere.

#![no_main]

#[path = "../../runtime/event_parser.rs"]
mod event_parser;
#[path = "../../runtime/line_buffer.rs"]
mod line_buffer;

#[path = "../properties/events.rs"]
mod events;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| events::holds(bytes));
