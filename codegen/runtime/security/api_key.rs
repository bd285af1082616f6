//! `ApiKey`: a secret text in a header, the query or a cookie.

use std::future::ready;

use http::header::COOKIE;
use http::{HeaderName, Uri};

use super::secret_header::set_secret_header;
use super::{Credential, TokenRequest};
use crate::runtime::request::percent::push_value;
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

/// Adds a parameter to the address; the address that can be shown goes along as an extension.
fn add_to_query(request: &mut Request, name: &str, value: &str) -> Result<(), CredentialError> {
    let shown: Option<Uri> = request.extensions_mut().remove();
    let shown = with_query(shown.as_ref().unwrap_or(request.uri()), name, "...")?;
    *request.uri_mut() = with_query(request.uri(), name, value)?;
    request.extensions_mut().insert(shown);
    Ok(())
}

/// The address with a parameter, in place of any of this name: an address that a server gave out may have it already.
fn with_query(uri: &Uri, name: &str, value: &str) -> Result<Uri, CredentialError> {
    let mut parameter = String::new();
    push_value(name, &mut parameter);
    let is_other = |pair: &&str| pair.split('=').next() != Some(&parameter);
    let others: Vec<&str> = uri.query().into_iter().flat_map(|query| query.split('&')).filter(is_other).collect();
    let address = uri.to_string();
    let mut address = address.split('?').next().unwrap_or_default().to_owned();
    address.push('?');
    others.iter().for_each(|pair| address.extend([pair, "&"]));
    address.push_str(&parameter);
    address.push('=');
    push_value(value, &mut address);
    Uri::try_from(address).map_err(|_| CredentialError::new("the address with the credential in its query is too long"))
}
