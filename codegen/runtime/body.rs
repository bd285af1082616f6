//! `Body`: what a request carries, and whether it can be sent a second time.

use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{BoxError, BoxStream, MaybeSend, MaybeSync};

/// A body in pieces.
pub type ByteStream = BoxStream<'static, Result<Bytes, BoxError>>;

/// What a request carries.
///
/// A stream is sent as long as its answer is waited for or read. Where the server has answered without the rest, that is left.
///
/// A clone of a body that streams once shares that one stream: whichever is sent first has it, and the other fails.
#[derive(Clone, Default)]
pub struct Body {
    content: Content,
    /// How many bytes a stream has, if that is known.
    length: Option<u64>,
    media_type: Option<Cow<'static, str>>,
}

#[derive(Clone, Default)]
enum Content {
    #[default]
    Empty,
    Bytes(Bytes),
    Factory(Arc<dyn Factory>),
    Once(Arc<Mutex<Option<ByteStream>>>),
}

/// Makes the same stream again and again.
trait Factory: MaybeSend + MaybeSync {
    fn stream(&self) -> ByteStream;
}

impl<F: Fn() -> ByteStream + MaybeSend + MaybeSync> Factory for F {
    fn stream(&self) -> ByteStream {
        self()
    }
}

impl Body {
    /// No body.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body that is streamed, each attempt from a fresh stream of the factory.
    pub fn factory(factory: impl Fn() -> ByteStream + MaybeSend + MaybeSync + 'static) -> Self {
        Content::Factory(Arc::new(factory)).into()
    }

    /// A body that is streamed once. Its request is never tried a second time.
    pub fn once(stream: ByteStream) -> Self {
        Content::Once(Arc::new(Mutex::new(Some(stream)))).into()
    }

    /// Says how many bytes a stream has, which is then sent as `Content-Length`: not all servers take a body without. A stream
    /// that ends before fails, and nothing is sent of a piece that goes beyond.
    #[must_use]
    pub fn with_length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    /// Sets the media type of the bytes, such as `image/png`, in place of the one in the description. A parameter `Content-Type` of the
    /// call has precedence.
    #[must_use]
    pub fn with_media_type(mut self, media_type: impl Into<Cow<'static, str>>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The media type, if it has one.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// How many bytes there are, if that is known.
    pub fn length(&self) -> Option<u64> {
        self.as_bytes().map(|bytes| bytes.len() as u64).or(self.length)
    }

    /// The bytes, if they are in memory. No body counts as no bytes.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Empty => Some(&[]),
            Content::Bytes(bytes) => Some(bytes),
            Content::Factory(_) | Content::Once(_) => None,
        }
    }

    /// The bytes, if they are in memory.
    ///
    /// # Errors
    ///
    /// The body itself, if it has to be streamed.
    pub fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.content {
            Content::Empty => Ok(Bytes::new()),
            Content::Bytes(bytes) => Ok(bytes),
            content => Err(Self { content, length: self.length, media_type: self.media_type }),
        }
    }

    /// The body in pieces.
    pub fn into_stream(self) -> ByteStream {
        match self.content {
            Content::Empty => Box::pin(OnePiece(None)),
            Content::Bytes(bytes) => Box::pin(OnePiece(Some(bytes))),
            Content::Factory(factory) => factory.stream(),
            Content::Once(shared) => {
                let stream = shared.lock().unwrap_or_else(PoisonError::into_inner).take();
                stream.unwrap_or_else(|| Box::pin(Spent(false)))
            }
        }
    }

    /// The same body once more, unless it can be sent only once.
    pub fn try_clone(&self) -> Option<Self> {
        match &self.content {
            Content::Once(_) => None,
            _ => Some(self.clone()),
        }
    }
}

/// A stream of one piece, or none.
struct OnePiece(Option<Bytes>);

impl Stream for OnePiece {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// What is left of a stream that was sent already.
struct Spent(bool);

impl Stream for Spent {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let told = std::mem::replace(&mut self.0, true);
        Poll::Ready((!told).then(|| Err("the body streams once, and was sent already".into())))
    }
}

impl From<Content> for Body {
    fn from(content: Content) -> Self {
        Self { content, length: None, media_type: None }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Content::Bytes(bytes).into()
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from(bytes).into()
    }
}

impl<const N: usize> From<&'static [u8; N]> for Body {
    fn from(bytes: &'static [u8; N]) -> Self {
        bytes.as_slice().into()
    }
}

/// The body is streamed once: see [`Body::once`].
impl From<ByteStream> for Body {
    fn from(stream: ByteStream) -> Self {
        Self::once(stream)
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from(text).into()
    }
}

/// Tells only how much there is: a body may hold secrets.
impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Empty => formatter.write_str("Body(empty)"),
            Content::Bytes(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
            Content::Factory(_) => formatter.write_str("Body(stream)"),
            Content::Once(_) => formatter.write_str("Body(stream, once)"),
        }
    }
}
