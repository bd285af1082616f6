//! `RefreshToken`: tokens for a program that acts for a user who has agreed to it.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::cache::TokenCache;
use super::client::OAuthClient;
use super::token_url::TokenUrl;
use crate::runtime::security::{AccessToken, TokenRequest, TokenSource};
use crate::runtime::{BoxFuture, CredentialError, MaybeSend, MaybeSync};

/// Tokens for a program that acts for a user who has agreed to it, by the grant `refresh_token`.
///
/// How the user agrees, and the program gets its first refresh token, is not the client's part. A token is asked for when the
/// first request needs it, and kept until shortly before its end or until the server refuses it.
pub struct RefreshToken {
    token_url: TokenUrl,
    client: OAuthClient,
    refresh_token: Mutex<String>,
    on_change: Option<Box<dyn OnChange>>,
    cache: TokenCache,
}

trait OnChange: MaybeSend + MaybeSync {
    fn call(&self, refresh_token: &str);
}

impl<F: Fn(&str) + MaybeSend + MaybeSync> OnChange for F {
    fn call(&self, refresh_token: &str) {
        self(refresh_token);
    }
}

impl RefreshToken {
    /// Tokens from a server; a path alone, such as `/oauth/token`, is one of the API's own server.
    pub fn new(token_url: impl Into<String>, client: impl Into<OAuthClient>, refresh_token: impl Into<String>) -> Self {
        Self::at(TokenUrl::Known(token_url.into()), client.into(), refresh_token.into())
    }

    /// Tokens from a server whose OpenID Connect configuration, at this address, says where they are asked for.
    pub fn discover(
        configuration_url: impl Into<String>,
        client: impl Into<OAuthClient>,
        refresh_token: impl Into<String>,
    ) -> Self {
        Self::at(TokenUrl::discovered(configuration_url.into()), client.into(), refresh_token.into())
    }

    fn at(token_url: TokenUrl, client: OAuthClient, refresh_token: String) -> Self {
        Self { token_url, client, refresh_token: Mutex::new(refresh_token), on_change: None, cache: TokenCache::default() }
    }

    /// Calls a function with each new refresh token: many servers take each only once, so that whoever stores the first one
    /// has to store those that follow.
    #[must_use]
    pub fn on_change(mut self, store: impl Fn(&str) + MaybeSend + MaybeSync + 'static) -> Self {
        self.on_change = Some(Box::new(store));
        self
    }

    async fn fetch(&self, asked: TokenRequest<'_>) -> Result<AccessToken, CredentialError> {
        let current = self.current().clone();
        let parameters = [("grant_type", "refresh_token"), ("refresh_token", current.as_str())];
        let mut answer = self.client.ask(&self.token_url, &parameters, asked).await?;
        if let Some(next) = answer.refresh_token.take().filter(|next| !next.is_empty() && *next != current) {
            self.on_change.iter().for_each(|store| store.call(&next));
            *self.current() = next;
        }
        answer.token()
    }

    fn current(&self) -> MutexGuard<'_, String> {
        self.refresh_token.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenSource for RefreshToken {
    /// The scopes are those that the user has agreed to.
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>> {
        Box::pin(async move {
            let token = self.cache.get("", asked.transport(), self.fetch(asked)).await;
            token.map_err(|error| self.token_url.name(error, asked))
        })
    }

    fn renew(&self) -> bool {
        self.cache.clear();
        true
    }
}

/// No token is shown.
impl fmt::Debug for RefreshToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RefreshToken").field("client", &self.client).finish_non_exhaustive()
    }
}
