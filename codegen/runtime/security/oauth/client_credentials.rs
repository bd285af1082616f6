//! `ClientCredentials`: tokens for a program that acts for itself.

use std::fmt;

use super::answer::Answer;
use super::cache::TokenCache;
use super::client::OAuthClient;
use super::token_url::TokenUrl;
use crate::runtime::security::{AccessToken, TokenRequest, TokenSource};
use crate::runtime::{BoxFuture, CredentialError};

/// Tokens for a program that acts for itself, by the grant `client_credentials`.
///
/// A token is asked for when the first request needs it, and kept until shortly before its end or until the server refuses it.
pub struct ClientCredentials {
    token_url: TokenUrl,
    client: OAuthClient,
    scopes: Option<String>,
    parameters: Vec<(String, String)>,
    cache: TokenCache,
}

impl ClientCredentials {
    /// Tokens from a server; a path alone, such as `/oauth/token`, is one of the API's own server.
    pub fn new(token_url: impl Into<String>, client: impl Into<OAuthClient>) -> Self {
        Self::at(TokenUrl::Known(token_url.into()), client.into())
    }

    /// Tokens from a server whose OpenID Connect configuration, at this address, says where they are asked for.
    pub fn discover(configuration_url: impl Into<String>, client: impl Into<OAuthClient>) -> Self {
        Self::at(TokenUrl::discovered(configuration_url.into()), client.into())
    }

    fn at(token_url: TokenUrl, client: OAuthClient) -> Self {
        Self { token_url, client, scopes: None, parameters: Vec::new(), cache: TokenCache::default() }
    }

    /// Asks for these scopes, in place of those that the description says each operation needs; one token then serves all.
    #[must_use]
    pub fn scopes<S: AsRef<str>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        let scopes: Vec<String> = scopes.into_iter().map(|scope| scope.as_ref().to_owned()).collect();
        self.scopes = Some(scopes.join(" "));
        self
    }

    /// Sends a further parameter to the server of tokens, such as `audience`.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    async fn fetch(&self, scopes: &str, asked: TokenRequest<'_>) -> Result<AccessToken, CredentialError> {
        let mut parameters = vec![("grant_type", "client_credentials")];
        if !scopes.is_empty() {
            parameters.push(("scope", scopes));
        }
        parameters.extend(self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let token = self.client.ask(&self.token_url, &parameters, asked).await.and_then(Answer::token);
        token.map_err(|error| self.token_url.name(error, asked))
    }
}

impl TokenSource for ClientCredentials {
    fn token<'a>(&'a self, asked: TokenRequest<'a>) -> BoxFuture<'a, Result<AccessToken, CredentialError>> {
        Box::pin(async move {
            let scopes = self.scopes.clone().unwrap_or_else(|| asked.scopes().join(" "));
            self.cache.get(&scopes, asked.transport(), self.fetch(&scopes, asked)).await
        })
    }

    fn renew(&self) -> bool {
        self.cache.clear();
        true
    }
}

/// Neither the secret nor any token is shown.
impl fmt::Debug for ClientCredentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ClientCredentials").field("client", &self.client).finish_non_exhaustive()
    }
}
