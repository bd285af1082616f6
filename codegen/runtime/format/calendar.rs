//! The crate whose types stand for dates and times.

pub use chrono;
