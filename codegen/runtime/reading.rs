//! Reading of bodies, as far as their size and their pauses allow.

use std::future::poll_fn;
use std::mem;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::body::ByteStream;
use super::stream::next;
use super::{BoxError, BoxFuture, TimeoutError, Transport};

/// A body, as far as it was read.
pub(super) struct ReadBody {
    pub(super) bytes: Bytes,
    pub(super) end: End,
}

/// Where the reading of a body ended.
pub(super) enum End {
    Whole,
    /// At the number of bytes it may have.
    Cut,
    /// Where the connection broke.
    Broken(BoxError),
}

/// A body up to a number of bytes. What `Content-Length` says is not relied on.
pub(super) async fn read(mut stream: ByteStream, max_body: usize) -> ReadBody {
    let mut body = Pieces::default();
    let end = gather(&mut stream, max_body, &mut body).await;
    ReadBody { bytes: body.finish(), end }
}

/// What comes of a body in some time, up to a number of bytes.
pub(super) async fn read_some(mut stream: ByteStream, max_body: usize, transport: &dyn Transport, wait: Duration) -> Bytes {
    let mut body = Pieces::default();
    _ = within(transport, wait, gather(&mut stream, max_body, &mut body)).await;
    body.finish()
}

/// The outcome of some work, or `None` if it takes too long.
pub(super) async fn within<T>(transport: &dyn Transport, wait: Duration, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut alarm = transport.sleep(wait);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => alarm.as_mut().poll(context).map(|()| None),
    })
    .await
}

async fn gather(stream: &mut ByteStream, max_body: usize, body: &mut Pieces) -> End {
    loop {
        match next(stream).await {
            None => return End::Whole,
            Some(Err(error)) => return End::Broken(error),
            Some(Ok(mut piece)) => {
                let room = max_body - body.length();
                let is_cut = piece.len() > room;
                piece.truncate(room);
                body.push(piece);
                if is_cut {
                    return End::Cut;
                }
            }
        }
    }
}

/// The pieces of a body so far. Nothing is copied as long as there is only one.
#[derive(Default)]
struct Pieces {
    first: Bytes,
    all: BytesMut,
}

impl Pieces {
    fn length(&self) -> usize {
        self.first.len().max(self.all.len())
    }

    fn push(&mut self, piece: Bytes) {
        if self.first.is_empty() {
            self.first = piece;
            return;
        }
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&piece);
    }

    fn finish(self) -> Bytes {
        if self.all.is_empty() { self.first } else { self.all.freeze() }
    }
}

/// The same body, which fails with a [`TimeoutError`] when it pauses for too long.
pub(super) fn impatient(stream: ByteStream, transport: &Arc<dyn Transport>, limit: Option<Duration>) -> ByteStream {
    match limit {
        Some(limit) => Box::pin(Impatient { stream: Some(stream), transport: transport.clone(), limit, alarm: None }),
        None => stream,
    }
}

struct Impatient {
    /// `None` after a pause that was too long.
    stream: Option<ByteStream>,
    transport: Arc<dyn Transport>,
    limit: Duration,
    /// Goes off when the pause that lasts now is too long.
    alarm: Option<BoxFuture<'static, ()>>,
}

impl Stream for Impatient {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { stream, transport, limit, alarm } = &mut *self;
        let Some(body) = stream else { return Poll::Ready(None) };
        if let Poll::Ready(piece) = body.as_mut().poll_next(context) {
            *alarm = None;
            return Poll::Ready(piece);
        }
        let alarm = alarm.get_or_insert_with(|| {
            let (transport, limit) = (transport.clone(), *limit);
            Box::pin(async move { transport.sleep(limit).await })
        });
        match alarm.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                drop(mem::take(stream));
                Poll::Ready(Some(Err(TimeoutError::of_pause(*limit).into())))
            }
        }
    }
}
