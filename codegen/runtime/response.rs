//! `Response`: a success, with status and headers.

use http::{HeaderMap, StatusCode};

use super::Deviations;

/// A success: the decoded body, with status and headers.
#[derive(Clone, Debug)]
pub struct Response<T> {
    body: T,
    status: StatusCode,
    headers: HeaderMap,
    deviations: Deviations,
}

impl<T> Response<T> {
    pub(super) fn new(body: T, status: StatusCode, headers: HeaderMap, deviations: Deviations) -> Self {
        Self { body, status, headers, deviations }
    }

    /// The decoded body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The decoded body, without the rest.
    pub fn into_body(self) -> T {
        self.body
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The places where the body differs from the description and was read all the same: none if it is as described.
    pub fn deviations(&self) -> &Deviations {
        &self.deviations
    }

    /// The server's name for the request, if it gave one.
    pub fn request_id(&self) -> Option<&str> {
        super::error::request_id(&self.headers)
    }

    /// The same response with another body.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Response<U> {
        Response { body: map(self.body), status: self.status, headers: self.headers, deviations: self.deviations }
    }
}
