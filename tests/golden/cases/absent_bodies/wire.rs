//! An empty body, and 204 and 205 (RFC 9110, sections 15.3.5 and 15.3.6), where the result may be null or absent.

use absent_bodies_case::generated::models::Note;
use absent_bodies_case::generated::operations::untagged::{LaterOutput, NullableError};
use absent_bodies_case::probe::*;

const JSON: &str = "application/json";
const NOTE: &str = r#"{"text":"a"}"#;

fn note() -> Note {
    with(Note::new(), |note| note.text = Some("a".to_owned()))
}

#[test]
fn no_body_is_null_where_null_is_described() {
    let nullable = |reply| answered(reply, |client| client.nullable()).expect("it may be null");
    assert_eq!(nullable(reply(200, JSON, NOTE)), Some(note()));
    assert_eq!(nullable(reply(200, JSON, "null")), None);
    assert_eq!(nullable(reply(200, JSON, "")), None);
    assert_eq!(nullable(empty_reply(200)), None);
    assert_eq!(nullable(empty_reply(204)), None, "a success that is not described has no body either");
    let error = error(empty_reply(404), |client| client.nullable());
    assert_eq!(error, Some(NullableError::NotFound(None)));
}

#[test]
fn a_body_beside_no_content_is_optional() {
    let found = |reply| answered(reply, |client| client.found()).expect("it is described");
    assert_eq!(found(reply(200, JSON, NOTE)), Some(note()));
    assert_eq!(found(reply(200, JSON, "null")), None);
    assert_eq!(found(empty_reply(200)), None);
    assert_eq!(found(empty_reply(204)), None);
    let both = |reply| answered(reply, |client| client.both()).expect("it is described");
    assert_eq!(both(reply(201, JSON, r#"["a"]"#)), Some(vec!["a".to_owned()]));
    assert_eq!([both(reply(200, JSON, "null")), both(empty_reply(205))], [None, None]);
}

#[test]
fn text_and_bytes_beside_no_content_are_optional() {
    let file = |reply| answered(reply, |client| client.file()).expect("it is described");
    assert_eq!(file(reply(200, "application/octet-stream", "")), Some(Bytes::new()), "a file may be empty");
    assert_eq!(file(empty_reply(204)), None);
    let title = |reply| answered(reply, |client| client.title()).expect("it is described");
    assert_eq!(title(reply(200, "text/plain", "null")), Some("null".to_owned()), "any text is a title");
    assert_eq!(title(empty_reply(204)), None);
    let count = |reply| answered(reply, |client| client.count()).expect("it is described");
    assert_eq!([count(reply(200, "text/plain", "7")), count(empty_reply(204))], [Some(7), None]);
}

#[test]
fn another_status_without_a_body_is_a_variant() {
    assert_eq!(answered(empty_reply(202), |client| client.later()).expect("it is described"), LaterOutput::Accepted);
    let refused = answered(empty_reply(200), |client| client.later()).expect_err("200 has a body").to_string();
    assert!(refused.ends_with("expected a JSON body, found an empty one"), "{refused}");
}

#[test]
fn a_body_that_must_be_there_is_missed() {
    let refused = answered(empty_reply(200), |client| client.required()).expect_err("it must be there").to_string();
    assert!(refused.ends_with("expected a JSON body, found an empty one"), "{refused}");
}
