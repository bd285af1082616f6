//! Lists in pages that the description does not require: a page without one is empty.

use pages_without_lists_case::probe::*;

/// The items of all pages, and the queries that were sent for them.
fn gathered<O: Paginated<Item = String>>(
    replies: &[&'static str],
    items: impl FnOnce(&Client) -> Items<O>,
) -> (Vec<String>, Vec<String>) {
    let (client, transport) = client_and_transport(|client| client);
    for text in replies {
        transport.reply(reply(200, "application/json", *text).header("link", "<https://api.example.com/linked?p=2>; rel=next"));
    }
    let mut stream = items(&client);
    let mut found = Vec::new();
    while let Some(item) = block_on(stream.next()) {
        match item {
            Ok(item) => found.push(item),
            Err(error) => found.push(error.to_string()),
        }
    }
    (found, transport.requests().iter().map(|request| request.uri.query().unwrap_or_default().to_owned()).collect())
}

#[test]
fn a_missing_list_is_the_last_page() {
    let (items, queries) = gathered(&[r#"{"data":["a","b"]}"#, "{}"], |client| client.articles().items());
    assert_eq!((items, queries), (vec!["a".to_owned(), "b".to_owned()], vec![String::new(), "offset=2".to_owned()]));
    let (items, queries) = gathered(&["{}"], |client| client.articles().limit(5).items());
    assert_eq!((items.len(), queries), (0, vec!["limit=5".to_owned()]));
}

#[test]
fn what_leads_to_a_list_may_be_missing_or_null() {
    for last in
        [r#"{"more":true}"#, r#"{"more":true,"result":null}"#, r#"{"result":{}}"#, r#"{"more":true,"result":{"items":null}}"#]
    {
        let (items, queries) = gathered(&[r#"{"result":{"items":["a"]},"more":true}"#, last], |client| client.numbered().items());
        assert_eq!((items, queries), (vec!["a".to_owned()], vec![String::new(), "page=2".to_owned()]), "{last}");
    }
}

#[test]
fn a_cursor_leads_on_past_an_empty_page() {
    let replies = [r#"{"first":{},"next":"x"}"#, r#"{"first":{"second":{"items":["a"]}},"next":""}"#];
    let (items, queries) = gathered(&replies, |client| client.nested().items());
    assert_eq!((items, queries), (vec!["a".to_owned()], vec![String::new(), "after=x".to_owned()]));
}

#[test]
fn a_page_may_be_null() {
    let (items, queries) = gathered(&[r#"["a"]"#, "null"], |client| client.nullable(3).items());
    assert_eq!((items, queries), (vec!["a".to_owned()], vec!["offset=3".to_owned(), "offset=4".to_owned()]));
    // The second page has no body at all, which is null, too.
    let (items, queries) = gathered(&["null"], |client| client.linked().items());
    assert_eq!((items.len(), queries.len()), (0, 2), "{items:?}, {queries:?}");
}

#[test]
fn a_required_list_that_is_missing_is_an_error() {
    let (items, _) = gathered(&[r#"{"first":{"second":{}}}"#], |client| client.nested().items());
    assert!(items[0].contains("first.second.items: expected an array, the property is missing"), "{items:?}");
}
