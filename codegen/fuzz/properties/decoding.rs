//! Any bytes as the body of a response: what is no JSON is refused, and what is read is written and read again as the same.

use serde_json::Value;

use crate::generated::models::{Events, Items, Page, Repositories};
use crate::runtime::{Decode, DecodeError, Encode, Reading, Tape, from_json, to_json};

pub(crate) fn holds(bytes: &[u8]) {
    again::<Page>(bytes);
    again::<Events>(bytes);
    again::<Items>(bytes);
    again::<Repositories>(bytes);
    let Ok(ours) = from_json::<Value>(bytes) else { return };
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match serde_json::from_slice::<Value>(text) {
        Ok(theirs) => assert_eq!(ours, theirs),
        // It has limits of its own; what is no JSON is a mistake in the syntax.
        Err(error) => {
            let told = error.to_string();
            assert!(told.starts_with("recursion limit exceeded") || told.starts_with("number out of range"), "{told}: {ours}");
        }
    }
}

/// What can be read can be written and read again: without a deviation, if it had none.
fn again<T: Decode + Encode>(bytes: &[u8]) {
    let Ok(read) = from_json::<T>(bytes) else { return };
    let Ok(written) = to_json(&read) else { return };
    let has_deviations = decode::<T>(bytes, Reading::Strict).is_err();
    let reading = if has_deviations { Reading::Tolerant } else { Reading::Strict };
    let again = decode::<T>(&written, reading).expect("what is written can be read");
    assert_eq!(to_json(&again).expect("what was written once can be written"), written);
}

fn decode<T: Decode>(bytes: &[u8], reading: Reading) -> Result<T, DecodeError> {
    T::decode(Tape::parse(bytes)?.reading(reading).root())
}
