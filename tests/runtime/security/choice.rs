//! Which of the alternatives is taken.

use super::{refused, secured, sent};
use crate::runtime::{ApiKey, ClientBuilder, ErrorKind};

secured!(Either, &[&[("first", &[])], &[("second", &[]), ("third", &[])]]);
secured!(Optional, &[&[("first", &[])], &[]]);
secured!(Public, &[]);

fn key(client: ClientBuilder, scheme: &'static str) -> ClientBuilder {
    client.credential(scheme, ApiKey::header(scheme, "secret"))
}

fn all(client: ClientBuilder) -> ClientBuilder {
    key(key(key(client, "third"), "second"), "first")
}

#[tokio::test]
async fn the_first_alternative_that_is_there_whole_is_sent_alone() {
    let request = sent(all, Either).await;
    assert!(request.headers.contains_key("first"));
    assert!(!request.headers.contains_key("second") && !request.headers.contains_key("third"));
    let request = sent(|client| key(key(client, "third"), "second"), Either).await;
    assert!(request.headers.contains_key("second") && request.headers.contains_key("third"));
}

#[tokio::test]
async fn half_an_alternative_is_none() {
    for set in [|client| client, |client| key(client, "third")] {
        let error = refused(set, Either).await;
        assert!(matches!(error.kind(), ErrorKind::Request(_)) && !error.is_retryable());
        let message = "POST https://api.example.com/pets: credentials: this operation needs some; hand them to the client's builder by `first`, or \
                       `second` and `third`; to send requests without them, call `optional_credentials` on the builder";
        assert_eq!(error.to_string(), message);
    }
}

#[tokio::test]
async fn nothing_is_sent_to_operations_that_need_nothing() {
    let request = sent(all, Public).await;
    assert!(["first", "second", "third"].iter().all(|name| !request.headers.contains_key(*name)));
}

#[tokio::test]
async fn optional_credentials_are_sent_if_they_are_there() {
    assert!(sent(all, Optional).await.headers.contains_key("first"));
    assert!(!sent(|client| client, Optional).await.headers.contains_key("first"));
}

#[tokio::test]
async fn a_client_can_do_without() {
    let request = sent(|client| key(client, "third").optional_credentials(), Either).await;
    assert!(!request.headers.contains_key("third"));
    assert!(sent(|client| all(client).optional_credentials(), Either).await.headers.contains_key("first"));
}

#[tokio::test]
async fn what_is_given_later_replaces_what_was_given() {
    let set = |client: ClientBuilder| key(client, "first").credential("first", ApiKey::header("first", "other"));
    assert_eq!(sent(set, Either).await.headers["first"], "other");
}

/// The headers in which generated builders say that credentials are.
fn places(client: ClientBuilder) -> ClientBuilder {
    client
        .credential_header("first", "X-First")
        .credential_header("second", "authorization")
        .credential_cookie("third", "session")
}

#[tokio::test]
async fn a_header_that_is_set_by_hand_counts_as_the_credential_in_it() {
    let set = |client: ClientBuilder| places(client).header("x-first", "by hand");
    let request = sent(set, Either).await;
    assert_eq!(request.headers["x-first"], "by hand");
    let set = |client: ClientBuilder| key(places(client), "third").header("Authorization", "by hand");
    let request = sent(set, Either).await;
    assert_eq!(request.headers["authorization"], "by hand");
    assert_eq!(request.headers["third"], "secret");
    refused(|client| places(client).header("authorization", "by hand"), Either).await;
    refused(|client| places(client).header("x-other", "by hand"), Either).await;
}

#[tokio::test]
async fn a_cookie_that_is_set_by_hand_counts_as_the_credential_in_it() {
    let cookie = |text: &'static str| move |client: ClientBuilder| key(places(client), "second").header("cookie", text);
    assert_eq!(sent(cookie("a=b; session=by hand"), Either).await.headers["second"], "secret");
    for other in ["a=session", "sessions=1", "xsession=1"] {
        refused(cookie(other), Either).await;
    }
}

#[tokio::test]
async fn what_is_given_goes_before_what_is_set_by_hand() {
    let set = |client: ClientBuilder| key(key(places(client), "second"), "third").header("x-first", "by hand");
    let request = sent(set, Either).await;
    assert!(request.headers.contains_key("second") && request.headers.contains_key("third"));
}
