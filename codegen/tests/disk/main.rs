//! What happens on the disk: writing, checking, and the build that notices drift.
#![cfg(test)]

mod adopt;
mod amend;
mod beginning;
mod build_check;
mod build_script;
mod check;
pub mod child;
mod client;
mod command_line;
mod diff;
mod example;
mod growth;
mod interrupted;
mod kept;
mod kept_pairs;
mod kept_types;
mod latest;
mod lock;
mod moved;
mod place;
mod record;
mod released;
mod rename;
mod scaffold;
mod write;
