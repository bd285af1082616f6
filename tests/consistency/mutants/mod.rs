//! Mutants: whatever drifts, on either side, the reader notices.

mod listed;
mod values;
mod words;
