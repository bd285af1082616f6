//! `ReqwestTransport`: the default transport, over reqwest.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;
use reqwest::redirect::Policy;

use super::upload::Upload;
use super::{Transport, TransportError};
use crate::runtime::body::ByteStream;
use crate::runtime::{BoxError, BoxFuture, Request};

/// The default transport: reqwest, with TLS by rustls, inside a tokio runtime.
///
/// It follows no redirects and sends no `Referer`, so that credentials stay with the server they are meant for.
///
/// Proxies are taken from the environment, as programs usually do: `HTTP_PROXY`, `HTTPS_PROXY` and `ALL_PROXY` name them, and
/// `NO_PROXY` the servers that are reached without. Whoever does not want that hands in a client of its own:
/// `ReqwestTransport::from_client(reqwest::Client::builder().no_proxy().redirect(Policy::none()).build()?)`.
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
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
        Ok(Self { client })
    }

    /// A transport over the caller's own reqwest client: its proxies, certificates and pools.
    ///
    /// Its redirect policy is the caller's too. reqwest's default follows redirects, and takes headers such as `X-Api-Key` along
    /// to other servers; `reqwest::redirect::Policy::none()` does not.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { client }
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
            let request = convert(request)?;
            let response = self.client.execute(request).await.map_err(transport_error)?;
            Ok(http::Response::from(response).map(|body| -> ByteStream { Box::pin(Pieces(body)) }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

fn convert(request: Request) -> Result<reqwest::Request, TransportError> {
    let (parts, body) = request.into_parts();
    let url = reqwest::Url::parse(&parts.uri.to_string()).map_err(TransportError::new)?;
    // Reading an address can change it, as when `..` is resolved; what goes out must be what was built.
    if url.path() != parts.uri.path() || url.query() != parts.uri.query() {
        return Err(TransportError::new("the address changes when it is read"));
    }
    let mut converted = reqwest::Request::new(parts.method, url);
    *converted.headers_mut() = parts.headers;
    *converted.body_mut() = match body.try_into_bytes() {
        Ok(bytes) if bytes.is_empty() => None,
        Ok(bytes) => Some(bytes.into()),
        Err(streamed) => Some(reqwest::Body::wrap(Upload::of(streamed))),
    };
    Ok(converted)
}

/// Addresses can hold secrets, so they are taken out of messages.
fn transport_error(error: reqwest::Error) -> TransportError {
    let is_connect = error.is_connect();
    let error = error.without_url();
    if is_connect { TransportError::connect(error) } else { TransportError::new(error) }
}

/// The pieces of a response's body; trailers are none.
struct Pieces(reqwest::Body);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(Pin::new(&mut self.0).poll_frame(context)) {
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
