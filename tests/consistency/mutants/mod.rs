//! Mutants: whatever drifts, on either side, the reader notices.

mod listed;
mod values;
mod words;

/// The golden cases in which every value is changed.
const SWEPT_CASES: [&str; 6] = ["pagination", "query_styles", "cookie_styles", "header_styles", "path_styles", "responses"];
