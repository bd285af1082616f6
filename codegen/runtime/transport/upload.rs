//! `Upload`: a streamed body as reqwest takes it, as long as somebody waits for the answer.

use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::runtime::BoxError;
use crate::runtime::body::{Body, ByteStream};

/// A streamed body as reqwest takes it: piece by piece, as the server takes them.
pub(super) struct Upload {
    /// The mutex is never locked; it only makes the stream one that threads could share.
    stream: Mutex<ByteStream>,
    /// How many bytes are still to come, if that is known.
    left: Option<u64>,
    exchange: Arc<Mutex<Exchange>>,
}

/// What an upload knows of its answer.
enum Exchange {
    /// Somebody waits for the answer, or reads it.
    Underway(Option<Waker>),
    Over,
}

/// Ends an upload when it is dropped, which is when the answer was read or nobody wants it any more. A server can answer before it
/// has the whole body; hyper would go on to send the rest, without any limit and with nobody to stop it.
pub(super) struct UploadGuard(Arc<Mutex<Exchange>>);

impl Upload {
    pub(super) fn of(body: Body) -> (Self, UploadGuard) {
        let exchange = Arc::new(Mutex::new(Exchange::Underway(None)));
        let guard = UploadGuard(exchange.clone());
        (Self { left: body.length(), stream: Mutex::new(body.into_stream()), exchange }, guard)
    }

    fn is_over(&self, context: &Context<'_>) -> bool {
        match &mut *self.exchange.lock().unwrap_or_else(PoisonError::into_inner) {
            Exchange::Over => true,
            Exchange::Underway(waker) => {
                *waker = Some(context.waker().clone());
                false
            }
        }
    }
}

impl Drop for UploadGuard {
    fn drop(&mut self) {
        let mut exchange = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = mem::replace(&mut *exchange, Exchange::Over);
        drop(exchange);
        if let Exchange::Underway(Some(waker)) = before {
            waker.wake();
        }
    }
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if self.is_over(context) {
            return Poll::Ready(Some(Err("the answer came before the whole body was sent".into())));
        }
        let stream = self.stream.get_mut().unwrap_or_else(PoisonError::into_inner);
        let piece = ready!(stream.as_mut().poll_next(context)).transpose()?;
        Poll::Ready(match (piece, self.left) {
            (None, Some(1..)) => Some(Err("the body has fewer bytes than was said".into())),
            (None, _) => None,
            (Some(piece), Some(left)) => Some(match left.checked_sub(piece.len() as u64) {
                Some(left) => {
                    self.left = Some(left);
                    Ok(Frame::data(piece))
                }
                None => Err("the body has more bytes than was said".into()),
            }),
            (Some(piece), None) => Some(Ok(Frame::data(piece))),
        })
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map(SizeHint::with_exact).unwrap_or_default()
    }
}
