//! Which pages a list asks for, and where it ends.

use pagination_case::probe::*;

/// The texts of a stream of items, and the queries that were sent for them.
fn gathered<O: Paginated<Item = String>>(
    replies: &[&'static str],
    items: impl FnOnce(&Client) -> Items<O>,
) -> (Vec<String>, Vec<String>) {
    let (client, transport) = client_and_transport(|client| client);
    for text in replies {
        transport.reply(reply(200, "application/json", *text));
    }
    let mut stream = items(&client);
    let mut found = Vec::new();
    while let Some(item) = block_on(stream.next()) {
        found.push(item.unwrap_or_else(|error| panic!("{error}")));
    }
    (found, transport.requests().iter().map(|request| request.uri.query().unwrap_or_default().to_owned()).collect())
}

#[test]
fn a_link_to_a_next_page_is_followed_by_what_came() {
    let replies = [r#"{"data":{"pets":["a","b"],"next":"more"}}"#, r#"{"data":{"pets":["c"]}}"#];
    let (pets, queries) = gathered(&replies, |client| client.pets().list().take(2).items());
    assert_eq!(pets, ["a", "b", "c"]);
    assert_eq!(queries, ["take=2", "skip=2&take=2"]);
}

#[test]
fn a_list_begins_where_the_request_does() {
    let replies = [r#"{"data":{"pets":["a"],"next":"more"}}"#, r#"{"data":{"pets":[],"next":"more"}}"#];
    let (pets, queries) = gathered(&replies, |client| client.pets().list().skip(10).items());
    assert_eq!((pets.len(), queries), (1, vec!["skip=10".to_owned(), "skip=11".to_owned()]));
}

#[test]
fn without_a_link_an_empty_page_is_the_last() {
    let replies = [r#"{"toys":["a","b"],"url":""}"#, r#"{"toys":["c"],"url":""}"#, r#"{"toys":[],"url":""}"#];
    let (toys, queries) = gathered(&replies, |client| client.pets().toys().items());
    assert_eq!((toys.len(), queries), (3, vec![String::new(), "skip=2".to_owned(), "skip=3".to_owned()]));
}

#[test]
fn numbers_count_up_until_a_page_is_empty() {
    let replies = [r#"{"toys":["a","b"],"url":""}"#, r#"{"toys":["c"],"url":""}"#, r#"{"toys":[],"url":""}"#];
    let (toys, queries) = gathered(&replies, |client| client.pets().numbered(0).size(2).items());
    assert_eq!(toys, ["a", "b", "c"]);
    assert_eq!(queries, ["page=0&size=2", "page=1&size=2", "page=2&size=2"]);
}

#[test]
fn cursors_are_handed_on_until_there_is_none() {
    let replies = [
        r#"{"toys":["a"],"next":"x y","url":""}"#,
        r#"{"toys":[],"next":"z","url":""}"#,
        r#"{"toys":["b"],"next":null,"url":""}"#,
    ];
    let (toys, queries) = gathered(&replies, |client| client.pets().cursors().items());
    assert_eq!(toys, ["a", "b"]);
    assert_eq!(queries, ["", "after=x%20y", "after=z"]);
    let replies = [r#"{"toys":["a"],"last":7,"url":""}"#, r#"{"toys":["b"],"url":""}"#];
    let (toys, queries) = gathered(&replies, |client| client.pets().counted().items());
    assert_eq!((toys.len(), queries), (2, vec![String::new(), "after=7".to_owned()]));
}

/// What the transport is asked for when these replies are given to a list of links.
fn links(replies: [Reply; 2]) -> (Vec<Result<String, String>>, Vec<String>) {
    let (client, transport) = client_and_transport(|client| client);
    for reply in replies {
        transport.reply(reply);
    }
    let mut stream = client.pets().links().items();
    let mut items = Vec::new();
    while let Some(item) = block_on(stream.next()) {
        items.push(item.map_err(|error| error.to_string()));
    }
    (items, transport.requests().iter().map(|request| request.uri.to_string()).collect())
}

#[test]
fn addresses_are_followed_on_the_same_server() {
    let (client, transport) = client_and_transport(|client| client);
    for text in [r#"{"toys":["a"],"url":"https://api.example.com/elsewhere?at=2"}"#, r#"{"toys":["b"],"url":""}"#] {
        transport.reply(reply(200, "application/json", text));
    }
    let mut toys = client.pets().addresses().items();
    let mut next = || block_on(toys.next()).transpose().expect("each page is a success");
    assert_eq!([next(), next(), next()], [Some("a".to_owned()), Some("b".to_owned()), None]);
    let asked: Vec<_> = transport.requests().iter().map(|request| request.uri.to_string()).collect();
    assert_eq!(asked, ["https://api.example.com/addresses", "https://api.example.com/elsewhere?at=2"]);
}

#[test]
fn links_of_the_header_are_followed() {
    // RFC 8288, section 3.5.
    let first = r#"</links?page=9>; rel="last", </links?page=2>; rel="next""#;
    let (items, asked) = links([
        reply(200, "application/json", r#"["a","b"]"#).header("link", first),
        reply(200, "application/json", r#"["c"]"#).header("link", r#"</links>; rel="first""#),
    ]);
    assert_eq!(items, [Ok("a".to_owned()), Ok("b".to_owned()), Ok("c".to_owned())]);
    assert_eq!(asked, ["https://api.example.com/links", "https://api.example.com/links?page=2"]);
}

#[test]
fn another_server_gets_no_request() {
    let elsewhere = reply(200, "application/json", r#"["a"]"#).header("link", "<https://elsewhere.example/>; rel=next");
    let (items, asked) = links([elsewhere, empty_reply(500)]);
    assert_eq!(items.len(), 2);
    assert!(items[1].as_ref().is_err_and(|error| error.contains("a next page on another server")), "{items:?}");
    assert_eq!(asked.len(), 1);
}

#[test]
fn pages_come_whole() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", r#"{"data":{"pets":["a"]}}"#));
    let mut pages = client.pets().list().pages();
    let page = block_on(pages.next()).expect("there is a page").expect("it is a success");
    assert_eq!(page.data.pets, ["a"]);
    assert!(block_on(pages.next()).is_none());
}

#[test]
fn a_page_has_another_way_to_be_read() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", r#"{"data":null}"#));
    let page = block_on(client.pets().list().take(2).send().json::<Value>()).expect("it is JSON");
    assert_eq!(*page.body(), json!({"data": null}));
    transport.reply(reply(200, "application/json", r#"{"data":{"pets":["a"],"next":"more"}}"#));
    transport.reply(reply(200, "application/json", r#"{"data":{"pets":["b"]}}"#));
    let mut items = client.pets().list().items().header("x-trace", "7").query("sort", "name");
    let mut next = || block_on(items.next()).transpose().expect("each page is as it is described");
    assert_eq!([next(), next(), next()], [Some("a".to_owned()), Some("b".to_owned()), None]);
    for (request, query) in transport.requests()[1..].iter().zip(["sort=name", "skip=1&sort=name"]) {
        assert_eq!((header_of(request, "x-trace").as_deref(), request.uri.query()), (Some("7"), Some(query)));
    }
}
