//! `OAuthClient`: the program as the server of tokens knows it, and how it asks for one.

use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Method, Uri};

use super::answer::Answer;
use super::token_url::TokenUrl;
use crate::runtime::body::ByteStream;
use crate::runtime::reading::{End, read};
use crate::runtime::request::BaseUrl;
use crate::runtime::request::percent::push_value;
use crate::runtime::security::secret_header::set_secret_header;
use crate::runtime::security::transit::is_private;
use crate::runtime::security::{Basic, TokenRequest};
use crate::runtime::{Body, CredentialError, Request, TransportError};

/// How many bytes the answer of a server of tokens may have.
const MAX_ANSWER: usize = 1 << 20;

/// The program as the server of tokens knows it: a name, and a secret unless it is a program that cannot keep one.
///
/// `"my-id".into()` or `("my-id", "my-secret").into()`.
#[derive(Clone)]
pub struct OAuthClient {
    id: String,
    secret: Option<String>,
    in_body: bool,
}

impl OAuthClient {
    /// Sends name and secret in the body instead of a header, for servers that want it so.
    #[must_use]
    pub fn in_body(mut self) -> Self {
        self.in_body = true;
        self
    }

    /// Asks for a token.
    pub(super) async fn ask(
        &self,
        token_url: &TokenUrl,
        parameters: &[(&str, &str)],
        asked: TokenRequest<'_>,
    ) -> Result<Answer, CredentialError> {
        let request = self.request(token_url.get(asked).await?, parameters)?;
        let response = asked.transport().send(request).await.map_err(CredentialError::temporary)?;
        let status = response.status();
        let body = whole(response.into_body()).await;
        // The body of an error has to do as far as it came.
        if status.is_success() {
            Answer::read(&body?)
        } else {
            Err(Answer::refusal(status, &body.unwrap_or_default(), &self.secrets(parameters)))
        }
    }

    /// What a server might repeat of a request that is secret, in each form in which it was sent.
    fn secrets(&self, parameters: &[(&str, &str)]) -> Vec<String> {
        let refresh_token = parameters.iter().filter(|(name, _)| *name == "refresh_token").map(|(_, value)| *value);
        let plain: Vec<&str> = self.secret.as_deref().into_iter().chain(refresh_token).collect();
        let basic = self.basic().map(|basic| basic.trim_start_matches("Basic ").to_owned());
        plain.iter().map(|secret| encoded(secret)).chain(plain.iter().map(ToString::to_string)).chain(basic).collect()
    }

    /// The value of the header that bears the secret, if it is to be in one.
    fn basic(&self) -> Option<String> {
        let secret = self.secret.as_ref().filter(|_| !self.in_body)?;
        Some(Basic::new(encoded(&self.id), encoded(secret)).value())
    }

    fn request(&self, token_url: Uri, parameters: &[(&str, &str)]) -> Result<Request, CredentialError> {
        let mut form = String::new();
        parameters.iter().for_each(|(name, value)| push_pair(name, value, &mut form));
        let mut request = Request::default();
        match self.basic() {
            Some(basic) => set_secret_header(request.headers_mut(), AUTHORIZATION, &basic)?,
            None => {
                push_pair("client_id", &self.id, &mut form);
                self.secret.iter().for_each(|secret| push_pair("client_secret", secret, &mut form));
            }
        }
        *request.body_mut() = Body::from(form);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = token_url;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        Ok(request)
    }
}

impl From<&str> for OAuthClient {
    fn from(id: &str) -> Self {
        Self { id: id.to_owned(), secret: None, in_body: false }
    }
}

impl From<String> for OAuthClient {
    fn from(id: String) -> Self {
        Self { id, secret: None, in_body: false }
    }
}

impl<I: Into<String>, S: Into<String>> From<(I, S)> for OAuthClient {
    fn from((id, secret): (I, S)) -> Self {
        Self { id: id.into(), secret: Some(secret.into()), in_body: false }
    }
}

/// The secret is not shown.
impl fmt::Debug for OAuthClient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OAuthClient").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What a server of tokens answers, if it comes whole.
pub(super) async fn whole(body: ByteStream) -> Result<Bytes, CredentialError> {
    let body = read(body, MAX_ANSWER).await;
    match body.end {
        End::Whole => Ok(body.bytes),
        End::Cut => Err(CredentialError::new(format!("the server of tokens answered with more than {MAX_ANSWER} bytes"))),
        End::Broken(error) => Err(CredentialError::temporary(TransportError::new(error))),
    }
}

/// Where tokens are asked for; a path alone is one of the API's own server. Secrets go there, so it must be private.
pub(super) fn address(token_url: &str, base_url: &str, asked: TokenRequest<'_>) -> Result<Uri, CredentialError> {
    let whole =
        if token_url.starts_with('/') { format!("{}{token_url}", BaseUrl::origin_of(base_url)) } else { token_url.to_owned() };
    let is_server = |uri: &Uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some();
    let has_user = |uri: &Uri| uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    let uri = Uri::try_from(whole).ok().filter(|uri| is_server(uri) && !has_user(uri));
    let uri = uri.ok_or_else(|| CredentialError::new("the address of the server of tokens is not valid"))?;
    if !asked.may_use_http() && !is_private(&uri) {
        return Err(CredentialError::new("the server of tokens has an address without TLS, so that others could read secrets"));
    }
    Ok(uri)
}

fn push_pair(name: &str, value: &str, form: &mut String) {
    form.push_str(if form.is_empty() { "" } else { "&" });
    push_value(name, form);
    form.push('=');
    push_value(value, form);
}

fn encoded(text: &str) -> String {
    let mut output = String::new();
    push_value(text, &mut output);
    output
}
