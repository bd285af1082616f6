//! What overlays change in the other files of a description.

use overlay_files_case::generated::models::Author;
use overlay_files_case::probe::*;

#[test]
fn schemas_and_path_items_of_other_files_are_changed() {
    let articles = r#"[{"title":null,"author":{"name":"Ann"}}]"#;
    let read = answered(reply(200, "application/json", articles), |client| client.articles().page(2)).expect("it is amended");
    assert_eq!((read[0].title.as_deref(), read[0].author.email.as_deref()), (None, None));
    assert_eq!(target(|client| client.articles().page(2)), "/articles?page=2");
    round_trip::<Author>(json!({"name": "Ann"}));
}

#[test]
fn extensions_are_added_to_operations_of_other_files() {
    let page = r#"[{"title":"One","author":{"name":"Ann"}}]"#;
    let (client, transport) = client_and_transport(|client| client);
    for text in [page, "[]"] {
        transport.reply(reply(200, "application/json", text));
    }
    let mut items = client.articles().items();
    assert_eq!(block_on(items.next()).expect("there is an article").expect("it is read").title.as_deref(), Some("One"));
    assert!(block_on(items.next()).is_none());
    let queries: Vec<_> = transport.requests().iter().map(|request| request.uri.query().map(str::to_owned)).collect();
    assert_eq!(queries, [None, Some("page=2".to_owned())]);
}
