//! `TokenSource`: where access tokens come from, and `Tokens`, which sends them.

use std::fmt;
use std::future::ready;
use std::sync::Arc;
use std::time::Duration;

use http::header::AUTHORIZATION;

use super::secret_header::set_secret_header;
use super::{Credential, TokenRequest};
use crate::runtime::{BoxFuture, CredentialError, MaybeSend, MaybeSync, Request};

/// Where access tokens come from.
///
/// A source is asked before every attempt of a request that needs a token, so it should keep its tokens as long as they hold.
/// [`ClientCredentials`](super::ClientCredentials) and [`RefreshToken`](super::RefreshToken) do; texts and [`AccessToken`]s are
/// taken in place of a source that always has the same token.
pub trait TokenSource: MaybeSend + MaybeSync + 'static {
    /// A token with which the server accepts the request.
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>>;

    /// Called after the server refused a token of this source with status 401: drops what is kept of it. Returns whether the
    /// next token may be another, so that a second attempt makes sense.
    fn renew(&self) -> bool {
        false
    }
}

/// A token that proves for a while who calls.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken {
    token: String,
    lifetime: Option<Duration>,
}

impl AccessToken {
    /// A token that holds until the server refuses it.
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into(), lifetime: None }
    }

    /// How long it holds from now on.
    #[must_use]
    pub fn lifetime(mut self, lifetime: Duration) -> Self {
        self.lifetime = Some(lifetime);
        self
    }

    /// How long it holds, if that is known.
    pub fn own_lifetime(&self) -> Option<Duration> {
        self.lifetime
    }
}

/// The token itself is secret.
impl fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AccessToken").field("lifetime", &self.lifetime).finish_non_exhaustive()
    }
}

/// Access tokens, sent as `Authorization: Bearer ...`: one that stays the same, or those of a [`TokenSource`].
pub struct Tokens(Origin);

enum Origin {
    Fixed(AccessToken),
    Source(Arc<dyn TokenSource>),
}

impl<S: TokenSource> From<S> for Tokens {
    fn from(source: S) -> Self {
        Self(Origin::Source(Arc::new(source)))
    }
}

impl From<AccessToken> for Tokens {
    fn from(token: AccessToken) -> Self {
        Self(Origin::Fixed(token))
    }
}

impl From<String> for Tokens {
    fn from(token: String) -> Self {
        AccessToken::new(token).into()
    }
}

impl From<&str> for Tokens {
    fn from(token: &str) -> Self {
        AccessToken::new(token).into()
    }
}

impl<S: TokenSource + ?Sized> TokenSource for Arc<S> {
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>> {
        (**self).token(asked)
    }

    fn renew(&self) -> bool {
        (**self).renew()
    }
}

impl Tokens {
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>> {
        match &self.0 {
            Origin::Fixed(token) => Box::pin(ready(Ok(token.clone()))),
            Origin::Source(source) => source.token(asked),
        }
    }
}

impl Credential for Tokens {
    fn problem(&self) -> Option<&'static str> {
        match &self.0 {
            Origin::Fixed(AccessToken { token, .. }) if token.is_empty() => Some("is empty"),
            Origin::Fixed(AccessToken { token, .. }) if !token.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Some("holds a space or another character that no token has")
            }
            _ => None,
        }
    }

    fn add<'a>(&'a self, request: &'a mut Request, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<(), CredentialError>> {
        Box::pin(async move {
            let token = self.token(asked).await?;
            set_secret_header(request.headers_mut(), AUTHORIZATION, &format!("Bearer {}", token.token))
        })
    }

    fn renew(&self) -> bool {
        matches!(&self.0, Origin::Source(source) if source.renew())
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Tokens").finish_non_exhaustive()
    }
}
