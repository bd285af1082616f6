//! Null among texts: JSON has it apart from the text `null`. Elsewhere it has no form, and RFC 6570 (section 3.2.1) leaves out what
//! is not defined.

use std::collections::BTreeMap;

use nulls_inside_case::generated::models::{FormBody, Texts, TextsEither, TextsListedItem, Words, WordsJoinedItem};
use nulls_inside_case::generated::operations::untagged::WordsRequest;
use nulls_inside_case::probe::*;

/// A list of a text, null, and the text `null`.
fn words() -> Words {
    vec![Some("a".to_owned()), None, Some("null".to_owned())]
}

#[test]
fn json_has_null_apart_from_the_text() {
    let (_, sent) = body(|client| client.store("a", Texts::new().words(words()).maybe(words())));
    assert_eq!(sent, r#"{"words":["a",null,"null"],"maybe":["a",null,"null"]}"#);
    let read = reply(200, "application/json", r#"{"words":["null",null],"listed":[null,"null","a"]}"#);
    let texts = answered(read, |client| client.words(words())).expect("texts");
    assert_eq!(texts.words, Some(vec![Some("null".to_owned()), None]));
    assert_eq!(texts.listed, Some(vec![None, Some(TextsListedItem::Null), Some(TextsListedItem::A)]));
    let value =
        json!({"map": {"a": null, "b": "null"}, "maybe": null, "lists": [[null, "null"], []], "either": ["a", null, "null"]});
    let texts: Texts = round_trip(value);
    assert!(matches!(&texts.either, Some(Some(TextsEither::OptionalStringList(items))) if items.len() == 3));
    assert_eq!(texts.map.expect("it is there")["b"].as_deref(), Some("null"));
    assert_eq!(round_trip::<Texts>(json!({"either": null})).either, Some(None));
    assert!(matches!(round_trip::<Texts>(json!({"either": "null"})).either, Some(Some(TextsEither::String(_)))));
}

#[test]
fn parameters_leave_null_out_and_keep_the_text() {
    let call = |client: &Client| {
        let deep = BTreeMap::from([("x".to_owned(), None), ("y".to_owned(), Some("null".to_owned()))]);
        let joined = vec![Some(WordsJoinedItem::B), None, Some(WordsJoinedItem::A)];
        client.words(words()).each(words()).joined(joined).piped(words()).deep(deep).x_words(words()).crumbs(words())
    };
    assert_eq!(target(call), "/words/a,null?each=a&each=null&joined=b,a&piped=a%7Cnull&deep%5By%5D=null");
    assert_eq!(header("x-words", call).as_deref(), Some("a,null"));
    assert_eq!(header("cookie", call).as_deref(), Some("crumbs=a,null"));
    assert_eq!(target(|client| client.words(words()).each(vec![None])), "/words/a,null");
    assert_eq!(query(|client| client.words(words()).json(words())).as_deref(), Some("json=%5B%22a%22%2Cnull%2C%22null%22%5D"));
}

#[test]
fn a_list_of_nulls_is_nothing_and_refused_in_a_path() {
    let refused = refusal(|client| client.words(vec![None]));
    assert!(refused.contains("path parameter `path`"), "{refused}");
}

#[test]
fn headers_are_read_as_texts() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", "{}").header("x-words", "a,null"));
    let response = block_on(client.words(words()).send()).expect("it is a success");
    let read = response.header(WordsRequest::X_WORDS).expect("it is a list");
    assert_eq!(read, Some(vec![Some("a".to_owned()), Some("null".to_owned())]));
}

#[test]
fn forms_leave_null_out_and_keep_the_text() {
    let (_, form) = body(|client| client.form("a", FormBody::new().words(words())));
    assert_eq!(form, "words=a&words=null");
    let (_, parts) = body(|client| client.parts("a").words(words()).json(words()));
    assert_eq!(parts.matches("name=\"words\"").count(), 2, "{parts}");
    assert!(parts.contains("name=\"words\"\r\n\r\nnull\r\n"), "{parts}");
    assert!(parts.contains("Content-Type: application/json\r\n\r\n[\"a\",null,\"null\"]\r\n"), "{parts}");
}
