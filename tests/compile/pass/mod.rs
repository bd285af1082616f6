//! Documented use of the client.

mod errors_can_be_told_apart;
mod models_are_values;
mod requests_are_values;
