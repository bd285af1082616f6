//! Paging: streams of pages and items.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use futures_core::Stream;
use serde_json::{Value, json};

use super::{client, function, ok};
use crate::generated::models::CloudFunctionList;
use crate::generated::operations::cloud_functions::ListError;
use crate::runtime::{
    Client, Endpoint, Failure, HeaderMap, Items, MemoryTransport, Method, NextPage, Operation, Pages, Paginated, Received,
    RecordedRequest, Reply, Request, RequestBuilder, RequestError, Response, RetryPolicy, StatusCode, next_link, next_number,
    next_offset, next_text,
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

    fn next(&self, page: &Response<Self::Output>) -> Option<NextPage<Self>> {
        Some(NextPage::Request(Self { client: self.client.clone(), page: page.body().meta.next.clone()? }))
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
    let problem = "address: the page names itself or an earlier one as the next page";
    assert_eq!(error.to_string(), format!("POST https://api.example.test/linked: {problem}"));
    assert!(pages.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);

    let (request, transport) = linked(|page| if page == "a" { json!("b") } else { json!(null) });
    assert_eq!(ids(Items::new(request)).await, [1, 1]);
    assert_eq!(transport.requests().len(), 2);
}

#[test]
fn numbers_advance_by_one() {
    assert_eq!(next_number(None, 1, 20, true), Some(2));
    assert_eq!(next_number(None, 0, 20, true), Some(1));
    assert_eq!(next_number(Some(7), 1, 20, true), Some(8));
    assert_eq!(next_number(Some(7), 1, 0, true), None);
    assert_eq!(next_number(Some(7), 1, 20, false), None);
    assert_eq!(next_number(Some(i64::MAX), 1, 20, true), None);
    assert_eq!(next_text(Some(String::new())), None);
    assert_eq!(next_text(Some("a".to_owned())), Some("a".to_owned()));
}

#[test]
fn the_next_link_is_found_among_others() {
    let next = |values: &[&'static str]| {
        let mut headers = HeaderMap::new();
        values.iter().for_each(|value| _ = headers.append("link", value.parse().expect("it is a value")));
        next_link(&headers)
    };
    assert_eq!(next(&[]), None);
    assert_eq!(next(&["<https://a/?page=2>; rel=\"next\""]).as_deref(), Some("https://a/?page=2"));
    assert_eq!(next(&["</a>; rel=prev", "</b>;REL=Next;title=x"]).as_deref(), Some("/b"));
    assert_eq!(next(&["</a,b>; title=\"x, <y>; rel=next\"; rel=last, </c>; rel=\"first next\""]).as_deref(), Some("/c"));
    assert_eq!(next(&["</a>; rel=\"next-but-one\""]), None);
    assert_eq!(next(&["rel=next", "<", "<a", ""]), None);
    assert_eq!(next(&["</a>; title=\"\\\", </b>; rel=next\""]), None);
}

/// A list whose pages hold the address of the next one.
#[derive(Clone)]
struct Addressed(Client);

impl Operation for Addressed {
    type Output = CloudFunctionList;
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/list/all");

    fn client(&self) -> &Client {
        &self.0
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.0, Self::ENDPOINT);
        request.path("/list/all");
        request.query("limit", &2);
        request.header("x-trace", &"1");
        request.build()
    }

    fn decode(response: &Received) -> Result<Self::Output, Failure<()>> {
        response.json()
    }
}

impl Paginated for Addressed {
    type Item = crate::generated::models::CloudFunction;

    fn next(&self, page: &Response<Self::Output>) -> Option<NextPage<Self>> {
        page.body().meta.next.clone().map(NextPage::Address)
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.objects
    }
}

/// What is asked for after a page that holds an address, or how the stream ends.
async fn asked_after(address: &'static str) -> Result<String, String> {
    let transport = MemoryTransport::answering(move |request| {
        let is_first = request.uri.path().ends_with("/list/all") && request.uri.query() == Some("limit=2");
        ok(&json!({"meta": {"next": is_first.then_some(address)}, "objects": [function(1)]}))
    });
    let client = super::client_with(&transport, |client| client.base_url("https://api.example.com/v1"));
    let mut pages = Pages::new(Addressed(client));
    pages.next().await.expect("there is a page").expect("it is a success");
    let outcome = pages.next().await.expect("there is an end, or another page").map_err(|error| error.to_string());
    assert!(pages.next().await.is_none());
    let requests = transport.requests();
    assert_eq!(requests.len(), if outcome.is_ok() { 2 } else { 1 });
    outcome.map(|_| {
        assert_eq!(requests[1].headers["x-trace"], "1");
        requests[1].uri.to_string()
    })
}

#[tokio::test]
async fn addresses_of_pages_are_seen_from_the_page() {
    for (address, asked) in [
        ("https://api.example.com/v1/list/all?page=2", "https://api.example.com/v1/list/all?page=2"),
        ("HTTPS://API.example.com:443/other", "https://API.example.com:443/other"),
        ("//api.example.com/other", "https://api.example.com/other"),
        ("/other?page=2#part", "https://api.example.com/other?page=2"),
        ("?page=2", "https://api.example.com/v1/list/all?page=2"),
        ("next?at=https://elsewhere.example", "https://api.example.com/v1/list/next?at=https://elsewhere.example"),
    ] {
        assert_eq!(asked_after(address).await.as_deref(), Ok(asked), "{address}");
    }
}

#[tokio::test]
async fn no_page_on_another_server_is_asked_for() {
    for address in [
        "https://elsewhere.example/v1/list/all?page=2",
        "http://api.example.com/v1/list/all?page=2",
        "https://api.example.com:8443/",
        "https://api.example.com.elsewhere.example/",
        "https://api.example.com@elsewhere.example/",
        "https://user@api.example.com/",
        "//elsewhere.example/",
        "ftp://api.example.com/",
        "javascript:alert(1)",
    ] {
        let error = asked_after(address).await.expect_err("it must not be asked for");
        assert!(error.contains("next page"), "{address}: {error}");
        assert!(!error.contains("elsewhere") && error.starts_with("GET https://api.example.com/list/all: "), "{error}");
    }
    for address in ["/a/../b", "https://api.example.com/%2e%2E/b", "../b"] {
        let error = asked_after(address).await.expect_err("it is read in different ways");
        assert!(error.contains("a path segment `.` or `..`"), "{error}");
    }
    for address in ["a b", "https://"] {
        let error = asked_after(address).await.expect_err("it is no address");
        assert!(error.contains("next page"), "{error}");
    }
}

#[tokio::test]
async fn pages_that_lead_in_a_circle_end_with_an_error() {
    let transport = MemoryTransport::answering(|request| {
        let next = match request.uri.query() {
            Some("page=2") => "?page=3",
            _ => "?page=2",
        };
        ok(&json!({"meta": {"next": next}, "objects": [function(1)]}))
    });
    let mut items = Items::new(Addressed(client(&transport)));
    for _ in 0..3 {
        assert!(items.next().await.is_some_and(|item| item.is_ok()));
    }
    let error = items.next().await.expect("a silent end would look complete").expect_err("the third page leads to the second");
    assert!(error.to_string().ends_with("the page names itself or an earlier one as the next page"), "{error}");
    assert!(items.next().await.is_none());
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

/// Each page names another next one, and has something on it.
#[tokio::test]
async fn a_list_without_end_is_left() {
    let transport = MemoryTransport::answering(|_| ok(&json!({"meta": {"next": "/again"}, "objects": [function(1)]})));
    let mut items = client(&transport).cloud_functions().list().items().max_pages(50);
    let mut count = 0;
    let error = loop {
        match items.next().await.expect("no silent end would look complete") {
            Ok(_) => count += 1,
            Err(error) => break error,
        }
    };
    assert!(error.to_string().contains("the list has more than 50 pages"), "{error}");
    assert_eq!((count, transport.requests().len()), (50, 50));
    assert!(items.next().await.is_none());
}
