//! Credentials: what a client is given to prove who calls, and which of it an operation's requests carry.

mod api_key;
mod basic;
mod by_hand;
pub(super) mod exports;
mod oauth;
mod secret_header;
mod token;
mod token_request;
mod transit;

use std::fmt;
use std::sync::Arc;

use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};

pub use api_key::ApiKey;
pub use basic::Basic;
pub use oauth::{ClientCredentials, OAuthClient, RefreshToken};
pub use token::{AccessToken, TokenSource, Tokens};
pub use token_request::TokenRequest;

use self::by_hand::HeaderPlace;
pub(super) use self::by_hand::SetByHand;
use self::transit::is_private;
use super::error::Problem;
use super::{BoxFuture, ClientBuilder, CredentialError, Endpoint, MaybeSend, MaybeSync, Request, RequestError, Transport};

/// A scheme by the name of its method on [`ClientBuilder`], and the scopes that an operation needs of it.
pub type Requirement = (&'static str, &'static [&'static str]);

/// What proves who calls.
pub trait Credential: MaybeSend + MaybeSync + 'static {
    /// Why it can never be sent, if that is so.
    fn problem(&self) -> Option<&'static str> {
        None
    }

    /// Adds it to a request that is about to be sent.
    fn add<'a>(&'a self, request: &'a mut Request, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<(), CredentialError>>;

    /// Called after a server refused it: whether it can be had anew, so that a second attempt makes sense.
    fn renew(&self) -> bool {
        false
    }
}

/// What a client was given to prove who calls.
#[derive(Clone, Default)]
pub(super) struct Credentials {
    given: Vec<(&'static str, Arc<dyn Credential>)>,
    /// The schemes whose credentials are headers, or parts of one.
    in_header: Vec<(&'static str, HeaderPlace)>,
    /// Whether a request goes out as it is where what it needs was not given.
    optional: bool,
    /// Whether they may be sent where others can read them.
    over_http: bool,
    /// Whether headers of every request are credentials, too.
    pub(super) client_headers: bool,
}

impl ClientBuilder {
    /// Takes a credential by the name of its scheme; the methods that a description's security schemes become call this.
    pub fn credential(mut self, scheme: &'static str, credential: impl Credential) -> Self {
        if let Some(problem) = credential.problem() {
            return self.fail(format!("the credential `{scheme}` {problem}"));
        }
        let given = &mut self.credentials.given;
        given.retain(|(name, _)| *name != scheme);
        given.push((scheme, Arc::new(credential)));
        self
    }

    /// Declares that a scheme takes its credential from this header, so that a header set by hand counts as the credential.
    /// Generated builders call this.
    pub fn credential_header(self, scheme: &'static str, header: &'static str) -> Self {
        self.credential_place(scheme, HeaderPlace::Whole(header))
    }

    /// Declares that a scheme takes its credential from this cookie, so that a `cookie` header set by hand that has it counts as the
    /// credential. Generated builders call this.
    pub fn credential_cookie(self, scheme: &'static str, cookie: &'static str) -> Self {
        self.credential_place(scheme, HeaderPlace::Cookie(cookie))
    }

    fn credential_place(mut self, scheme: &'static str, place: HeaderPlace) -> Self {
        self.credentials.in_header.push((scheme, place));
        self
    }

    /// Sends requests without the credentials that the description requires where they are not given, instead of refusing such
    /// requests: for servers that require less, and for a transport that adds credentials.
    pub fn optional_credentials(mut self) -> Self {
        self.credentials.optional = true;
        self
    }

    /// Sends credentials also to servers without TLS, where everybody on the way can read them. Otherwise such a request is
    /// refused, unless it stays on this machine. Credentials are also headers `authorization` and `cookie` that are set for the
    /// client or one call, and a header that is set by hand in place of a credential.
    pub fn credentials_over_http(mut self) -> Self {
        self.credentials.over_http = true;
        self
    }
}

impl Credentials {
    /// Adds to a request what its operation needs. Nothing is added to requests of operations that need nothing.
    pub(super) async fn add(
        &self,
        endpoint: &Endpoint,
        request: &mut Request,
        base_url: &str,
        transport: &dyn Transport,
    ) -> Result<(), Problem> {
        let missing = || Problem::Request(RequestError::credentials(missing(endpoint.required_security())));
        let chosen = self.chosen(endpoint, request.headers()).ok_or_else(missing)?;
        let is_cookie_set = SetByHand::of(request).is_some_and(|headers| headers.contains_key(COOKIE));
        let in_headers = self.client_headers || is_cookie_set || request.headers().contains_key(AUTHORIZATION);
        if (in_headers || !chosen.is_empty()) && !self.over_http && !is_private(request.uri()) {
            return Err(Problem::Request(RequestError::credentials(WITHOUT_TLS)));
        }
        for (credential, scopes) in self.carried(chosen, request) {
            let asked = TokenRequest::new(scopes, base_url, transport, self.over_http);
            credential.add(request, asked).await.map_err(Problem::Credential)?;
        }
        Ok(())
    }

    /// After a server refused a request, which is given without them: whether one of its credentials can be had anew.
    pub(super) fn renew(&self, endpoint: &Endpoint, request: &Request) -> bool {
        let chosen = self.chosen(endpoint, request.headers()).unwrap_or_default();
        self.carried(chosen, request).into_iter().filter(|(credential, _)| credential.renew()).count() > 0
    }

    /// The chosen credentials that a request does not have already, with their scopes.
    fn carried(&self, chosen: &'static [Requirement], request: &Request) -> Vec<(&dyn Credential, &'static [&'static str])> {
        let set = SetByHand::of(request);
        let is_set = |scheme: &str| set.is_some_and(|headers| self.is_by_hand(scheme, headers));
        let carried = chosen.iter().filter(|(scheme, _)| !is_set(scheme));
        carried.filter_map(|(scheme, scopes)| Some((self.find(scheme)?, *scopes))).collect()
    }

    /// The first alternative that was given whole; else the first one of which headers that were set by hand are the rest.
    fn chosen(&self, endpoint: &Endpoint, headers: &HeaderMap) -> Option<&'static [Requirement]> {
        let alternatives = endpoint.required_security();
        let first = |has: &dyn Fn(&str) -> bool| {
            alternatives.iter().find(|needed| !needed.is_empty() && needed.iter().all(|(scheme, _)| has(scheme))).copied()
        };
        let is_given = |scheme: &str| self.find(scheme).is_some();
        let nothing_is_needed = self.optional || alternatives.is_empty() || alternatives.iter().any(|needed| needed.is_empty());
        first(&is_given)
            .or_else(|| first(&|scheme| is_given(scheme) || self.is_by_hand(scheme, headers)))
            .or(nothing_is_needed.then_some(&[]))
    }

    fn is_by_hand(&self, scheme: &str, headers: &HeaderMap) -> bool {
        self.in_header.iter().any(|(name, place)| *name == scheme && place.is_set(headers))
    }

    fn find(&self, scheme: &str) -> Option<&dyn Credential> {
        self.given.iter().find(|(name, _)| *name == scheme).map(|(_, credential)| &**credential)
    }
}

/// Why credentials are not sent.
const WITHOUT_TLS: &str =
    "the server's address begins with `http://`, so that others could read them; `credentials_over_http` allows that";

/// What to do about missing credentials.
fn missing(alternatives: &[&[Requirement]]) -> String {
    let method = |(scheme, _): &Requirement| format!("`{scheme}`");
    let alternative = |all: &&[Requirement]| all.iter().map(method).collect::<Vec<_>>().join(" and ");
    let alternatives = alternatives.iter().map(alternative).collect::<Vec<_>>().join(", or ");
    format!(
        "this operation needs some; hand them to the client's builder by {alternatives}; to send requests without them, call \
         `optional_credentials` on the builder"
    )
}

/// Only the names: the rest is secret.
impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.given.iter().map(|(name, _)| name)).finish()
    }
}
