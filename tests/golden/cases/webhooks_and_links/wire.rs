//! What the server sends to the caller is there as models; no endpoint is.

use webhooks_and_links_case::generated::models::{Change, Pet, SubscribeBody};
use webhooks_and_links_case::probe::*;

#[test]
fn a_server_of_the_callers_reads_what_is_sent_to_it() {
    assert_eq!(decoded::<Change>(r#"{"what":"all"}"#), Change::new("all"));
    assert_eq!(decoded::<Pet>(r#"{"name":"Rex"}"#), Pet::new("Rex"));
}

#[test]
fn a_link_is_followed_by_hand() {
    let created = reply(201, "application/json", r#"{"id":"s/1"}"#);
    let created = answered(created, |client| client.subscribe(SubscribeBody::new("https://a.example.com"))).expect("it is made");
    assert_eq!(target(|client| client.unsubscribe(created.id)), "/subscriptions/s%2F1");
}
