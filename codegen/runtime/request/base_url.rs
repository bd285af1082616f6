//! `BaseUrl`: the server's address, to which paths are appended.

use std::fmt;

use http::Uri;

use super::path::is_dots;
use super::percent::push_path_text;

/// The server's address, to which paths are appended as they are; it ends without a slash.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::runtime) struct BaseUrl(String);

impl BaseUrl {
    /// Checks an address: http or https, a host, perhaps a path, and nothing else.
    pub(in crate::runtime) fn parse(text: &str) -> Result<Self, &'static str> {
        if text.chars().any(|character| character.is_whitespace() || character.is_control()) {
            return Err("holds a space or a control character");
        }
        if !text.is_ascii() {
            return Err("holds characters beyond ASCII, which must be percent-encoded (in the host: Punycode)");
        }
        if text.contains('?') {
            return Err("has a query");
        }
        if text.contains('#') {
            return Err("has a fragment");
        }
        if text.contains('\\') {
            return Err("holds a backslash");
        }
        let uri: Uri = text.parse().map_err(|_| "is not an address")?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err("does not begin with `https://` or `http://`");
        }
        match uri.authority() {
            Some(authority) if authority.as_str().contains('@') => return Err("holds a user name or password"),
            Some(authority) if authority.host().is_empty() => return Err("has no host"),
            Some(authority) if authority.port_u16().is_none() && authority.as_str() != authority.host() => {
                return Err("has no valid port");
            }
            Some(_) => {}
            None => return Err("has no host"),
        }
        let mut path = String::new();
        push_path_text(uri.path(), &mut path);
        if path != uri.path() {
            return Err("has a path that must be percent-encoded");
        }
        if uri.path().split('/').any(is_dots) {
            return Err("has a path segment `.` or `..`");
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }

    /// The address up to its path.
    pub(in crate::runtime) fn origin_of(address: &str) -> &str {
        let host = address.find("://").map_or(0, |end| end + 3);
        let path = address[host..].find('/').map_or(address.len(), |start| host + start);
        &address[..path]
    }

    pub(in crate::runtime) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
