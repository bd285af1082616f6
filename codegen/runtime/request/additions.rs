//! `Additions`: headers and query parameters that a caller adds to one request.

use std::fmt::Display;

use http::header::ACCEPT;
use http::{HeaderMap, Uri};

use super::error::RequestError;
use super::header::header;
use super::percent::push_value;
use crate::runtime::Request;
use crate::runtime::security::SetByHand;
use crate::runtime::transport::is_transports;

/// Headers and query parameters that a caller adds to one request. The first problem is kept, and [`apply`](Self::apply) returns it.
#[derive(Clone, Default)]
pub(in crate::runtime) struct Additions {
    headers: HeaderMap,
    /// Pairs, encoded.
    query: Vec<String>,
    error: Option<RequestError>,
}

impl Additions {
    /// Sets the media type that the response should have.
    pub(in crate::runtime) fn accept(&mut self, media_type: &str) {
        match header(ACCEPT.as_str(), media_type.as_bytes()) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => self.fail(error),
        }
    }

    /// Adds a header, in place of any of this name. Its value counts as secret.
    pub(in crate::runtime) fn header(&mut self, name: &str, value: &[u8]) {
        match header(name, value) {
            Ok((name, _)) if is_transports(&name) => self.fail(RequestError::header(name.as_str(), "is the transport's to set")),
            Ok((name, mut value)) => {
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            Err(error) => self.fail(error),
        }
    }

    /// Adds a parameter to the end of the query.
    pub(in crate::runtime) fn query(&mut self, name: &str, value: &dyn Display) {
        let mut pair = String::new();
        push_value(name, &mut pair);
        pair.push('=');
        push_value(&value.to_string(), &mut pair);
        self.query.push(pair);
    }

    /// Returns the request with these headers and query parameters.
    ///
    /// # Errors
    ///
    /// The first header that is not valid, or an address that is too long.
    pub(in crate::runtime) fn apply(self, mut request: Request) -> Result<Request, RequestError> {
        if let Some(error) = self.error {
            return Err(error.at(request.uri()));
        }
        if !self.query.is_empty() {
            *request.uri_mut() = with_query(request.uri(), &self.query)?;
        }
        for (name, value) in &self.headers {
            request.headers_mut().insert(name, value.clone());
        }
        request.extensions_mut().insert(SetByHand(self.headers));
        Ok(request)
    }

    fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }
}

fn with_query(uri: &Uri, pairs: &[String]) -> Result<Uri, RequestError> {
    let separator = match uri.query() {
        None => "?",
        Some("") => "",
        Some(_) => "&",
    };
    let address = format!("{uri}{separator}{}", pairs.join("&"));
    Uri::try_from(address).map_err(|error| RequestError::address(error.to_string()).at(uri))
}
