//! `Secret`: a property whose value is not printed.

use super::{Encode, JsonWriter};

/// A property whose value is not printed: the description says that it is a password, or that the server keeps it to itself.
/// Written otherwise, it is like the value alone.
#[derive(Clone, Copy)]
pub struct Secret<'v>(&'v dyn Encode);

impl<'v> Secret<'v> {
    /// Hides a value.
    pub fn new(value: &'v dyn Encode) -> Self {
        Self(value)
    }
}

impl Encode for Secret<'_> {
    fn encode(&self, json: &mut JsonWriter) {
        if json.is_display() { json.string("***") } else { self.0.encode(json) }
    }

    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}
