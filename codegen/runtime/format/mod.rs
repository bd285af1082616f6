//! Formats of text as which other crates' types are read and written.

mod calendar;
mod date_time;
pub(super) mod exports;
mod full_date;
mod uuid;
