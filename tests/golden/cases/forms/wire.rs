//! Forms: the styles of their properties, and schemas that are no objects.

use std::collections::BTreeMap;

use forms_case::generated::models::{ById, SendBody, SendEither, SendFilter, SendFrom, SendListOrText};
use forms_case::probe::*;

fn form<O: Operation>(call: impl FnOnce(&Client) -> O) -> String {
    let (media_type, body) = body(call);
    assert_eq!(media_type.as_deref(), Some("application/x-www-form-urlencoded"));
    body
}

fn sent(body: SendBody) -> String {
    form(|client| client.send(body))
}

#[test]
fn each_property_has_its_style() {
    assert_eq!(sent(SendBody::new().ids(vec![1, 2])), "ids=1&ids=2");
    assert_eq!(sent(SendBody::new().piped(vec!["a".to_owned(), "b".to_owned()])), "piped=a%7Cb");
    let filter = SendFilter::new().from(SendFrom::new().day(1));
    assert_eq!(sent(SendBody::new().filter(filter)), "filter%5Bfrom%5D%5Bday%5D=1");
    let counts = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(sent(SendBody::new().counts(counts)), "counts=%7B%22a%22%3A1%7D");
    let mut further = SendBody::new();
    further.additional.insert("b".to_owned(), "c".to_owned());
    assert_eq!(sent(further), "b=c");
}

#[test]
fn each_alternative_is_written_as_it_can_be() {
    let either = |alternative: Value| sent(SendBody::new().either(decoded::<SendEither>(&alternative.to_string())));
    assert_eq!(either(json!({"to": 1})), "either%5Bto%5D=1");
    assert_eq!(either(json!("")), "either=");
    let list_or_text =
        |alternative: Value| sent(SendBody::new().list_or_text(decoded::<SendListOrText>(&alternative.to_string())));
    assert_eq!(list_or_text(json!(["a", "b"])), "listOrText=a,b");
    assert_eq!(list_or_text(json!("c")), "listOrText=c");
    let anything = |value: Value| sent(SendBody::new().anything(value));
    assert_eq!(anything(json!({"a": [1]})), "anything%5Ba%5D%5B0%5D=1");
    assert_eq!(anything(json!(true)), "anything=true");
}

#[test]
fn what_a_style_has_no_form_for_is_json() {
    assert_eq!(sent(SendBody::new().nested(vec![vec![1], vec![2, 3]])), "nested=%5B1%5D,%5B2%2C3%5D");
    assert_eq!(sent(SendBody::new().plain("a")), "plain=a");
}

#[test]
fn maps_free_objects_and_unions_of_objects_are_forms() {
    assert_eq!(form(|client| client.send_map().body(BTreeMap::from([("a".to_owned(), 1)]))), "a=1");
    let object = json!({"a": 1, "b": {"c": [2]}}).as_object().cloned().unwrap_or_default();
    assert_eq!(form(|client| client.send_free(object)), "a=1&b=%7B%22c%22%3A%5B2%5D%7D");
    assert_eq!(form(|client| client.send_either(ById::new(7))), "id=7");
}

#[test]
fn a_form_that_is_no_object_is_text() {
    assert_eq!(form(|client| client.send_list("0=1&1=2")), "0=1&1=2");
    assert_eq!(form(|client| client.send_scalar().body("a=b")), "a=b");
    assert_eq!(body(|client| client.send_scalar()), (None, String::new()));
}
