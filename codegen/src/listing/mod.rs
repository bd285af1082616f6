//! Listing: diagnostics as they are shown, with the text that they are about.

mod allowance;
mod entry;
mod json;
mod order;
mod text;

pub use self::{
    json::to_json,
    text::{Style, render},
};
