//! Mutants: whatever drifts, on either side, the reader notices.

mod listed;
mod values;
mod words;

/// The golden cases in which every value and every word is changed.
const SWEPT_CASES: [&str; 6] = ["cookie_styles", "header_styles", "pagination", "path_styles", "query_styles", "responses"];
