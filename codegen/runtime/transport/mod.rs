//! `Transport`: what carries requests to servers, and waits.

mod error;
mod memory;
#[cfg(feature = "reqwest-without-tls")]
mod reqwest_transport;
#[cfg(feature = "reqwest-without-tls")]
mod upload;

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use http::HeaderName;
use http::header::{CONNECTION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING};

pub use error::TransportError;
pub use memory::{MemoryTransport, RecordedRequest, Reply};
#[cfg(feature = "reqwest-without-tls")]
pub use reqwest_transport::ReqwestTransport;

use super::body::ByteStream;
use super::{BoxFuture, MaybeSend, MaybeSync, Request};

/// What carries requests to servers, and waits.
///
/// A transport sends one request and hands back what comes, whatever the status. It follows no redirects, repeats nothing and
/// limits no time: the client does that, the same over every transport. Dropping a future or stream ends what it stood for.
pub trait Transport: MaybeSend + MaybeSync + 'static {
    /// Sends a request; resolves as soon as there are status and headers.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>>;

    /// Waits.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;

    /// The time since some fixed moment. Only a transport whose [`sleep`](Self::sleep) takes another kind of time, or one for a
    /// platform where the standard library has no clock, needs its own.
    fn now(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }

    fn now(&self) -> Duration {
        (**self).now()
    }
}

/// Whether a header is set by the transport, and by nobody else.
pub(super) fn is_transports(header: &HeaderName) -> bool {
    [CONNECTION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING].contains(header)
}

/// The transport of clients that were given none.
#[cfg(feature = "reqwest-without-tls")]
pub(super) fn default_transport() -> Result<Arc<dyn Transport>, String> {
    match ReqwestTransport::new() {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => Err(error.to_string()),
    }
}

/// The transport of clients that were given none.
#[cfg(not(feature = "reqwest-without-tls"))]
pub(super) fn default_transport() -> Result<Arc<dyn Transport>, String> {
    Err("there is no transport: enable the crate's feature `reqwest`, or hand one to `ClientBuilder::transport`".to_owned())
}
