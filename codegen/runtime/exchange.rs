//! The exchange of a request for a response: attempts, time limits and the cap on bodies. It knows no operation, so it is
//! compiled once.

use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, LOCATION, PROXY_AUTHORIZATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};

use super::body::ByteStream;
use super::client::Settings;
use super::error::Problem;
use super::outgoing::WrittenRequest;
use super::reading::{End, impatient, read, read_some, within};
use super::{BoxError, BoxFuture, DecodeError, Endpoint, Received, Request, TimeoutError, TransportError, UndecodableError};

/// How many bytes of an error's body are kept.
const MAX_ERROR_BODY: usize = 1 << 20;

/// How long the body of an error is waited for, once its status is there.
const ERROR_BODY_WAIT: Duration = Duration::from_secs(5);

/// The way from a request to its response, which begins when it is first polled.
pub(super) type Exchange = BoxFuture<'static, Result<Received, Problem>>;

/// A response, and the body of a success that was asked for as a stream.
pub(super) type Answer = (Received, Option<ByteStream>);

pub(super) fn exchange(WrittenRequest { client, endpoint, request }: WrittenRequest) -> Exchange {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        attempts(&client.settings, &endpoint, request, false).await.map(|(received, _)| received)
    })
}

/// Attempts until there is an answer to keep. As a stream, the body of a success is not read: of the limits of time, only that
/// of its pauses goes on after its headers, and none holds for its size.
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
        if !renewed && is_unauthorized(received) && settings.credentials.renew(endpoint, &again) {
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
                Some(Self { wait: remaining, error: TimeoutError::of_call(overall) })
            }
            (attempt, ..) => attempt.map(|limit| Self { wait: limit, error: TimeoutError::of_attempt(limit) }),
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
    let work = send_and_read(settings, endpoint, request, limit.as_ref(), is_streamed);
    let Some(Limit { wait, error }) = &limit else { return work.await };
    match within(&*settings.transport, *wait, work).await {
        Some(outcome) => outcome,
        None => Err(Problem::Timeout(error.clone())),
    }
}

async fn send_and_read(
    settings: &Settings,
    endpoint: &Endpoint,
    mut request: Request,
    limit: Option<&Limit>,
    is_streamed: bool,
) -> Result<Answer, Problem> {
    let Settings { base_url, credentials, transport, read_timeout, max_body, policy, .. } = settings;
    let start = transport.now();
    credentials.add(endpoint, &mut request, base_url.as_str(), &**transport).await?;
    let response = transport.send(request).await.map_err(Problem::Transport)?;
    let (parts, stream) = response.into_parts();
    let (status, mut headers) = (parts.status, parts.headers);
    hide_secrets(&mut headers, status);
    let whole = |headers, body| (Received::new(status, headers, body).with_policy(policy), None);
    if !status.is_success() {
        // What there is of the body has to do: neither its end nor its absence may hide the status.
        let left = limit.map(|limit| limit.wait.saturating_sub(transport.now().saturating_sub(start)));
        let wait = left.map_or(ERROR_BODY_WAIT, |left| ERROR_BODY_WAIT.min(left / 2));
        let body = read_some(stream, MAX_ERROR_BODY.min(*max_body), &**transport, wait).await;
        return Ok(whole(headers, body));
    }
    // A pause that outlasts the attempt is the attempt's to end.
    let pause = read_timeout.filter(|pause| is_streamed || limit.is_none_or(|limit| *pause < limit.wait));
    let stream = impatient(stream, transport, pause);
    if is_streamed {
        return Ok((Received::new(status, headers, Bytes::new()).with_policy(policy), Some(stream)));
    }
    let body = read(stream, *max_body).await;
    match body.end {
        End::Whole => Ok(whole(headers, body.bytes)),
        End::Cut => {
            let error = DecodeError::new(format!("the body has more than {max_body} bytes"));
            Err(Problem::Decode(UndecodableError::new(Received::new(status, headers, Bytes::new()), error)))
        }
        End::Broken(error) => Err(broken(error)),
    }
}

/// What the error in the midst of a body means.
pub(super) fn broken(error: BoxError) -> Problem {
    match error.downcast() {
        Ok(timeout) => Problem::Timeout(*timeout),
        Err(error) => Problem::Transport(TransportError::new(error)),
    }
}

fn is_unauthorized(outcome: Result<&Received, &Problem>) -> bool {
    outcome.is_ok_and(|received| received.status() == StatusCode::UNAUTHORIZED)
}

/// Keeps what servers hand out as credentials out of `Debug`, and the target of a redirect, whose query may repeat some.
fn hide_secrets(headers: &mut HeaderMap, status: StatusCode) {
    for (name, value) in headers.iter_mut() {
        let is_target = status.is_redirection() && *name == LOCATION;
        if is_target || [AUTHORIZATION, PROXY_AUTHORIZATION, SET_COOKIE].contains(name) {
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
    *clone.extensions_mut() = request.extensions().clone();
    Some(clone)
}
