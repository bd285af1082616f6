//! `ApiKey`: a secret text in a header, the query or a cookie.

use std::future::ready;

use http::header::COOKIE;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};

use super::{Credential, TokenRequest};
use crate::runtime::request::{ShownUri, push_value};
use crate::runtime::{BoxFuture, CredentialError, Request};

/// A secret text in a header, the query or a cookie.
pub struct ApiKey {
    place: Place,
    key: String,
}

enum Place {
    Header(&'static str),
    Query(&'static str),
    Cookie(&'static str),
}

impl ApiKey {
    /// A key that is the whole value of a header.
    pub fn header(name: &'static str, key: impl Into<String>) -> Self {
        Self { place: Place::Header(name), key: key.into() }
    }

    /// A key in a query parameter.
    pub fn query(name: &'static str, key: impl Into<String>) -> Self {
        Self { place: Place::Query(name), key: key.into() }
    }

    /// A key in a cookie, which is sent as it is.
    pub fn cookie(name: &'static str, key: impl Into<String>) -> Self {
        Self { place: Place::Cookie(name), key: key.into() }
    }

    fn add_to(&self, request: &mut Request) -> Result<(), CredentialError> {
        match self.place {
            Place::Header(name) => {
                let name = HeaderName::try_from(name).map_err(|_| CredentialError::new("a header has no valid name"))?;
                set_secret_header(request.headers_mut(), name, &self.key)
            }
            Place::Query(name) => add_to_query(request, name, &self.key),
            Place::Cookie(name) => {
                let earlier = request.headers().get(COOKIE).and_then(|value| value.to_str().ok());
                let earlier = earlier.map(|cookies| format!("{cookies}; ")).unwrap_or_default();
                set_secret_header(request.headers_mut(), COOKIE, &format!("{earlier}{name}={}", self.key))
            }
        }
    }
}

impl Credential for ApiKey {
    fn problem(&self) -> Option<&'static str> {
        let is_unfit = |character: char| match self.place {
            Place::Header(_) => character.is_control() && character != '\t',
            Place::Query(_) => false,
            Place::Cookie(_) => character == ';' || !character.is_ascii_graphic(),
        };
        if self.key.is_empty() {
            return Some("is empty");
        }
        self.key.contains(is_unfit).then_some("holds a character that cannot be sent in its place")
    }

    fn add<'a>(&'a self, request: &'a mut Request, _: TokenRequest<'a>) -> BoxFuture<'a, Result<(), CredentialError>> {
        Box::pin(ready(self.add_to(request)))
    }
}

/// Sets a header that `Debug` does not show. No message says what was wrong with the value, for it is secret.
pub(super) fn set_secret_header(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), CredentialError> {
    let value = HeaderValue::from_str(value);
    let mut value = value.map_err(|_| CredentialError::new("a credential holds a character that no header can hold"))?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

/// Adds a parameter to the address, and remembers what of it can be shown.
fn add_to_query(request: &mut Request, name: &str, value: &str) -> Result<(), CredentialError> {
    let mut address = request.uri().to_string();
    let mut shown = request.extensions_mut().remove().map_or_else(|| address.clone(), |ShownUri(shown)| shown);
    for (text, value) in [(&mut address, Some(value)), (&mut shown, None)] {
        text.push(if text.contains('?') { '&' } else { '?' });
        push_value(name, text);
        text.push('=');
        match value {
            Some(value) => push_value(value, text),
            None => text.push_str("..."),
        }
    }
    let uri = Uri::try_from(address);
    *request.uri_mut() = uri.map_err(|_| CredentialError::new("the address with the credential in its query is too long"))?;
    request.extensions_mut().insert(ShownUri(shown));
    Ok(())
}
