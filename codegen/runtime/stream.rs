//! `next`: awaits an item of a stream, so that no crate of combinators is needed.

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;

/// The next item of a stream.
pub(super) async fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}
