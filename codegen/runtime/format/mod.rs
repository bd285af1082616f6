//! Formats of text as which other crates' types are read and written.

mod date_time;
mod full_date;
mod uuid;
