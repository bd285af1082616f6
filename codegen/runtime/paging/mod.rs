//! `Pages` and `Items`: streams over all pages of a list, and over what is on them.

mod address;
mod asked;
mod next;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::Uri;

pub use next::{NextPage, next_link, next_number, next_offset, next_text};

use self::asked::Asked;
use super::request::Additions;
use super::{Error, Operation, Request, RequestError, Response, Sending, stream};

/// How many pages a list may have, unless the caller says.
const MAX_PAGES: usize = 100_000;

/// A request for a page of a list.
pub trait Paginated: Operation + Clone {
    /// What is on a page.
    type Item;

    /// Where the page after this one is, if there is one.
    fn next(&self, page: &Response<Self::Output>) -> Option<NextPage<Self>>;

    /// What is on a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// A stream over the pages of a list. It ends after the last page, or after an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<O: Paginated> {
    state: State<O>,
    /// The address of the last page.
    address: Option<Uri>,
    /// What was asked for, to notice a page that leads back.
    asked: Asked,
    max_pages: usize,
    additions: Additions,
}

enum State<O: Paginated> {
    /// The request for the next page, and its address if that is another.
    Next(O, Option<String>),
    Underway(O, Sending<O>),
    Ended,
}

impl<O: Paginated> Pages<O> {
    /// The pages from this request's on.
    pub fn new(operation: O) -> Self {
        let state = State::Next(operation, None);
        Self { state, address: None, asked: Asked::default(), max_pages: MAX_PAGES, additions: Additions::default() }
    }

    /// How many pages there may be; more are an error, so that a server that always names a next page is left in the end. By
    /// default 100,000.
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.max_pages = pages;
        self
    }

    /// Adds a header to each request, in place of any of this name, also a credential. Its value counts as secret. A header that is not
    /// valid is a [`RequestError`].
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        self.additions.header(name.as_ref(), value.as_ref());
        self
    }

    /// Adds a parameter to the end of the query, percent-encoded. The address that a page gives for the next one is not changed.
    pub fn query(mut self, name: impl AsRef<str>, value: impl fmt::Display) -> Self {
        self.additions.query(name.as_ref(), &value);
        self
    }

    /// The next page; `None` after the last one, or after an error.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        stream::next(self).await
    }

    fn call(&mut self, operation: &O, address: Option<String>) -> Sending<O> {
        let client = operation.client().clone();
        let request = operation.clone().into_request().and_then(|request| self.additions.clone().apply(request));
        let request = request.and_then(|request| self.placed(request, address));
        Sending::of_request(client, request)
    }

    /// The request at the address that the last page named, if it named one. What was asked for before is an error: a silent
    /// end would look complete.
    fn placed(&mut self, mut request: Request, address: Option<String>) -> Result<Request, RequestError> {
        if let (Some(page), Some(address)) = (&self.address, address) {
            *request.uri_mut() = address::resolve(page, &address).map_err(|error| error.at(page))?;
        }
        self.address = Some(request.uri().clone());
        if self.asked.len() >= self.max_pages {
            let problem = format!("the list has more than {} pages", self.max_pages);
            return Err(RequestError::address(problem).at(request.uri()));
        }
        if !self.asked.insert(&request) {
            let problem = "the page names itself or an earlier one as the next page";
            return Err(RequestError::address(problem).at(request.uri()));
        }
        Ok(request)
    }
}

/// The operation and how far it is; what it holds may be secret.
impl<O: Paginated> fmt::Debug for Pages<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Next(..) => "waiting",
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
            State::Next(operation, address) => {
                let call = self.call(&operation, address);
                (operation, call)
            }
            State::Underway(operation, call) => (operation, call),
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready(page) = Pin::new(&mut call).poll(context) else {
            self.state = State::Underway(operation, call);
            return Poll::Pending;
        };
        if let Ok(page) = &page {
            self.state = match operation.next(page) {
                Some(NextPage::Request(next)) => State::Next(next, None),
                Some(NextPage::Address(address)) => State::Next(operation, Some(address)),
                None => State::Ended,
            };
        }
        Poll::Ready(Some(page.map(Response::into_body)))
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

    /// How many pages there may be, as of [`Pages::max_pages`].
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.pages = self.pages.max_pages(pages);
        self
    }

    /// Adds a header to each request: see [`Pages::header`].
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        self.pages = self.pages.header(name, value);
        self
    }

    /// Adds a parameter to the end of the query: see [`Pages::query`].
    pub fn query(mut self, name: impl AsRef<str>, value: impl fmt::Display) -> Self {
        self.pages = self.pages.query(name, value);
        self
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
