//! `Opening`: a request whose response is handed out as it comes.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue, StatusCode, Uri};

use super::body::ByteStream;
use super::error::Problem;
use super::exchange::{Answer, attempts, broken, try_clone};
use super::reading_policy::ReadingPolicy;
use super::{
    AnyError, ApiError, BoxError, BoxFuture, Client, DecodeError, Deviations, Endpoint, Error, ErrorKind, Failure, Operation,
    Received, Request, RequestError, UndecodableError,
};

/// A request on its way: a future of the stream that its response is. Nothing happens before it is polled.
///
/// Limits of time hold until the stream begins; after that, only that of its pauses.
#[must_use = "a request does nothing until it is awaited"]
pub struct Opening<O, S> {
    state: State<O>,
    accept: Option<&'static str>,
    endpoint: Endpoint,
    open: fn(Opened) -> Result<S, DecodeError>,
}

enum State<O> {
    Waiting(O),
    Underway(Box<Sent>, Answering),
    Done,
}

/// What a stream needs of its request to send it again.
struct Sent {
    client: Client,
    /// Where it went, if it could be written.
    address: Option<Uri>,
    /// The request once more, unless its body can be sent only once.
    request: Option<Request>,
}

/// A success whose body is still to come.
pub(super) struct Opened {
    pub(super) endpoint: Endpoint,
    pub(super) client: Client,
    pub(super) address: Option<Uri>,
    /// The request once more, unless its body can be sent only once.
    pub(super) request: Option<Request>,
    /// Status and headers.
    pub(super) received: Received,
    pub(super) stream: ByteStream,
}

impl Opened {
    /// How many bytes a line or an event may have: as many as a body, but never more than 16 MiB.
    pub(super) fn max_piece(&self) -> usize {
        self.client.settings.max_body.min(16 << 20)
    }
}

impl<O: Operation, S> Opening<O, S> {
    /// Sends a request when polled, and makes a stream of the answer, which is asked to have a media type unless the operation
    /// itself says which.
    pub(super) fn new(operation: O, accept: Option<&'static str>, open: fn(Opened) -> Result<S, DecodeError>) -> Self {
        Self { state: State::Waiting(operation), accept, endpoint: O::ENDPOINT, open }
    }

    /// Limits the time of each attempt until the stream begins; goes before the limits of the operation and of the client.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.endpoint = self.endpoint.timeout(timeout);
        self
    }

    fn start(&mut self) {
        self.state = match std::mem::replace(&mut self.state, State::Done) {
            State::Waiting(operation) => {
                let client = operation.client().clone();
                let mut request = operation.into_request();
                if let Some(accept) = self.accept {
                    request = request.and_then(|request| accepting(request, accept));
                }
                let written = request.as_ref().ok();
                let address = written.map(|request| request.uri().clone());
                let sent = Sent { client: client.clone(), address, request: written.and_then(try_clone) };
                State::Underway(Box::new(sent), answer(client, self.endpoint.clone(), request))
            }
            state => state,
        };
    }
}

// It hands out no pinned access to what it holds.
impl<O, S> Unpin for Opening<O, S> {}

impl<O: Operation, S> Future for Opening<O, S> {
    type Output = Result<S, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.start();
        let State::Underway(_, exchange) = &mut self.state else { panic!("polled again after it was done") };
        let outcome = ready!(exchange.as_mut().poll(context));
        let State::Underway(sent, _) = std::mem::replace(&mut self.state, State::Done) else { return Poll::Pending };
        let Sent { client, address, request } = *sent;
        let (received, stream) = match outcome {
            Ok(answer) => answer,
            Err(problem) => return Poll::Ready(Err(Error::new(O::ENDPOINT, address.as_ref(), problem.into()))),
        };
        let endpoint = self.endpoint.clone();
        let Some(stream) = stream else { return Poll::Ready(Err(refused::<O>(received, address.as_ref()))) };
        let opened = Opened { endpoint, client, address: address.clone(), request, received: received.clone(), stream };
        let undecodable = |error| {
            let kind = ErrorKind::Decode(UndecodableError::new(received, error));
            Error::new(O::ENDPOINT, address.as_ref(), kind)
        };
        Poll::Ready((self.open)(opened).map_err(undecodable))
    }
}

/// The request, which says what media type its answer is to have.
fn accepting(mut request: Request, media_type: &str) -> Result<Request, RequestError> {
    let value = HeaderValue::from_str(media_type);
    let value =
        value.map_err(|_| RequestError::header(ACCEPT.as_str(), "the media type holds a control character").at(request.uri()))?;
    request.headers_mut().insert(ACCEPT, value);
    Ok(request)
}

/// The way from a request to its answer.
pub(super) type Answering = BoxFuture<'static, Result<Answer, Problem>>;

/// Sends a request for an answer whose body, if it is a success, comes later.
pub(super) fn answer(client: Client, endpoint: Endpoint, request: Result<Request, RequestError>) -> Answering {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        attempts(&client.settings, &endpoint, request, true).await
    })
}

/// What the operation makes of a response that is no success.
fn refused<O: Operation>(received: Received, address: Option<&Uri>) -> Error<O::Error> {
    let api = |received, typed| ErrorKind::Api(ApiError::new(&O::ENDPOINT, address, received, typed));
    let outcome = O::decode(&received);
    received.report(&O::ENDPOINT);
    let kind = match outcome {
        Err(Failure::Api(typed)) => api(received, typed),
        Err(Failure::Decode(error)) => ErrorKind::Decode(UndecodableError::new(received, error)),
        Ok(_) => api(received, None),
    };
    Error::new(O::ENDPOINT, address, kind)
}

/// What a stream keeps of its response, to tell of it and to say what went wrong.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) endpoint: Endpoint,
    address: Option<Uri>,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) policy: ReadingPolicy,
}

impl Head {
    pub(super) fn of(opened: &Opened) -> Self {
        let received = &opened.received;
        let (endpoint, address) = (opened.endpoint.clone(), opened.address.clone());
        let (status, headers, policy) = (received.status(), received.headers().clone(), received.policy.clone());
        Self { endpoint, address, status, headers, policy }
    }

    /// A piece of the body as it was read; its deviations are reported at once.
    pub(super) fn reported<T>(&self, (value, deviations): (T, Deviations)) -> T {
        self.policy.report(&self.endpoint, &deviations);
        value
    }

    /// The connection failed, or the body paused for too long.
    pub(super) fn broken(&self, error: BoxError) -> AnyError {
        self.error(broken(error).into())
    }

    /// A piece of the body is not what the description says.
    pub(super) fn decode(&self, piece: &[u8], error: DecodeError) -> AnyError {
        let received = Received::new(self.status, self.headers.clone(), piece.to_vec());
        self.error(ErrorKind::Decode(UndecodableError::new(received, error)))
    }

    /// The server's answer to a further request is an error.
    pub(super) fn refused(&self, received: Received) -> AnyError {
        self.error(ErrorKind::Api(ApiError::new(&self.endpoint, self.address.as_ref(), received, None)))
    }

    pub(super) fn error(&self, kind: ErrorKind<std::convert::Infallible>) -> AnyError {
        Error::new(self.endpoint.clone(), self.address.as_ref(), kind).into()
    }
}
