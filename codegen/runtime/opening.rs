//! `Opening`: a request whose response is handed out as it comes.

use std::fmt::Display;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::{HeaderMap, StatusCode, Uri};

use super::body::ByteStream;
use super::error::Problem;
use super::exchange::{Answer, attempts, broken, try_clone};
use super::outgoing::{Outgoing, State, WrittenRequest};
use super::reading_policy::ReadingPolicy;
use super::{
    AnyError, ApiError, Body, BoxError, BoxFuture, Client, DecodeError, Deviations, Endpoint, Error, ErrorKind, Operation,
    Received, Request, UndecodableError,
};

/// A request on its way: a future of the stream that its response is. Nothing happens before it is polled.
///
/// Limits of time hold until the stream begins; after that, only that of its pauses.
#[must_use = "a request does nothing until it is awaited"]
pub struct Opening<O, S> {
    state: State<O, (Box<Sent>, Answering)>,
    open: Open<S>,
}

/// What a stream needs of its request to send it again.
struct Sent {
    client: Client,
    endpoint: Endpoint,
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
    /// Status and headers.
    pub(super) received: Received,
    pub(super) stream: ByteStream,
}

/// Makes a stream of a success, and perhaps of the request once more, unless its body can be sent only once.
type Open<S> = fn(Opened, Option<Request>) -> Result<S, DecodeError>;

impl Opened {
    /// How many bytes a line or an event may have: as many as a body, but never more than 16 MiB.
    pub(super) fn max_piece(&self) -> usize {
        self.client.settings.max_body.min(16 << 20)
    }
}

impl<O: Operation, S> Opening<O, S> {
    /// Sends a request when polled, and makes a stream of the answer.
    pub(super) fn new(outgoing: Outgoing<O>, open: Open<S>) -> Self {
        Self { state: State::Waiting(outgoing), open }
    }

    /// Limits the time of each attempt until the stream begins; goes before the limits of the operation and of the client.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.state.waiting().set_timeout(timeout);
        self
    }

    /// Adds a header to the request, in place of any of this name, also a credential. Its value counts as secret. A header that is
    /// not valid is a [`RequestError`](super::RequestError).
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        self.state.waiting().additions().header(name.as_ref(), value.as_ref());
        self
    }

    /// Adds a parameter to the end of the query, percent-encoded.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn query(mut self, name: impl AsRef<str>, value: impl Display) -> Self {
        self.state.waiting().additions().query(name.as_ref(), &value);
        self
    }
}

/// Sends a request, and keeps what its stream needs to send it again.
fn send(written: WrittenRequest) -> (Box<Sent>, Answering) {
    let (client, endpoint, address) = (written.client.clone(), written.endpoint.clone(), written.address());
    let request = written.request.as_ref().ok().and_then(try_clone);
    (Box::new(Sent { client, endpoint, address, request }), answer(written))
}

// It hands out no pinned access to what it holds.
impl<O, S> Unpin for Opening<O, S> {}

impl<O: Operation, S> Future for Opening<O, S> {
    type Output = Result<S, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.state.start(|outgoing| send(outgoing.write()));
        let State::Underway((_, exchange)) = &mut self.state else { panic!("polled again after it was done") };
        let outcome = ready!(exchange.as_mut().poll(context));
        let State::Underway((sent, _)) = std::mem::replace(&mut self.state, State::Done) else { return Poll::Pending };
        let Sent { client, endpoint, address, request } = *sent;
        let (received, stream) = match outcome {
            Ok(answer) => answer,
            Err(problem) => return Poll::Ready(Err(Error::new(O::ENDPOINT, address.as_ref(), problem.into()))),
        };
        let stream = match stream {
            Some(stream) => stream,
            None => match refused::<O>(&received, address.as_ref()) {
                Some(error) => return Poll::Ready(Err(error)),
                None => Body::from(received.bytes().clone()).into_stream(),
            },
        };
        let opened = Opened { endpoint, client, address: address.clone(), received: received.clone(), stream };
        let undecodable = |error| {
            let kind = ErrorKind::Decode(UndecodableError::new(received, error));
            Error::new(O::ENDPOINT, address.as_ref(), kind)
        };
        Poll::Ready((self.open)(opened, request).map_err(undecodable))
    }
}

/// The way from a request to its answer.
pub(super) type Answering = BoxFuture<'static, Result<Answer, Problem>>;

/// Sends a request for an answer whose body, if it is a success, comes later.
pub(super) fn answer(WrittenRequest { client, endpoint, request }: WrittenRequest) -> Answering {
    Box::pin(async move {
        let request = request.map_err(Problem::Request)?;
        attempts(&client.settings, &endpoint, request, true).await
    })
}

/// The error that a response is to the operation, if it is one.
fn refused<O: Operation>(received: &Received, address: Option<&Uri>) -> Option<Error<O::Error>> {
    let refusal = received.refusal::<O>();
    received.report(&O::ENDPOINT);
    let error = ApiError::new(&O::ENDPOINT, address, received.clone(), refusal?);
    Some(Error::new(O::ENDPOINT, address, ErrorKind::Api(error)))
}

/// What a stream keeps of its response, to tell of it and to say what went wrong.
#[derive(Clone)]
pub(super) struct Head {
    pub(super) endpoint: Endpoint,
    pub(super) address: Option<Uri>,
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

    pub(super) fn error(&self, kind: ErrorKind<std::convert::Infallible>) -> AnyError {
        Error::new(self.endpoint.clone(), self.address.as_ref(), kind).into()
    }
}
