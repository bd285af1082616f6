//! The exchange of a request for a response: attempts, time limits and the cap on bodies. It knows no operation, so it is
//! compiled once.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::{AUTHORIZATION, PROXY_AUTHORIZATION, SET_COOKIE};

use super::body::ByteStream;
use super::client::Settings;
use super::error::Problem;
use super::stream::next;
use super::{
    BoxFuture, Client, DecodeError, Endpoint, Received, Request, RequestError, TimeoutError, Transport, TransportError,
    UndecodableError,
};

/// How many bytes of an error's body are kept.
const MAX_ERROR_BODY: usize = 1 << 20;

/// The way from a request to its response, which begins when it is first polled.
pub(super) type Exchange = BoxFuture<'static, Result<Received, Problem>>;

/// The way from a request to a response whose body, if it is a success, comes later.
pub(super) type Opening = BoxFuture<'static, Result<Answer, Problem>>;

/// A response: whole, or with its body still to come.
pub(super) struct Answer {
    pub(super) received: Received,
    /// The body of a success that was asked for as a stream.
    pub(super) stream: Option<ByteStream>,
}

/// What becomes of the body of a success.
#[derive(Clone, Copy, PartialEq)]
enum Success {
    Read,
    Stream,
}

pub(super) fn exchange(client: Client, endpoint: Endpoint, request: Result<Request, RequestError>) -> Exchange {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        Ok(attempts(&client.settings, &endpoint, request, Success::Read).await?.received)
    })
}

/// The limits of time end with the response's headers, and there is no limit on the body of a success.
pub(super) fn open(client: Client, endpoint: Endpoint, request: Result<Request, RequestError>) -> Opening {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        attempts(&client.settings, &endpoint, request, Success::Stream).await
    })
}

async fn attempts(settings: &Settings, endpoint: &Endpoint, mut request: Request, success: Success) -> Result<Answer, Problem> {
    let transport = &*settings.transport;
    let start = transport.now();
    let remaining = || settings.overall_timeout.map(|limit| limit.saturating_sub(transport.now().saturating_sub(start)));
    let mut retries = 0;
    loop {
        let again = if settings.retries.allows(retries) { try_clone(&request) } else { None };
        let limit = Limit::nearest(settings, endpoint, remaining());
        let outcome = attempt(settings, request, limit, success).await;
        let Some(again) = again else { return outcome };
        let status = outcome.as_ref().map(|answer| &answer.received);
        let Some(delay) = settings.retries.delay(&endpoint.method(), status, retries) else { return outcome };
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

async fn attempt(settings: &Settings, request: Request, limit: Option<Limit>, success: Success) -> Result<Answer, Problem> {
    let transport = &*settings.transport;
    let work = send_and_read(transport, request, settings.max_body, success);
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
    transport: &dyn Transport,
    request: Request,
    max_body: usize,
    success: Success,
) -> Result<Answer, Problem> {
    let response = transport.send(request).await.map_err(Problem::Transport)?;
    let (parts, stream) = response.into_parts();
    let (status, mut headers) = (parts.status, parts.headers);
    hide_secrets(&mut headers);
    let whole = |headers, body| Answer { received: Received::new(status, headers, body), stream: None };
    if status.is_success() && success == Success::Stream {
        return Ok(Answer { stream: Some(stream), ..whole(headers, Bytes::new()) });
    }
    if status.is_success() {
        return match read(stream, max_body).await? {
            (body, true) => Ok(whole(headers, body)),
            (_, false) => {
                let error = DecodeError::new(format!("the body has more than {max_body} bytes"));
                Err(Problem::Decode(UndecodableError::new(Received::new(status, headers, Bytes::new()), error)))
            }
        };
    }
    let (body, _) = read(stream, max_body.min(MAX_ERROR_BODY)).await?;
    Ok(whole(headers, body))
}

/// A body up to a number of bytes, and whether that is all of it. What `Content-Length` says is not relied on.
async fn read(mut stream: ByteStream, max_body: usize) -> Result<(Bytes, bool), Problem> {
    let mut body = BytesMut::new();
    while let Some(piece) = next(&mut stream).await {
        let piece = piece.map_err(|error| Problem::Transport(TransportError::new(error)))?;
        let room = max_body - body.len();
        body.extend_from_slice(&piece[..piece.len().min(room)]);
        if piece.len() > room {
            return Ok((body.freeze(), false));
        }
    }
    Ok((body.freeze(), true))
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
