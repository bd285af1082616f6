//! `Outgoing`: an operation that is still to be sent, with what its caller sets for the one request.

use std::time::Duration;

use http::Uri;

use super::request::Additions;
use super::{Client, Endpoint, Operation, Request, RequestError};

/// An operation that is still to be sent, with what its caller sets for the one request.
pub(super) struct Outgoing<O> {
    operation: O,
    endpoint: Endpoint,
    /// In a box, because few requests have any.
    additions: Option<Box<Additions>>,
}

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

    /// The operation, whose response is to have a media type if one is said.
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

    /// What is added to the request.
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
