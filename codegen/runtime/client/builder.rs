//! `ClientBuilder`: what can be set before there is a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Client, Settings};
use crate::runtime::reading_policy::ReadingPolicy;
use crate::runtime::request::BaseUrl;
use crate::runtime::security::Credentials;
use crate::runtime::transport::{default_transport, is_transports};
use crate::runtime::{Deviations, Endpoint, MaybeSend, MaybeSync, Reading, RetryPolicy, ServerUrl, Transport};

/// What can be set before there is a client. The first mistake is kept, and [`build`](Self::build) returns it.
#[must_use = "there is no client until `build`"]
pub struct ClientBuilder {
    base_url: String,
    is_own_base_url: bool,
    headers: HeaderMap,
    pub(in crate::runtime) credentials: Credentials,
    timeout: Option<Duration>,
    overall_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    retries: RetryPolicy,
    max_body: usize,
    policy: ReadingPolicy,
    transport: Option<Arc<dyn Transport>>,
    error: Option<BuildError>,
}

impl ClientBuilder {
    /// A client of a server, with the `User-Agent` that it sends.
    pub fn new(base_url: &str, user_agent: &str) -> Self {
        let builder = Self {
            base_url: base_url.to_owned(),
            is_own_base_url: false,
            headers: HeaderMap::new(),
            credentials: Credentials::default(),
            timeout: Some(Duration::from_secs(30)),
            overall_timeout: None,
            read_timeout: Some(Duration::from_secs(300)),
            retries: RetryPolicy::default(),
            max_body: 64 << 20,
            policy: ReadingPolicy::default(),
            transport: None,
            error: None,
        };
        builder.user_agent(user_agent)
    }

    /// The server's address: http or https, and perhaps a path, to which the paths of the description are appended.
    /// All requests go there, also those of operations that the description places on servers of their own.
    pub fn base_url(mut self, base_url: impl Into<ServerUrl>) -> Self {
        match base_url.into().finish() {
            Ok(base_url) => self.base_url = base_url,
            Err(problem) => return self.fail(problem),
        }
        self.is_own_base_url = true;
        self
    }

    /// Sends a header with every request, in place of any of this name that was set before. Its value counts as secret: `Debug`
    /// never shows it.
    pub fn header<N: TryInto<HeaderName>, V: TryInto<HeaderValue>>(self, name: N, value: V) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => self.secret_header(name, value),
            (Ok(name), Err(_)) => self.fail(format!("the value of header `{name}` holds a line break or control character")),
            (Err(_), _) => self.fail("a header has no valid name"),
        }
    }

    fn secret_header(mut self, name: HeaderName, mut value: HeaderValue) -> Self {
        if is_transports(&name) {
            return self.fail(format!("header `{name}` is the transport's to set"));
        }
        value.set_sensitive(true);
        self.headers.insert(name, value);
        self
    }

    /// Names the program that calls.
    pub fn user_agent(mut self, user_agent: &str) -> Self {
        match HeaderValue::from_str(user_agent) {
            Ok(value) => drop(self.headers.insert(USER_AGENT, value)),
            Err(_) => return self.fail("the user agent holds a line break or control character"),
        }
        self
    }

    /// Limits the time of one attempt, up to the last byte of the response; by default 30 seconds. Operations for which the
    /// description states a time keep to that instead.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = timeout.into();
        self
    }

    /// Limits the time of a call, with all its attempts and the waiting between them; by default there is no such limit.
    pub fn overall_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.overall_timeout = timeout.into();
        self
    }

    /// Limits the time for which a body may pause before more of it comes, also where it is taken as a stream; by default five
    /// minutes. Of a stream, the other limits hold only until it begins.
    pub fn read_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.read_timeout = timeout.into();
        self
    }

    /// How failed attempts are repeated: a number of retries, or a whole policy; by default twice.
    pub fn retries(mut self, retries: impl Into<RetryPolicy>) -> Self {
        self.retries = retries.into();
        self
    }

    /// How many bytes the body of a response may have; by default 64 MiB. Of a stream, each line and event may have as many, but
    /// never more than 16 MiB; a download has no limit.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// How far bodies may differ from the description; [`Tolerant`](Reading::Tolerant) by default.
    pub fn reading(mut self, reading: Reading) -> Self {
        self.policy.reading = reading;
        self
    }

    /// Calls a function for each response that differs from the description and was read all the same, with method and path of
    /// the operation, before the call returns: `|endpoint, deviations| warn!("{endpoint}: {}", deviations[0])`. Of a stream, it is
    /// called for each line or event. [`Response::deviations`](crate::runtime::Response::deviations) lists the same.
    pub fn on_deviation(mut self, report: impl Fn(&Endpoint, &Deviations) + MaybeSend + MaybeSync + 'static) -> Self {
        self.policy.on_deviation = Some(Arc::new(report));
        self
    }

    /// What carries the requests, in place of the default transport, which also heeds proxies of the environment
    /// (`HTTPS_PROXY` and its like).
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// If the address or a header is not valid, or there is no transport.
    pub fn build(self) -> Result<Client, BuildError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        if !self.is_own_base_url && self.base_url.starts_with('/') {
            let path = self.base_url;
            let problem = "the description leaves open on which host the API is; hand its address to `base_url`";
            return Err(BuildError(if path == "/" { problem.to_owned() } else { format!("{problem}, with the path `{path}`") }));
        }
        // The address itself may hold a password, so it is not part of the message.
        let base_url = BaseUrl::parse(&self.base_url).map_err(|problem| BuildError(format!("the base URL {problem}")))?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport().map_err(BuildError)?,
        };
        let mut credentials = self.credentials;
        credentials.client_headers = [AUTHORIZATION, COOKIE].iter().any(|name| self.headers.contains_key(name));
        let settings = Settings {
            base_url,
            is_own_base_url: self.is_own_base_url,
            headers: self.headers,
            credentials,
            timeout: self.timeout,
            overall_timeout: self.overall_timeout,
            read_timeout: self.read_timeout,
            retries: self.retries,
            max_body: self.max_body,
            policy: self.policy,
            transport,
        };
        Ok(Client { settings: Arc::new(settings) })
    }

    pub(in crate::runtime) fn fail(mut self, problem: impl Into<String>) -> Self {
        self.error.get_or_insert_with(|| BuildError(problem.into()));
        self
    }
}

/// Neither the address, which is not checked yet, nor the values of headers are shown, as they may be secret.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("headers", &self.headers)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

/// Why there is no client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError(String);

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for BuildError {}
