//! `RequestError`: which part of a request cannot be sent, and why.

use std::borrow::Cow;
use std::fmt;

use http::Uri;

use super::relative::origin;

/// Which part of a request cannot be sent, and why. Nothing went to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    part: Part,
    problem: Cow<'static, str>,
    /// Scheme, host and port of the server that the request was for, if they are known.
    server: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    PathParameter(String),
    QueryParameter(String),
    Header(String),
    Cookie(String),
    Body,
    Address,
    Credentials,
}

impl RequestError {
    fn new(part: Part, problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part, problem: problem.into(), server: None }
    }

    pub(in crate::runtime) fn path_parameter(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::PathParameter(name.to_owned()), problem)
    }

    pub(in crate::runtime) fn query_parameter(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::QueryParameter(name.to_owned()), problem)
    }

    pub(in crate::runtime) fn header(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::Header(name.to_owned()), problem)
    }

    pub(in crate::runtime) fn cookie(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::Cookie(name.to_owned()), problem)
    }

    pub(in crate::runtime) fn body(problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::Body, problem)
    }

    pub(in crate::runtime) fn credentials(problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::Credentials, problem)
    }

    pub(in crate::runtime) fn address(problem: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Part::Address, problem)
    }

    /// The same error, of a request that was for this address.
    pub(in crate::runtime) fn at(mut self, address: &Uri) -> Self {
        self.server = origin(address);
        self
    }

    /// Scheme, host and port of the server that the request was for, if they are known.
    pub(in crate::runtime) fn server(&self) -> Option<&str> {
        self.server.as_deref()
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Part::PathParameter(name) => write!(formatter, "path parameter `{name}`")?,
            Part::QueryParameter(name) => write!(formatter, "query parameter `{name}`")?,
            Part::Header(name) => write!(formatter, "header `{name}`")?,
            Part::Cookie(name) => write!(formatter, "cookie `{name}`")?,
            Part::Body => formatter.write_str("body")?,
            Part::Address => formatter.write_str("address")?,
            Part::Credentials => formatter.write_str("credentials")?,
        }
        write!(formatter, ": {}", self.problem)
    }
}

impl std::error::Error for RequestError {}
