//! `TokenUrl`: where tokens are asked for, as the description says it or as the server of tokens itself does.

use std::sync::{Mutex, MutexGuard, PoisonError};

use http::Uri;
use http::header::ACCEPT;
use http::{HeaderValue, StatusCode};

use super::client::{address, whole};
use crate::runtime::security::TokenRequest;
use crate::runtime::{CredentialError, Decode, DecodeError, Json, Request, from_json};

/// Where tokens are asked for.
pub(super) enum TokenUrl {
    /// The address itself.
    Known(String),
    /// The address of a document that tells it
    /// ([OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)).
    Discovered { configuration: String, found: Mutex<Option<Uri>> },
}

impl TokenUrl {
    pub(super) fn discovered(configuration: String) -> Self {
        Self::Discovered { configuration, found: Mutex::default() }
    }

    /// The address, which is asked for once.
    pub(super) async fn get(&self, asked: TokenRequest<'_>) -> Result<Uri, CredentialError> {
        match self {
            Self::Known(url) => address(url, asked.base_url(), asked),
            Self::Discovered { configuration, found } => {
                let known = locked(found).clone();
                if let Some(known) = known {
                    return Ok(known);
                }
                let url = discover(configuration, asked).await?;
                *locked(found) = Some(url.clone());
                Ok(url)
            }
        }
    }

    /// An error that names the server that is asked, if its address is valid.
    pub(super) fn name(&self, error: CredentialError, asked: TokenRequest<'_>) -> CredentialError {
        let (url, found) = match self {
            Self::Known(url) => (url, None),
            Self::Discovered { configuration, found } => (configuration, locked(found).clone()),
        };
        match found.map_or_else(|| address(url, asked.base_url(), asked), Ok) {
            Ok(server) => error.of_server(&server),
            Err(_) => error,
        }
    }
}

fn locked(found: &Mutex<Option<Uri>>) -> MutexGuard<'_, Option<Uri>> {
    found.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is read of the document.
struct Configuration {
    token_endpoint: String,
}

impl Decode for Configuration {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { token_endpoint: fields.required("token_endpoint") };
        fields.finish(value)
    }
}

async fn discover(configuration: &str, asked: TokenRequest<'_>) -> Result<Uri, CredentialError> {
    let place = address(configuration, asked.base_url(), asked)?;
    let mut request = Request::default();
    *request.uri_mut() = place.clone();
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
    let response = asked.transport().send(request).await.map_err(CredentialError::temporary)?;
    let status = response.status();
    if status != StatusCode::OK {
        let message = format!("the server of tokens answered {status} instead of its configuration");
        return Err(if status.is_server_error() { CredentialError::temporary(message) } else { CredentialError::new(message) });
    }
    let found: Configuration = from_json(&whole(response.into_body()).await?)
        .map_err(|_| CredentialError::new("the configuration of the server of tokens names no address for them"))?;
    let url = address(&found.token_endpoint, &place.to_string(), asked)?;
    // The secret goes there: what was found in a safe way must not lead out of it.
    if place.scheme_str() == Some("https") && url.scheme_str() != Some("https") {
        return Err(CredentialError::new("the configuration of the server of tokens names an address without TLS"));
    }
    Ok(url)
}
