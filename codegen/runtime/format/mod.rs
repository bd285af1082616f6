//! Formats of text that have types of their own.

mod base64;
mod date;
mod date_time;
mod uuid;

pub use base64::Base64;
