//! `Call` and `Sending`: a request on its way, as a future of the body or of the whole response.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::Uri;

use super::exchange::{Exchange, exchange};
use super::outgoing::{Outgoing, State, WrittenRequest};
use super::{
    ApiError, Client, Error, ErrorKind, Failure, Operation, Received, Request, RequestError, Response, UndecodableError,
};

/// A request on its way: a future of the decoded body. Nothing happens before it is polled.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<O>(Sending<O>);

/// A request on its way: a future of the decoded body with status and headers. Nothing happens before it is polled.
///
/// Before that, headers and query parameters can be added to the request, and [`bytes`](Self::bytes), [`json`](Self::json),
/// [`stream`](Self::stream) and [`lines`](Self::lines) read the body of a success in another way than the description says.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<O> {
    state: State<O, Underway>,
}

/// A request that was sent, and its address, if it could be written.
struct Underway {
    exchange: Exchange,
    address: Option<Uri>,
}

impl Underway {
    fn of(written: WrittenRequest) -> Self {
        let address = written.address();
        Self { exchange: exchange(written), address }
    }
}

impl<O: Operation> Call<O> {
    /// Sends a request when polled.
    pub fn new(operation: O) -> Self {
        Self(Sending::new(operation))
    }
}

impl<O: Operation> Sending<O> {
    /// Sends a request when polled.
    pub fn new(operation: O) -> Self {
        Self { state: State::Waiting(Outgoing::new(operation)) }
    }

    /// Sends a request that is written already.
    pub fn of_request(client: Client, request: Result<Request, RequestError>) -> Self {
        Self { state: State::Underway(Underway::of(WrittenRequest { client, endpoint: O::ENDPOINT, request })) }
    }

    /// Limits the time of each attempt, up to the last byte of the response; goes before the limits of the operation and of the
    /// client.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.state.waiting().set_timeout(timeout);
        self
    }

    /// Adds a header to the request, in place of any of this name, also a credential. Its value counts as secret. A header that is
    /// not valid is a [`RequestError`].
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
    pub fn query(mut self, name: impl AsRef<str>, value: impl fmt::Display) -> Self {
        self.state.waiting().additions().query(name.as_ref(), &value);
        self
    }

    pub(super) fn into_waiting(self) -> Outgoing<O> {
        self.state.into_waiting()
    }

    /// The response, of which `read` makes the body or the error.
    pub(super) fn poll_read<T>(
        &mut self,
        context: &mut Context<'_>,
        read: impl FnOnce(&Received) -> Result<T, Failure<O::Error>>,
    ) -> Poll<Result<Response<T>, Error<O::Error>>> {
        self.state.start(|outgoing| Underway::of(outgoing.write()));
        let State::Underway(Underway { exchange, address }) = &mut self.state else { panic!("polled again after it was done") };
        let outcome = ready!(exchange.as_mut().poll(context));
        let address = address.take();
        self.state = State::Done;
        let address = address.as_ref();
        let received = match outcome {
            Ok(received) => received,
            Err(problem) => return Poll::Ready(Err(Error::new(O::ENDPOINT, address, problem.into()))),
        };
        let outcome = read(&received);
        received.report(&O::ENDPOINT);
        let kind = match outcome {
            Ok(body) => return Poll::Ready(Ok(received.into_response(body))),
            Err(Failure::Decode(error)) => ErrorKind::Decode(UndecodableError::new(received, error)),
            Err(Failure::Api(typed)) => ErrorKind::Api(ApiError::new(&O::ENDPOINT, address, received, typed)),
        };
        Poll::Ready(Err(Error::new(O::ENDPOINT, address, kind)))
    }
}

/// The operation and how far it is; what it holds may be secret.
impl<O: Operation> fmt::Debug for Sending<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Waiting(_) => "waiting",
            State::Underway(_) => "underway",
            State::Done => "done",
        };
        write!(formatter, "Sending({}, {state})", O::ENDPOINT)
    }
}

impl<O: Operation> fmt::Debug for Call<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Call").field(&self.0).finish()
    }
}

// Neither future hands out pinned access to what it holds.
impl<O> Unpin for Call<O> {}
impl<O> Unpin for Sending<O> {}

impl<O: Operation> Future for Sending<O> {
    type Output = Result<Response<O::Output>, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_read(context, O::decode)
    }
}

impl<O: Operation> Future for Call<O> {
    type Output = Result<O::Output, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_ok(Response::into_body)
    }
}
