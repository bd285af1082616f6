//! Paging: streams of pages and items.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use futures_core::Stream;
use serde_json::{Value, json};

use super::{client, function, ok};
use crate::generated::models::CloudFunctionList;
use crate::generated::operations::cloud_functions::ListError;
use crate::runtime::{
    Client, Endpoint, Failure, Items, MemoryTransport, Method, Operation, Pages, Paginated, Received, RecordedRequest, Reply,
    Request, RequestBuilder, RequestError, RetryPolicy, StatusCode, next_offset,
};

/// A server with five functions.
fn five(request: &RecordedRequest) -> Reply {
    let query = request.uri.query().unwrap_or_default();
    let parameter = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
    let (limit, offset): (i64, i64) = (parameter("limit").unwrap_or(2), parameter("offset").unwrap_or(0));
    let end = (offset + limit).min(5);
    let next = if end < 5 { json!("/next") } else { json!(null) };
    ok(&json!({"meta": {"next": next}, "objects": (offset..end).map(function).collect::<Vec<Value>>()}))
}

fn queries(transport: &MemoryTransport) -> Vec<String> {
    transport.requests().iter().map(|request| request.uri.query().unwrap_or_default().to_owned()).collect()
}

async fn ids(mut items: Items<impl Paginated<Item = crate::generated::models::CloudFunction>>) -> Vec<i64> {
    let mut ids = Vec::new();
    while let Some(Ok(item)) = items.next().await {
        ids.push(item.id);
    }
    ids
}

#[test]
fn offsets_advance_by_what_was_received() {
    assert_eq!(next_offset(None, 20, true), Some(20));
    assert_eq!(next_offset(Some(20), 7, true), Some(27));
    assert_eq!(next_offset(Some(20), 7, false), None);
    assert_eq!(next_offset(Some(20), 0, true), None);
    assert_eq!(next_offset(Some(i64::MAX), 1, true), None);
    assert_eq!(next_offset(Some(i64::MAX - 1), 1, true), Some(i64::MAX));
}

#[tokio::test]
async fn items_come_from_all_pages() {
    let transport = MemoryTransport::answering(five);
    assert_eq!(ids(client(&transport).cloud_functions().list().items()).await, [0, 1, 2, 3, 4]);
    assert_eq!(queries(&transport), ["", "offset=2", "offset=4"]);
}

#[tokio::test]
async fn paging_starts_at_the_request_and_keeps_its_parameters() {
    let transport = MemoryTransport::answering(five);
    assert_eq!(ids(client(&transport).cloud_functions().list().limit(1).offset(2).items()).await, [2, 3, 4]);
    assert_eq!(queries(&transport), ["limit=1&offset=2", "limit=1&offset=3", "limit=1&offset=4"]);
}

#[tokio::test]
async fn pages_come_one_by_one_and_no_sooner_than_asked() {
    let transport = MemoryTransport::answering(five);
    let mut pages = client(&transport).cloud_functions().list().limit(3).pages();
    assert!(transport.requests().is_empty());
    let first = pages.next().await.expect("there is a page").expect("it is a success");
    assert_eq!((first.objects.len(), transport.requests().len()), (3, 1));
    let second = pages.next().await.expect("there is a page").expect("it is a success");
    assert_eq!((second.objects.len(), transport.requests().len()), (2, 2));
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn an_error_is_the_end() {
    let transport = MemoryTransport::answering(five);
    let client = super::client_with(&transport, |client| client.retries(RetryPolicy::none()));
    let mut items = client.cloud_functions().list().items();
    assert!(items.next().await.is_some_and(|item| item.is_ok()));
    transport.reply(Reply::new(StatusCode::BAD_REQUEST));
    assert!(items.next().await.is_some_and(|item| item.is_ok()), "the rest of the first page");
    let error = items.next().await.expect("there is an item").expect_err("the second page is refused");
    assert_eq!(error.api().and_then(|api| api.typed()), Some(&ListError::BadRequest));
    assert!(items.next().await.is_none());
    assert!(items.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn an_empty_page_that_promises_more_is_the_last() {
    let transport = MemoryTransport::answering(|_| ok(&json!({"meta": {"next": "/again"}, "objects": []})));
    assert!(ids(client(&transport).cloud_functions().list().items()).await.is_empty());
    assert_eq!(transport.requests().len(), 1);
}

/// A list whose pages name the next one, as some servers do.
#[derive(Clone)]
struct Linked {
    client: Client,
    page: String,
}

impl Operation for Linked {
    type Output = CloudFunctionList;
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::POST, "/linked");

    fn client(&self) -> &Client {
        &self.client
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/linked");
        request.json(&self.page);
        request.build()
    }

    fn decode(response: &Received) -> Result<Self::Output, Failure<()>> {
        response.json()
    }
}

impl Paginated for Linked {
    type Item = crate::generated::models::CloudFunction;

    fn next(&self, page: &Self::Output) -> Option<Self> {
        Some(Self { client: self.client.clone(), page: page.meta.next.clone()? })
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.objects
    }
}

#[tokio::test]
async fn a_page_that_names_itself_ends_the_stream() {
    let linked = |links: fn(&str) -> Value| {
        let transport = MemoryTransport::answering(move |request| {
            let page = request.json();
            ok(&json!({"meta": {"next": links(page.as_str().unwrap_or_default())}, "objects": [function(1)]}))
        });
        (Linked { client: client(&transport), page: "a".to_owned() }, transport)
    };
    let (request, transport) = linked(|_| json!("b"));
    let mut pages = Pages::new(request);
    assert!(pages.next().await.is_some_and(|page| page.is_ok()));
    assert!(pages.next().await.is_some_and(|page| page.is_ok()));
    let error = pages.next().await.expect("a silent end would look complete").expect_err("the page names itself");
    assert!(error.to_string().ends_with("the page names itself as the next page"), "{error}");
    assert!(pages.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);

    let (request, transport) = linked(|page| if page == "a" { json!("b") } else { json!(null) });
    assert_eq!(ids(Items::new(request)).await, [1, 1]);
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn the_streams_are_streams() {
    let transport = MemoryTransport::answering(five);
    let mut items = client(&transport).cloud_functions().list().items();
    let mut context = Context::from_waker(Waker::noop());
    let mut count = 0;
    while let Poll::Ready(Some(item)) = Pin::new(&mut items).poll_next(&mut context) {
        assert!(item.is_ok());
        count += 1;
    }
    assert_eq!(count, 5);
}
