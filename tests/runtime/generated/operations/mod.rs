//! The calls of the API, one module per tag.

pub mod cloud_functions;
