//! `Call` and `Sending`: a request on its way, as a future of the body or of the whole response.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use http::Uri;

use super::exchange::{Exchange, exchange};
use super::{
    ApiError, Client, Endpoint, Error, ErrorKind, Failure, Operation, Received, Request, RequestError, Response, UndecodableError,
};

/// A request on its way: a future of the decoded body. Nothing happens before it is polled.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<O>(Sending<O>);

/// A request on its way: a future of the decoded body with status and headers. Nothing happens before it is polled.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<O> {
    state: State<O>,
    endpoint: Endpoint,
}

enum State<O> {
    Waiting(O),
    /// With the address of the request, if it could be written.
    Underway(Exchange, Option<Uri>),
    Done,
}

impl<O> State<O> {
    fn underway(client: Client, endpoint: Endpoint, request: Result<Request, RequestError>) -> Self {
        let address = request.as_ref().ok().map(|request| request.uri().clone());
        Self::Underway(exchange(client, endpoint, request), address)
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
        Self { state: State::Waiting(operation), endpoint: O::ENDPOINT }
    }

    /// Sends a request that is written already.
    pub fn of_request(client: Client, request: Result<Request, RequestError>) -> Self {
        Self { state: State::underway(client, O::ENDPOINT, request), endpoint: O::ENDPOINT }
    }

    /// Limits the time of each attempt, up to the last byte of the response; goes before the limits of the operation and of the
    /// client.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.endpoint = self.endpoint.timeout(timeout);
        self
    }

    fn start(&mut self) {
        self.state = match std::mem::replace(&mut self.state, State::Done) {
            State::Waiting(operation) => {
                let client = operation.client().clone();
                State::underway(client, self.endpoint.clone(), operation.into_request())
            }
            state => state,
        };
    }
}

/// The operation and how far it is; what it holds may be secret.
impl<O: Operation> fmt::Debug for Sending<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Waiting(_) => "waiting",
            State::Underway(..) => "underway",
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
        self.start();
        let State::Underway(exchange, address) = &mut self.state else { panic!("polled again after it was done") };
        let outcome = ready!(exchange.as_mut().poll(context));
        let address = address.take();
        self.state = State::Done;
        Poll::Ready(match outcome {
            Ok(received) => decode::<O>(received, address.as_ref()),
            Err(problem) => Err(Error::new(O::ENDPOINT, address.as_ref(), problem.into())),
        })
    }
}

impl<O: Operation> Future for Call<O> {
    type Output = Result<O::Output, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_ok(Response::into_body)
    }
}

fn decode<O: Operation>(received: Received, address: Option<&Uri>) -> Result<Response<O::Output>, Error<O::Error>> {
    let outcome = O::decode(&received);
    received.report(&O::ENDPOINT);
    let kind = match outcome {
        Ok(body) => return Ok(received.into_response(body)),
        Err(Failure::Decode(error)) => ErrorKind::Decode(UndecodableError::new(received, error)),
        Err(Failure::Api(typed)) => ErrorKind::Api(ApiError::new(&O::ENDPOINT, address, received, typed)),
    };
    Err(Error::new(O::ENDPOINT, address, kind))
}
