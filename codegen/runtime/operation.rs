//! `Operation`: what a request of the description is to the runtime, and `Endpoint`, where it goes.

use std::time::Duration;

use http::Method;

use super::{Body, Client, Failure, MaybeSend, Received, RequestError, Requirement};

/// A request as it goes to the network.
pub type Request = http::Request<Body>;

/// A request of the description: how it is written, and how its responses are read.
///
/// Both directions work without a network, so that they can be tested without one.
pub trait Operation: MaybeSend + Sized + 'static {
    /// The body of a success.
    type Output;
    /// The documented errors.
    type Error;

    /// Where the request goes.
    const ENDPOINT: Endpoint;

    /// The client that sends the request.
    fn client(&self) -> &Client;

    /// The request as it goes to the network, but for the credentials: those are added to each attempt, so that a request that
    /// is looked at holds no secrets but the client's own headers.
    ///
    /// # Errors
    ///
    /// If a value cannot be sent in its place.
    fn into_request(self) -> Result<Request, RequestError>;

    /// The meaning of a response.
    ///
    /// # Errors
    ///
    /// If the response is an error, or not what the description says.
    fn decode(response: &Received) -> Result<Self::Output, Failure<Self::Error>>;
}

impl Received {
    /// The error that a response is to an operation, `Some(None)` if the description does not list it, or `None` for a success, whose
    /// body is not read.
    pub(super) fn refusal<O: Operation>(&self) -> Option<Option<O::Error>> {
        if self.status().is_success() {
            return None;
        }
        match O::decode(self) {
            Err(Failure::Api(typed)) => Some(typed),
            // The description says that another status is a success as well.
            Ok(_) | Err(Failure::Decode(_)) => None,
        }
    }
}

/// Where an operation's requests go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    method: EndpointMethod,
    path: &'static str,
    timeout: Option<Duration>,
    security: &'static [&'static [Requirement]],
    server: Option<&'static str>,
}

/// A method, as a constant can hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum EndpointMethod {
    Standard(Method),
    Extension(&'static str),
}

impl Endpoint {
    /// A method, and a path as the description writes it.
    pub const fn new(method: Method, path: &'static str) -> Self {
        Self::of(EndpointMethod::Standard(method), path)
    }

    /// The same, for a method that HTTP itself does not define.
    pub const fn extension(method: &'static str, path: &'static str) -> Self {
        Self::of(EndpointMethod::Extension(method), path)
    }

    const fn of(method: EndpointMethod, path: &'static str) -> Self {
        Self { method, path, timeout: None, security: &[], server: None }
    }

    /// Limits the time of one attempt; goes before the client's own limit.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The credentials that a request needs: one of these combinations.
    #[must_use]
    pub const fn security(mut self, alternatives: &'static [&'static [Requirement]]) -> Self {
        self.security = alternatives;
        self
    }

    /// The server that requests go to unless the client was given another: an address, or a path on the host of the client's.
    #[must_use]
    pub const fn server(mut self, server: &'static str) -> Self {
        self.server = Some(server);
        self
    }

    /// The method.
    pub fn method(&self) -> Method {
        match &self.method {
            EndpointMethod::Standard(method) => method.clone(),
            EndpointMethod::Extension(name) => {
                Method::from_bytes(name.as_bytes()).expect("the description's methods were checked when this was generated")
            }
        }
    }

    /// The path as the description writes it: `/cloud-function/{name}/`.
    pub fn path(&self) -> &'static str {
        self.path
    }

    pub(super) fn own_server(&self) -> Option<&'static str> {
        self.server
    }

    pub(super) fn required_security(&self) -> &'static [&'static [Requirement]] {
        self.security
    }

    pub(super) fn own_timeout(&self) -> Option<Duration> {
        self.timeout
    }
}

/// `GET /cloud-function/{name}/`
impl std::fmt::Display for Endpoint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.method(), self.path)
    }
}
