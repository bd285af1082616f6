//! `Client`: a server's address, credentials, limits and transport, shared by all calls.

mod builder;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

pub use builder::{BuildError, ClientBuilder};

use super::reading_policy::ReadingPolicy;
use super::request::BaseUrl;
use super::security::Credentials;
use super::{Endpoint, RequestError, RetryPolicy, Transport};

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
    /// Whether the caller has said it, so that it goes before that of an operation.
    pub(super) is_own_base_url: bool,
    /// Headers of every request.
    pub(super) headers: HeaderMap,
    pub(super) credentials: Credentials,
    /// The time of one attempt.
    pub(super) timeout: Option<Duration>,
    /// The time of a call, retries included.
    pub(super) overall_timeout: Option<Duration>,
    /// The time of a pause in the midst of a body.
    pub(super) read_timeout: Option<Duration>,
    pub(super) retries: RetryPolicy,
    /// How many bytes a response's body may have.
    pub(super) max_body: usize,
    /// How bodies are read.
    pub(super) policy: ReadingPolicy,
    pub(super) transport: Arc<dyn Transport>,
}

impl Settings {
    /// The address to which an operation's path is appended. A server that the caller names for the request goes before the
    /// client's, and that before the operation's.
    pub(super) fn base_url_for(&self, endpoint: &Endpoint, wanted: Option<&str>) -> Result<Cow<'_, str>, RequestError> {
        let base_url = self.base_url.as_str();
        let is_path = |server: &str| server.starts_with('/');
        match wanted.or(endpoint.own_server()) {
            Some(path) if is_path(path) => {
                let url = format!("{}{}", BaseUrl::origin_of(base_url), path.trim_end_matches('/'));
                // What the description says was checked when this was generated.
                if wanted.is_some() { checked(&url) } else { Ok(url.into()) }
            }
            Some(server) if wanted.is_some() || !self.is_own_base_url => checked(server),
            _ => Ok(base_url.into()),
        }
    }
}

fn checked(server: &str) -> Result<Cow<'static, str>, RequestError> {
    let server = BaseUrl::parse(server).map_err(|problem| RequestError::address(format!("the server {problem}")))?;
    Ok(server.as_str().to_owned().into())
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
            .field("read_timeout", &settings.read_timeout)
            .field("retries", &settings.retries)
            .field("max_body", &settings.max_body)
            .field("reading", &settings.policy.reading)
            .finish_non_exhaustive()
    }
}
