//! The inputs that fuzzing has kept: each property of `codegen/fuzz` still holds for each of them.

#[path = "../../codegen/benches/calls/generated/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

#[path = "../../codegen/fuzz/properties/decoding.rs"]
mod decoding;
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

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use rayon::prelude::*;

#[test]
fn descriptions_have_an_outcome() {
    each_input_of("reading", reading::holds);
}

#[test]
fn changed_descriptions_give_rust_and_no_code_of_theirs() {
    each_input_of("generating", generating::holds);
}

#[test]
fn bodies_are_refused_or_read_and_written_as_the_same() {
    each_input_of("decoding", decoding::holds);
}

#[test]
fn event_streams_give_the_same_events_however_they_are_cut() {
    each_input_of("events", events::holds);
}

fn each_input_of(target: &str, holds: fn(&[u8])) {
    let folder = fs::read_dir(format!("../codegen/fuzz/corpus/{target}")).expect("the target has a corpus");
    let inputs: Vec<PathBuf> = folder.map(|entry| entry.expect("the folder can be listed").path()).collect();
    assert!(inputs.len() > 10, "the corpus has only {} inputs", inputs.len());
    let fails = |input: &&PathBuf| {
        let bytes = fs::read(input).expect("an input is a file");
        catch_unwind(|| holds(&bytes)).is_err()
    };
    let failed: Vec<_> = inputs.par_iter().filter(fails).collect();
    assert!(failed.is_empty(), "what each panic above is about: {failed:#?}");
}
