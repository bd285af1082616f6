//! `Client`: a server's address, credentials, limits and transport, shared by all calls.

mod builder;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

pub use builder::{BuildError, ClientBuilder};

use super::request::BaseUrl;
use super::security::Credentials;
use super::{RetryPolicy, Transport};

/// A client of the API. Cloning it is cheap, and clones share their connections.
///
/// It has no methods but those of the description, so that none of their names is taken.
#[derive(Clone)]
pub struct Client {
    pub(super) settings: Arc<Settings>,
}

/// What all calls of a client share.
pub(super) struct Settings {
    pub(super) base_url: BaseUrl,
    /// Headers of every request.
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    /// The time of one attempt.
    pub(super) timeout: Option<Duration>,
    /// The time of a call, retries included.
    pub(super) overall_timeout: Option<Duration>,
    pub(super) retries: RetryPolicy,
    /// How many bytes a response's body may have.
    pub(super) max_body: usize,
    pub(super) transport: Arc<dyn Transport>,
}

/// The values of headers are not shown, as they may be secret.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &*self.settings;
        formatter
            .debug_struct("Client")
            .field("base_url", &settings.base_url)
            .field("headers", &settings.headers)
            .field("credentials", &settings.credentials)
            .field("timeout", &settings.timeout)
            .field("overall_timeout", &settings.overall_timeout)
            .field("retries", &settings.retries)
            .field("max_body", &settings.max_body)
            .finish_non_exhaustive()
    }
}
