//! The inputs that fuzzing has kept: each property of `codegen/fuzz` still holds for each of them.

#[path = "../../codegen/fuzz/properties/events.rs"]
mod events;
#[path = "../../codegen/fuzz/properties/generating/mod.rs"]
mod generating;
#[path = "../../codegen/fuzz/properties/reading.rs"]
mod reading;

#[path = "../../codegen/runtime/event_parser.rs"]
mod event_parser;
#[path = "../../codegen/runtime/line_buffer.rs"]
mod line_buffer;

use tests::fuzz_corpus::each_input_of;

#[test]
fn descriptions_have_an_outcome() {
    each_input_of("reading", reading::holds);
}

#[test]
fn changed_descriptions_give_rust_and_no_code_of_theirs() {
    each_input_of("generating", generating::holds);
}

#[test]
fn event_streams_give_the_same_events_however_they_are_cut() {
    each_input_of("events", events::holds);
}
