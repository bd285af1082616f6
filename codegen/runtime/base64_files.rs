//! Files of a form that are written in Base64.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures_core::Stream;

use super::body::ByteStream;
use super::{Body, BoxError, FilePart, MultipartForm};

impl MultipartForm {
    /// Adds files of a media type under one name: none, one or several. They are written in Base64, as the header
    /// `Content-Transfer-Encoding` of the part says.
    pub fn files_in_base64(&mut self, name: &str, media_type: &str, files: impl IntoIterator<Item = FilePart>) {
        let encoded = |mut file: FilePart| {
            file.body = in_base64(file.body);
            file.header("Content-Transfer-Encoding", "base64")
        };
        self.files_as(name, media_type, files.into_iter().map(encoded));
    }
}

/// A body in Base64, which can be sent as often as the body itself.
fn in_base64(body: Body) -> Body {
    let body = match body.try_into_bytes() {
        Ok(bytes) => return STANDARD.encode(bytes).into(),
        Err(body) => body,
    };
    let length = body.length().map(|bytes| bytes.div_ceil(3) * 4);
    let encoded = match body.try_clone() {
        Some(_) => Body::factory(move || Box::pin(Encoded::of(body.clone()))),
        None => Body::once(Box::pin(Encoded::of(body))),
    };
    match length {
        Some(length) => encoded.with_length(length),
        None => encoded,
    }
}

/// Bytes in Base64, as they come.
struct Encoded {
    /// `None` when no more comes.
    stream: Option<ByteStream>,
    /// The bytes read so far that do not yet fill a group of three.
    rest: Vec<u8>,
}

impl Encoded {
    fn of(body: Body) -> Self {
        Self { stream: Some(body.into_stream()), rest: Vec::new() }
    }
}

impl Stream for Encoded {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(stream) = &mut self.stream else { return Poll::Ready(None) };
            let ready = match ready!(stream.as_mut().poll_next(context)) {
                Some(Ok(piece)) => {
                    self.rest.extend_from_slice(&piece);
                    self.rest.len() - self.rest.len() % 3
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => {
                    self.stream = None;
                    self.rest.len()
                }
            };
            if ready > 0 {
                let group: Vec<u8> = self.rest.drain(..ready).collect();
                return Poll::Ready(Some(Ok(STANDARD.encode(group).into())));
            }
        }
    }
}
