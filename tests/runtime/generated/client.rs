//! The way to a client.

use crate::runtime;

impl runtime::Client {
    /// Starts building a client.
    pub fn builder() -> runtime::ClientBuilder {
        runtime::ClientBuilder::new(super::servers::DEFAULT, concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
    }
}
