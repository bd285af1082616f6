//! Access tokens by the grants of OAuth 2 that need no user: client credentials and refresh tokens.
//!
//! Follows [RFC 6749](https://www.rfc-editor.org/rfc/rfc6749).

mod answer;
mod cache;
mod client;
mod client_credentials;
mod refresh_token;
mod token_url;
mod turn;

pub use client::OAuthClient;
pub use client_credentials::ClientCredentials;
pub use refresh_token::RefreshToken;
