//! Bodies that may be null: null is sent where a body is required, and nothing where it is not given.

use nullable_bodies_case::generated::models::Owner;
use nullable_bodies_case::generated::operations::untagged::AddOwnerBody;
use nullable_bodies_case::probe::*;

fn json(text: &str) -> (Option<String>, String) {
    (Some("application/json".to_owned()), text.to_owned())
}

#[test]
fn a_required_body_may_be_null() {
    assert_eq!(body(|client| client.set_owner(None)), json("null"));
    assert_eq!(body(|client| client.set_owner(Some(Owner::new()))), json("{}"));
    assert_eq!(body(|client| client.set_names(None)), json("null"));
    assert_eq!(body(|client| client.set_names(Some(vec![]))), json("[]"));
    assert_eq!(body(|client| client.set_any(Value::Null)), json("null"));
}

#[test]
fn an_optional_body_may_be_null_or_absent() {
    let merge = |text: &str| (Some("application/merge-patch+json".to_owned()), text.to_owned());
    assert_eq!(body(|client| client.change_owner()), (None, String::new()));
    assert_eq!(body(|client| client.change_owner().body(None)), merge("null"));
    assert_eq!(body(|client| client.change_owner().body(Some(Owner::new().name("Ada")))), merge(r#"{"name":"Ada"}"#));
}

#[test]
fn a_body_of_a_choice_may_be_null() {
    assert_eq!(body(|client| client.add_owner(AddOwnerBody::Json(None))), json("null"));
    assert_eq!(body(|client| client.add_owner(Some("Ada".to_owned()))), json("\"Ada\""));
}
