//! What the benchmarks share: how a command is measured, and how a table is printed.

mod measure;
mod table;

pub use measure::{Measure, measure};
pub use table::Table;
