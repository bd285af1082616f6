//! `Outgoing`: an operation that is not sent yet, with the settings of its caller for this request.

use std::time::Duration;

use http::Uri;

use super::request::Additions;
use super::{Client, Endpoint, Operation, Request, RequestError};

/// An operation that is not sent yet, with the settings of its caller for this request.
pub(super) struct Outgoing<O> {
    operation: O,
    endpoint: Endpoint,
    /// In a box, because few requests have any.
    additions: Option<Box<Additions>>,
}

/// The state of a request.
pub(super) enum State<O, U> {
    /// It can still be changed.
    Waiting(Outgoing<O>),
    /// It was sent, or is being sent.
    Underway(U),
    /// The answer was handed out.
    Done,
}

impl<O, U> State<O, U> {
    /// The request, as long as it can be changed.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub(super) fn waiting(&mut self) -> &mut Outgoing<O> {
        match self {
            Self::Waiting(outgoing) => outgoing,
            Self::Underway(_) | Self::Done => panic!("{ON_ITS_WAY}"),
        }
    }

    /// The same, as a value.
    ///
    /// # Panics
    ///
    /// If the request is on its way already.
    pub(super) fn into_waiting(self) -> Outgoing<O> {
        match self {
            Self::Waiting(outgoing) => outgoing,
            Self::Underway(_) | Self::Done => panic!("{ON_ITS_WAY}"),
        }
    }

    /// Sends a request that is still waiting.
    pub(super) fn start(&mut self, send: impl FnOnce(Outgoing<O>) -> U) {
        *self = match std::mem::replace(self, Self::Done) {
            Self::Waiting(outgoing) => Self::Underway(send(outgoing)),
            state => state,
        };
    }
}

const ON_ITS_WAY: &str = "the request is on its way already";

/// A request that is written, unless a value could not be sent in its place.
pub(super) struct WrittenRequest {
    pub(super) client: Client,
    pub(super) endpoint: Endpoint,
    pub(super) request: Result<Request, RequestError>,
}

impl<O: Operation> Outgoing<O> {
    pub(super) fn new(operation: O) -> Self {
        Self { operation, endpoint: O::ENDPOINT, additions: None }
    }

    /// The operation, with an `Accept` header if a media type is given.
    pub(super) fn accepting(operation: O, media_type: Option<&'static str>) -> Self {
        let mut outgoing = Self::new(operation);
        if let Some(media_type) = media_type {
            outgoing.additions().accept(media_type);
        }
        outgoing
    }

    /// Limits the time of each attempt.
    pub(super) fn set_timeout(&mut self, timeout: Duration) {
        self.endpoint = self.endpoint.clone().timeout(timeout);
    }

    /// The headers and query parameters that are added to the request.
    pub(super) fn additions(&mut self) -> &mut Additions {
        self.additions.get_or_insert_default()
    }

    pub(super) fn write(self) -> WrittenRequest {
        let Self { operation, endpoint, additions } = self;
        let client = operation.client().clone();
        let mut request = operation.into_request();
        if let Some(additions) = additions {
            request = request.and_then(|request| additions.apply(request));
        }
        WrittenRequest { client, endpoint, request }
    }
}

impl WrittenRequest {
    /// Where the request goes, if it could be written.
    pub(super) fn address(&self) -> Option<Uri> {
        self.request.as_ref().ok().map(|request| request.uri().clone())
    }
}
