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
fn pages_come_whole() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", r#"{"data":{"pets":["a"]}}"#));
    let mut pages = client.pets().list().pages();
    let page = block_on(pages.next()).expect("there is a page").expect("it is a success");
    assert_eq!(page.data.pets, ["a"]);
    assert!(block_on(pages.next()).is_none());
}
