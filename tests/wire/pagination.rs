//! How the golden case `pagination` goes through the pages of a list.

#[path = "../golden/cases/pagination/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use runtime::{Client, Items, MemoryTransport, Paginated, RecordedRequest, Reply, StatusCode, Value};
use serde_json::json;

/// The items of all pages, and what was asked for.
async fn all<O: Paginated<Item = String>>(
    answer: impl Fn(&RecordedRequest) -> Reply + Send + Sync + 'static,
    items: impl FnOnce(Client) -> Items<O>,
) -> (Vec<String>, Vec<String>) {
    let transport = MemoryTransport::answering(answer);
    let client = Client::builder().transport(transport.clone()).build().expect("the settings are valid");
    let mut items = items(client);
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item.unwrap_or_else(|error| panic!("{error}")));
    }
    let requests = transport.requests();
    let asked = requests.iter().map(|request| request.uri.path_and_query().expect("it has a path").to_string());
    (all, asked.collect())
}

fn page(value: &Value) -> Reply {
    Reply::json(StatusCode::OK, value)
}

#[tokio::test]
async fn numbers_count_up_until_a_page_is_empty() {
    let answer = |request: &RecordedRequest| match request.uri.query() {
        Some("page=0&size=2") => page(&json!({"toys": ["a", "b"], "url": ""})),
        Some("page=1&size=2") => page(&json!({"toys": ["c"], "url": ""})),
        _ => page(&json!({"toys": [], "url": ""})),
    };
    let (items, asked) = all(answer, |client| client.pets().numbered(0).size(2).items()).await;
    assert_eq!(items, ["a", "b", "c"]);
    assert_eq!(asked, ["/numbered?page=0&size=2", "/numbered?page=1&size=2", "/numbered?page=2&size=2"]);
}

#[tokio::test]
async fn cursors_are_handed_on_until_there_is_none() {
    let answer = |request: &RecordedRequest| match request.uri.query() {
        None => page(&json!({"toys": ["a"], "next": "x y", "url": ""})),
        Some("after=x%20y") => page(&json!({"toys": [], "next": "z", "url": ""})),
        Some("after=z") => page(&json!({"toys": ["b"], "next": null, "url": ""})),
        other => panic!("nothing leads to {other:?}"),
    };
    let (items, asked) = all(answer, |client| client.pets().cursors().items()).await;
    assert_eq!(items, ["a", "b"]);
    assert_eq!(asked, ["/cursors", "/cursors?after=x%20y", "/cursors?after=z"]);

    let answer = |request: &RecordedRequest| match request.uri.query() {
        None => page(&json!({"toys": ["a"], "last": 7, "url": ""})),
        _ => page(&json!({"toys": ["b"], "url": ""})),
    };
    let (items, asked) = all(answer, |client| client.pets().counted().items()).await;
    assert_eq!((items, asked[1].as_str()), (vec!["a".to_owned(), "b".to_owned()], "/counted?after=7"));
}

#[tokio::test]
async fn addresses_are_followed_on_the_same_server() {
    let answer = |request: &RecordedRequest| match request.uri.path() {
        "/addresses" => page(&json!({"toys": ["a"], "url": "https://api.example.com/elsewhere?at=2"})),
        "/elsewhere" => page(&json!({"toys": ["b"], "url": ""})),
        other => panic!("nothing leads to {other}"),
    };
    let (items, asked) = all(answer, |client| client.pets().addresses().items()).await;
    assert_eq!(items, ["a", "b"]);
    assert_eq!(asked, ["/addresses", "/elsewhere?at=2"]);
}

#[tokio::test]
async fn links_of_the_header_are_followed() {
    let answer = |request: &RecordedRequest| match request.uri.query() {
        None => page(&json!(["a", "b"])).header("link", "</links?page=9>; rel=\"last\", </links?page=2>; rel=\"next\""),
        _ => page(&json!(["c"])).header("link", "</links>; rel=\"first\""),
    };
    let (items, asked) = all(answer, |client| client.pets().links().items()).await;
    assert_eq!(items, ["a", "b", "c"]);
    assert_eq!(asked, ["/links", "/links?page=2"]);
}

#[tokio::test]
async fn another_server_gets_no_request() {
    let answer = |_: &RecordedRequest| page(&json!(["a"])).header("link", "<https://elsewhere.example/links>; rel=next");
    let transport = MemoryTransport::answering(answer);
    let client = Client::builder().transport(transport.clone()).build().expect("the settings are valid");
    let mut items = client.pets().links().items();
    assert!(items.next().await.is_some_and(|item| item.is_ok()));
    let error = items.next().await.expect("a silent end would look complete").expect_err("it is another server");
    assert!(error.to_string().contains("a next page on another server"), "{error}");
    assert_eq!(transport.requests().len(), 1);
}
