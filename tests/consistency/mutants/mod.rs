//! Mutants: whatever drifts, on either side, the reader notices.

mod described;
mod generated;
mod values;
mod words;
