//! What those who hand credentials to a client name.

pub use super::oauth::{ClientCredentials, OAuthClient, RefreshToken};
pub use super::token::{AccessToken, TokenSource};
pub use super::token_request::TokenRequest;
pub use crate::runtime::error::CredentialError;
