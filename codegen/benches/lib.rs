//! What the benchmarks share: how a command is measured, and how a table is printed.

mod measure;
mod peer;
mod subject;
mod table;

pub use measure::{Measure, measure};
pub use peer::{Peer, installed};
pub use subject::{corpus, generator, name};
pub use table::Table;
