//! `Answer`: what the server of tokens says.

use std::time::Duration;

use http::StatusCode;

use crate::runtime::security::AccessToken;
use crate::runtime::{CredentialError, Decode, DecodeError, Json, Value, from_json};

/// What the server of tokens says.
pub(super) struct Answer {
    access_token: Option<String>,
    token_type: Option<String>,
    expires_in: Option<Value>,
    /// Replaces the refresh token that was sent.
    pub(super) refresh_token: Option<String>,
    error: Option<String>,
    error_description: Option<String>,
}

impl Answer {
    /// Reads a body. No message repeats what is in it but the server's own words on the error: the rest may be secret.
    pub(super) fn read(status: StatusCode, body: &[u8]) -> Result<Self, CredentialError> {
        let answer: Option<Self> = from_json(body).ok();
        if status.is_success() {
            return answer.ok_or_else(|| CredentialError::new("the server of tokens answered with something else"));
        }
        let words = answer.map(|answer| [answer.error, answer.error_description].into_iter().flatten().collect::<Vec<_>>());
        let words = words.filter(|words| !words.is_empty()).map(|words| format!(": {}", words.join(": "))).unwrap_or_default();
        let message = format!("the server of tokens answered {status}{words}");
        let is_temporary = status.is_server_error() || matches!(status.as_u16(), 408 | 429);
        Err(if is_temporary { CredentialError::temporary(message) } else { CredentialError::new(message) })
    }

    /// The token, which must be one that whoever bears it can use.
    pub(super) fn token(self) -> Result<AccessToken, CredentialError> {
        if self.token_type.is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(CredentialError::new("the server of tokens gave a token that is no bearer token"));
        }
        let Some(token) = self.access_token.filter(|token| !token.is_empty()) else {
            return Err(CredentialError::new("the server of tokens gave no access token"));
        };
        let seconds = self.expires_in.and_then(|value| match value {
            Value::String(text) => text.parse().ok(),
            value => value.as_u64(),
        });
        let token = AccessToken::new(token);
        Ok(match seconds {
            Some(seconds) => token.lifetime(Duration::from_secs(seconds)),
            None => token,
        })
    }
}

impl Decode for Answer {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut fields = json.fields()?;
        let value = Self {
            access_token: fields.optional("access_token"),
            token_type: fields.optional("token_type"),
            expires_in: fields.optional("expires_in"),
            refresh_token: fields.optional("refresh_token"),
            error: fields.optional("error"),
            error_description: fields.optional("error_description"),
        };
        fields.finish(value)
    }
}
