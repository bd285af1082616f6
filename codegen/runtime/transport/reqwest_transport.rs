//! `ReqwestTransport`: the default transport, over reqwest.

use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::uri::{Authority, Scheme};
use http::{Method, StatusCode, Uri};
use http_body::Body as _;
use reqwest::Url;
use reqwest::redirect::Policy;

use super::upload::{Upload, UploadGuard};
use super::{Transport, TransportError};
use crate::runtime::body::ByteStream;
use crate::runtime::{BoxError, BoxFuture, Request};

/// The default transport: reqwest, inside a tokio runtime. The crate's feature `reqwest` gives it TLS by rustls; with
/// `reqwest-without-tls` alone it has the TLS of whichever of reqwest's features are on, or none.
///
/// It follows no redirects and sends no `Referer`, so that credentials stay with the server they are meant for.
///
/// Proxies are taken from the environment, as programs usually do: `HTTP_PROXY`, `HTTPS_PROXY` and `ALL_PROXY` name them, and
/// `NO_PROXY` the servers that are reached without. Whoever does not want that hands in a client of its own:
/// `ReqwestTransport::from_client(reqwest::Client::builder().no_proxy().redirect(Policy::none()).build()?)`.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    first_server: Arc<OnceLock<Server>>,
}

/// A server as requests name it, and as it is once it has been read. Most requests go to the same one, and to read its name for
/// each of them takes as long as all that is done to the rest of the address.
struct Server {
    scheme: Scheme,
    authority: Authority,
    url: Url,
}

impl ReqwestTransport {
    /// A transport with the settings above.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(Duration::from_secs(10))
            .build()
            .map_err(TransportError::new)?;
        Ok(Self::from_client(client))
    }

    /// A transport over the caller's own reqwest client: its proxies, certificates and pools.
    ///
    /// Its redirect policy is the caller's too. reqwest's default follows redirects, and takes headers such as `X-Api-Key` along
    /// to other servers; `reqwest::redirect::Policy::none()` does not.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client, first_server: Arc::default() }
    }

    /// The request as reqwest takes it, and what ends its upload if it has one.
    fn convert(&self, request: Request) -> Result<(reqwest::Request, Option<UploadGuard>), TransportError> {
        let (parts, body) = request.into_parts();
        let mut converted = reqwest::Request::new(parts.method, self.address(&parts.uri)?);
        *converted.headers_mut() = parts.headers;
        let mut guard = None;
        *converted.body_mut() = match body.try_into_bytes() {
            Ok(bytes) if bytes.is_empty() => None,
            Ok(bytes) => Some(bytes.into()),
            Err(streamed) => {
                let (upload, ends_upload) = Upload::of(streamed);
                guard = Some(ends_upload);
                Some(reqwest::Body::wrap(upload))
            }
        };
        Ok((converted, guard))
    }

    fn address(&self, uri: &Uri) -> Result<Url, TransportError> {
        let url = match self.first_server.get().filter(|server| server.is_of(uri)) {
            Some(server) => {
                let mut url = server.url.clone();
                url.set_path(uri.path());
                url.set_query(uri.query());
                url
            }
            None => {
                let url = Url::parse(&uri.to_string()).map_err(TransportError::new)?;
                if let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) {
                    self.first_server.get_or_init(|| Server::new(scheme, authority, &url));
                }
                url
            }
        };
        // Reading an address can change it, as when `..` is resolved; what goes out must be what was built.
        if url.path() != uri.path() || url.query().map(Cow::Borrowed) != uri.query().map(with_encoded_apostrophes) {
            return Err(TransportError::new("the address changes when it is read"));
        }
        Ok(url)
    }
}

/// A query as the URL Standard has it: an apostrophe is percent-encoded, which changes nothing of what the query says.
fn with_encoded_apostrophes(query: &str) -> Cow<'_, str> {
    if query.contains('\'') { Cow::Owned(query.replace('\'', "%27")) } else { Cow::Borrowed(query) }
}

impl Server {
    /// The server of an address. The rest of the address can hold secrets, and is not kept.
    fn new(scheme: &Scheme, authority: &Authority, address: &Url) -> Self {
        let mut url = address.clone();
        url.set_path("");
        url.set_query(None);
        Self { scheme: scheme.clone(), authority: authority.clone(), url }
    }

    fn is_of(&self, uri: &Uri) -> bool {
        uri.scheme() == Some(&self.scheme) && uri.authority().map(Authority::as_str) == Some(self.authority.as_str())
    }
}

/// Nothing of the client: its proxies and headers may hold secrets.
impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let (request, upload) = self.convert(request)?;
            let is_head = request.method() == Method::HEAD;
            let response = self.client.execute(request).await.map_err(transport_error)?;
            let is_empty = is_head || matches!(response.status(), StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
            Ok(http::Response::from(response).map(|body| -> ByteStream { Box::pin(Pieces { body, is_empty, _upload: upload }) }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// Addresses can hold secrets, so they are taken out of messages.
fn transport_error(error: reqwest::Error) -> TransportError {
    let is_connect = error.is_connect();
    let error = error.without_url();
    if is_connect { TransportError::connect(error) } else { TransportError::new(error) }
}

/// The pieces of a response's body; trailers are none.
struct Pieces {
    body: reqwest::Body,
    /// Whether there is no body, whatever the headers say and whatever comes.
    is_empty: bool,
    /// Held as long as there is an answer to wait for.
    _upload: Option<UploadGuard>,
}

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_empty {
            return Poll::Ready(None);
        }
        loop {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                // hyper takes it for the end when HTTP/2 breaks off a body without naming an error.
                None if self.body.size_hint().lower() > 0 => {
                    return Poll::Ready(Some(Err("the body has fewer bytes than was said".into())));
                }
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error.without_url().into()))),
                Some(Ok(frame)) => {
                    if let Ok(piece) = frame.into_data() {
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
            }
        }
    }
}
