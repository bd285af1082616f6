//! `TokenRequest`: what a credential is asked for.

use std::fmt;

use crate::runtime::Transport;

/// What a token is for.
#[derive(Clone, Copy)]
pub struct TokenRequest<'a> {
    scopes: &'a [&'a str],
    base_url: &'a str,
    transport: &'a dyn Transport,
    over_http: bool,
}

impl<'a> TokenRequest<'a> {
    pub(super) fn new(scopes: &'a [&'a str], base_url: &'a str, transport: &'a dyn Transport, over_http: bool) -> Self {
        Self { scopes, base_url, transport, over_http }
    }

    /// The scopes that the operation needs.
    pub fn scopes(&self) -> &'a [&'a str] {
        self.scopes
    }

    /// The address of the API's server.
    pub fn base_url(&self) -> &'a str {
        self.base_url
    }

    /// Whether secrets may be sent where others can read them: to servers without TLS.
    pub fn may_use_http(&self) -> bool {
        self.over_http
    }

    /// The client's own way to the network, which also knows its time.
    pub fn transport(&self) -> &'a dyn Transport {
        self.transport
    }
}

impl fmt::Debug for TokenRequest<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TokenRequest").field("scopes", &self.scopes).finish_non_exhaustive()
    }
}
