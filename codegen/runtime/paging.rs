//! `Pages` and `Items`: streams over all pages of a list, and over what is on them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::Uri;

use super::{Call, Error, Operation, Request, RequestError, stream};

/// A request for a page of a list.
pub trait Paginated: Operation + Clone {
    /// What is on a page.
    type Item;

    /// The request for the page after this one, if there is one.
    fn next(&self, page: &Self::Output) -> Option<Self>;

    /// What is on a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// The offset of the next page, after a page of so many items at an offset; `None` if there is no more.
///
/// An empty page is the last one, whatever the server says: its next page would be itself.
pub fn next_offset(current: Option<i64>, received: usize, more: bool) -> Option<i64> {
    if !more || received == 0 {
        return None;
    }
    current.unwrap_or(0).checked_add(i64::try_from(received).ok()?)
}

/// A stream over the pages of a list. It ends after the last page, or after an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<O: Paginated> {
    state: State<O>,
    /// The request for the last page, to notice a page that leads to itself.
    last: Option<(Uri, Bytes)>,
}

enum State<O: Paginated> {
    Next(O),
    Underway(O, Call<O>),
    Ended,
}

impl<O: Paginated> Pages<O> {
    /// The pages from this request's on.
    pub fn new(operation: O) -> Self {
        Self { state: State::Next(operation), last: None }
    }

    /// The next page; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        stream::next(self).await
    }

    fn call(&mut self, operation: &O) -> Call<O> {
        let client = operation.client().clone();
        let request = operation.clone().into_request().and_then(|request| self.check_is_new(request));
        Call::of_request(client, request)
    }

    fn check_is_new(&mut self, request: Request) -> Result<Request, RequestError> {
        let this = request.body().as_bytes().map(|body| (request.uri().clone(), Bytes::copy_from_slice(body)));
        if this.is_some() && this == self.last {
            return Err(RequestError::address("the page names itself as the next page"));
        }
        self.last = this;
        Ok(request)
    }
}

/// The operation and how far it is; what it holds may be secret.
impl<O: Paginated> fmt::Debug for Pages<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Next(_) => "waiting",
            State::Underway(..) => "underway",
            State::Ended => "ended",
        };
        write!(formatter, "Pages({}, {state})", O::ENDPOINT)
    }
}

impl<O: Paginated> fmt::Debug for Items<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let on_page = self.page.as_slice().len();
        formatter.debug_struct("Items").field("pages", &self.pages).field("on_page", &on_page).finish()
    }
}

// No pinned access is handed out to what these hold.
impl<O: Paginated> Unpin for Pages<O> {}
impl<O: Paginated> Unpin for Items<O> {}

impl<O: Paginated> Stream for Pages<O> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let (operation, mut call) = match std::mem::replace(&mut self.state, State::Ended) {
            State::Next(operation) => {
                let call = self.call(&operation);
                (operation, call)
            }
            State::Underway(operation, call) => (operation, call),
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready(page) = Pin::new(&mut call).poll(context) else {
            self.state = State::Underway(operation, call);
            return Poll::Pending;
        };
        if let Ok(page) = &page
            && let Some(next) = operation.next(page)
        {
            self.state = State::Next(next);
        }
        Poll::Ready(Some(page))
    }
}

/// A stream over the items of all pages of a list. It ends after the last one, or after an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<O: Paginated> {
    pages: Pages<O>,
    page: std::vec::IntoIter<O::Item>,
}

impl<O: Paginated> Items<O> {
    /// The items from this request's page on.
    pub fn new(operation: O) -> Self {
        Self { pages: Pages::new(operation), page: Vec::new().into_iter() }
    }

    /// The next item; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Error>>> {
        stream::next(self).await
    }
}

impl<O: Paginated> Stream for Items<O> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.page = O::items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}
