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
    /// Reads the body of a success. No message repeats what is in it: it may be secret.
    pub(super) fn read(body: &[u8]) -> Result<Self, CredentialError> {
        from_json(body).map_err(|_| CredentialError::new("the server of tokens answered with something else"))
    }

    /// Reads the body of an error: its own words on it, without secrets that it repeats.
    pub(super) fn refusal(status: StatusCode, body: &[u8], secrets: &[String]) -> CredentialError {
        let answer: Option<Self> = from_json(body).ok();
        let words = answer.map(|answer| [answer.error, answer.error_description].into_iter().flatten().collect::<Vec<_>>());
        let words = words.filter(|words| !words.is_empty()).map(|words| format!(": {}", words.join(": "))).unwrap_or_default();
        let secrets = secrets.iter().filter(|secret| !secret.is_empty());
        let words = secrets.fold(words, |words, secret| words.replace(secret.as_str(), "..."));
        let message = format!("the server of tokens answered {status}{words}");
        let is_temporary = status.is_server_error() || matches!(status.as_u16(), 408 | 429);
        if is_temporary { CredentialError::temporary(message) } else { CredentialError::new(message) }
    }

    /// The token, which must be one that whoever bears it can use.
    pub(super) fn token(self) -> Result<AccessToken, CredentialError> {
        if self.token_type.is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(CredentialError::new("the server of tokens gave a token that is no bearer token"));
        }
        let Some(token) = self.access_token.filter(|token| !token.is_empty()) else {
            return Err(CredentialError::new("the server of tokens gave no access token"));
        };
        // It would be kept, and fail call after call.
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(CredentialError::new("the server of tokens gave a token with a character that no token has"));
        }
        let token = AccessToken::new(token);
        Ok(match self.expires_in.as_ref().and_then(seconds) {
            Some(seconds) => token.lifetime(Duration::from_secs(seconds)),
            None => token,
        })
    }
}

/// A number of seconds, which some servers write as text or with a fraction; a negative one is none.
fn seconds(value: &Value) -> Option<u64> {
    let text = value.as_str().map(str::to_owned).or_else(|| value.is_number().then(|| value.to_string()))?;
    // A conversion from floating point ends at the limits of the integer.
    text.parse().ok().or_else(|| text.parse::<f64>().ok().filter(|seconds| !seconds.is_nan()).map(|seconds| seconds as u64))
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
