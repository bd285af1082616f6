//! `Upload`: a streamed body as reqwest takes it.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

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
}

impl Upload {
    pub(super) fn of(body: Body) -> Self {
        Self { left: body.length(), stream: Mutex::new(body.into_stream()) }
    }
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
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
