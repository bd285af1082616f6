//! Mutants: whatever drifts, on either side, the reader notices.

mod described;
mod values;
mod words;
