//! Reserved characters in paths, queries, cookies and forms, and headers of parts.

use reserved_case::generated::models::{SendBody, SendPoint};
use reserved_case::probe::*;

fn tags() -> Vec<String> {
    vec!["a:b".to_owned(), "c,d".to_owned()]
}

#[test]
fn reserved_characters_may_stand_as_they_are() {
    let request = sent(|client| client.send("a:@!$&'()*+,;=b", tags(), SendBody::new()).url("https://a.b/c?d=e"));
    let path = "/files/a:@!$&'()*+,;=b/.a:b,c,d";
    assert_eq!(request.uri.to_string(), format!("https://api.example.com{path}?url=https://a.b/c?d=e"));
}

#[test]
fn what_would_end_the_path_is_encoded_all_the_same() {
    assert_eq!(target(|client| client.send("a/b?c#d [e]", tags(), SendBody::new())), "/files/a/b%3Fc%23d%20%5Be%5D/.a:b,c,d");
    assert_eq!(target(|client| client.send("%2F%zz", tags(), SendBody::new())), "/files/%2F%25zz/.a:b,c,d");
}

#[test]
fn a_form_has_them_by_its_encoding() {
    let form = SendBody::new().url("https://a.b/c?d").plain("a/b").point(SendPoint::new().x(1));
    let (media_type, body) = body(|client| client.send("a", tags(), form));
    assert_eq!(media_type.as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(body, "url=https://a.b/c?d&plain=a%2Fb&x=1");
}

#[test]
fn headers_of_parts_are_the_callers() {
    let part = FilePart::new("f", "x").header("X-Checksum", "1");
    let (_, body) = body(|client| client.upload(part).note("n"));
    assert!(
        body.contains("name=\"file\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\nX-Checksum: 1\r\n\r\nx\r\n")
    );
}
