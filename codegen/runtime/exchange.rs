//! The exchange of a request for a response: attempts, time limits and the cap on bodies. It knows no operation, so it is
//! compiled once.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{AUTHORIZATION, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};

use super::body::ByteStream;
use super::client::Settings;
use super::error::Problem;
use super::stream::next;
use super::{
    BoxError, BoxFuture, Client, DecodeError, Endpoint, Received, Request, RequestError, TimeoutError, Transport, TransportError,
    UndecodableError,
};

/// How many bytes of an error's body are kept.
const MAX_ERROR_BODY: usize = 1 << 20;

/// The way from a request to its response, which begins when it is first polled.
pub(super) type Exchange = BoxFuture<'static, Result<Received, Problem>>;

/// A response, and the body of a success that was asked for as a stream.
pub(super) type Answer = (Received, Option<ByteStream>);

pub(super) fn exchange(client: Client, endpoint: Endpoint, request: Result<Request, RequestError>) -> Exchange {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        attempts(&client.settings, &endpoint, request, false).await.map(|(received, _)| received)
    })
}

/// Attempts until there is an answer to keep. As a stream, the body of a success is not read: the limits of time end with its
/// headers, and none holds for its size.
pub(super) async fn attempts(
    settings: &Settings,
    endpoint: &Endpoint,
    mut request: Request,
    is_streamed: bool,
) -> Result<Answer, Problem> {
    let transport = &*settings.transport;
    let start = transport.now();
    let remaining = || settings.overall_timeout.map(|limit| limit.saturating_sub(transport.now().saturating_sub(start)));
    let mut retries = 0;
    let mut renewed = false;
    loop {
        let again = try_clone(&request);
        let limit = Limit::nearest(settings, endpoint, remaining());
        let outcome = attempt(settings, endpoint, request, limit, is_streamed).await;
        let Some(again) = again else { return outcome };
        let received = outcome.as_ref().map(|(received, _)| received);
        if !renewed && is_unauthorized(received) && settings.credentials.renew(endpoint) {
            renewed = true;
            request = again;
            continue;
        }
        if !settings.retries.allows(retries) {
            return outcome;
        }
        let Some(delay) = settings.retries.delay(&endpoint.method(), received, retries) else { return outcome };
        if remaining().is_some_and(|remaining| remaining <= delay) {
            return outcome;
        }
        transport.sleep(delay).await;
        request = again;
        retries += 1;
    }
}

/// The limit that ends an attempt.
struct Limit {
    wait: Duration,
    error: TimeoutError,
}

impl Limit {
    /// The attempt's own limit, or what is left of the call's, whichever is over first.
    fn nearest(settings: &Settings, endpoint: &Endpoint, remaining: Option<Duration>) -> Option<Self> {
        let attempt = endpoint.own_timeout().or(settings.timeout);
        match (attempt, settings.overall_timeout, remaining) {
            (attempt, Some(overall), Some(remaining)) if attempt.is_none_or(|attempt| remaining < attempt) => {
                Some(Self { wait: remaining, error: TimeoutError::new(overall, true) })
            }
            (attempt, ..) => attempt.map(|limit| Self { wait: limit, error: TimeoutError::new(limit, false) }),
        }
    }
}

async fn attempt(
    settings: &Settings,
    endpoint: &Endpoint,
    request: Request,
    limit: Option<Limit>,
    is_streamed: bool,
) -> Result<Answer, Problem> {
    let transport = &*settings.transport;
    let work = send_and_read(settings, endpoint, request, is_streamed);
    let Some(limit) = limit else { return work.await };
    match within(transport, limit.wait, work).await {
        Some(outcome) => outcome,
        None => Err(Problem::Timeout(limit.error)),
    }
}

/// The outcome of some work, or `None` if it takes too long.
async fn within<T>(transport: &dyn Transport, wait: Duration, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut alarm = transport.sleep(wait);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => alarm.as_mut().poll(context).map(|()| None),
    })
    .await
}

async fn send_and_read(
    settings: &Settings,
    endpoint: &Endpoint,
    mut request: Request,
    is_streamed: bool,
) -> Result<Answer, Problem> {
    let Settings { base_url, credentials, transport, max_body, .. } = settings;
    credentials.add(endpoint, &mut request, base_url.as_str(), &**transport).await?;
    let response = transport.send(request).await.map_err(Problem::Transport)?;
    let (parts, stream) = response.into_parts();
    let (status, mut headers) = (parts.status, parts.headers);
    hide_secrets(&mut headers);
    let whole = |headers, body| (Received::new(status, headers, body), None);
    if !status.is_success() {
        // What there is of the body has to do: it must not hide the status.
        let body = read(stream, MAX_ERROR_BODY.min(*max_body)).await;
        return Ok(whole(headers, body.bytes));
    }
    if is_streamed {
        return Ok((Received::new(status, headers, Bytes::new()), Some(stream)));
    }
    let body = read(stream, *max_body).await;
    match body.end {
        End::Whole => Ok(whole(headers, body.bytes)),
        End::Cut => {
            let error = DecodeError::new(format!("the body has more than {max_body} bytes"));
            Err(Problem::Decode(UndecodableError::new(Received::new(status, headers, Bytes::new()), error)))
        }
        End::Broken(error) => Err(Problem::Transport(TransportError::new(error))),
    }
}

/// A body, as far as it was read.
pub(super) struct ReadBody {
    pub(super) bytes: Bytes,
    end: End,
}

/// Where the reading of a body ended.
enum End {
    Whole,
    /// At the number of bytes it may have.
    Cut,
    /// Where the connection broke.
    Broken(BoxError),
}

/// A body up to a number of bytes. What `Content-Length` says is not relied on.
pub(super) async fn read(mut stream: ByteStream, max_body: usize) -> ReadBody {
    let mut body = Pieces::default();
    let end = loop {
        match next(&mut stream).await {
            None => break End::Whole,
            Some(Err(error)) => break End::Broken(error),
            Some(Ok(mut piece)) => {
                let room = max_body - body.length();
                let is_cut = piece.len() > room;
                piece.truncate(room);
                body.push(piece);
                if is_cut {
                    break End::Cut;
                }
            }
        }
    };
    ReadBody { bytes: body.finish(), end }
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

fn is_unauthorized(outcome: Result<&Received, &Problem>) -> bool {
    outcome.is_ok_and(|received| received.status() == StatusCode::UNAUTHORIZED)
}

/// Keeps what servers hand out as credentials out of `Debug`.
fn hide_secrets(headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut() {
        if [AUTHORIZATION, PROXY_AUTHORIZATION, SET_COOKIE].contains(name) {
            value.set_sensitive(true);
        }
    }
}

/// The same request once more, unless its body can be sent only once.
pub(super) fn try_clone(request: &Request) -> Option<Request> {
    let mut clone = Request::new(request.body().try_clone()?);
    *clone.method_mut() = request.method().clone();
    *clone.uri_mut() = request.uri().clone();
    *clone.headers_mut() = request.headers().clone();
    Some(clone)
}
