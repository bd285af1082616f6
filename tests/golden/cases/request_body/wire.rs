//! JSON bodies: required, optional, and of another media type.

use request_body_case::generated::models::Pet;
use request_body_case::probe::*;

fn json_type() -> Option<String> {
    Some("application/json".to_owned())
}

#[test]
fn a_body_is_json_with_its_media_type() {
    assert_eq!(body(|client| client.create(Pet::new().name("Rex"))), (json_type(), r#"{"name":"Rex"}"#.to_owned()));
    assert_eq!(body(|client| client.create(Pet::new())), (json_type(), "{}".to_owned()));
    let escaped = body(|client| client.create(Pet::new().name("\"\\\n\u{1}é喜🦀"))).1;
    assert_eq!(escaped, "{\"name\":\"\\\"\\\\\\n\\u0001é喜🦀\"}");
}

#[test]
fn an_optional_body_is_sent_if_it_is_given() {
    assert_eq!(body(|client| client.replace_if_given()), (None, String::new()));
    assert_eq!(body(|client| client.replace_if_given().body(Pet::new())), (json_type(), "{}".to_owned()));
    assert_eq!(sent(|client| client.replace_if_given()).method, Method::PUT);
}

#[test]
fn json_keeps_the_media_type_of_the_description() {
    let change = json!({"name": null}).as_object().cloned().unwrap_or_default();
    let merge = body(|client| client.merge(change));
    assert_eq!(merge, (Some("application/merge-patch+json".to_owned()), r#"{"name":null}"#.to_owned()));
}
