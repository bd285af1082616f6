//! `RequestError`: which part of a request cannot be sent, and why.

use std::borrow::Cow;
use std::fmt;

/// Which part of a request cannot be sent, and why. Nothing went to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError {
    part: Part,
    problem: Cow<'static, str>,
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
    pub(in crate::runtime) fn path_parameter(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::PathParameter(name.to_owned()), problem: problem.into() }
    }

    pub(in crate::runtime) fn query_parameter(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::QueryParameter(name.to_owned()), problem: problem.into() }
    }

    pub(in crate::runtime) fn header(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::Header(name.to_owned()), problem: problem.into() }
    }

    pub(in crate::runtime) fn cookie(name: &str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::Cookie(name.to_owned()), problem: problem.into() }
    }

    pub(in crate::runtime) fn body(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::Body, problem: problem.into() }
    }

    pub(in crate::runtime) fn credentials(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::Credentials, problem: problem.into() }
    }

    pub(in crate::runtime) fn address(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { part: Part::Address, problem: problem.into() }
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
