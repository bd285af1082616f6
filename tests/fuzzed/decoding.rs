//! The bodies that fuzzing has kept: they are still refused, or read and written as the same.
//!
//! They have a program of their own, for the whole support code cannot stand beside its event parser alone.

#[path = "../../codegen/fuzz/properties/decoding.rs"]
mod decoding;
#[path = "../../codegen/benches/calls/generated/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

#[test]
fn bodies_are_refused_or_read_and_written_as_the_same() {
    tests::fuzz_corpus::each_input_of("decoding", decoding::holds);
}
