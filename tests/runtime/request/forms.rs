//! Forms: pairs, and bodies of several parts.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde_json::json;

use super::{built, refused};
use crate::runtime::{Body, FilePart, MultipartForm, QueryStyle, Request};

fn form(value: &serde_json::Value, styles: &[(&str, QueryStyle)]) -> String {
    let request = built(|request| request.form(value, styles));
    assert_eq!(request.headers()[CONTENT_TYPE], "application/x-www-form-urlencoded");
    text(request)
}

fn text(request: Request) -> String {
    let bytes = request.into_body().try_into_bytes().expect("it is in memory");
    String::from_utf8(bytes.to_vec()).expect("it is text")
}

#[test]
fn properties_are_pairs() {
    assert_eq!(form(&json!({"a b": "c&d=é", "n": 1.5, "yes": true, "none": null}), &[]), "a+b=c%26d%3D%C3%A9&n=1.5&yes=true");
    assert_eq!(form(&json!({"tags": ["a", null, "b c"], "empty": []}), &[]), "tags=a&tags=b+c");
    assert_eq!(form(&json!({"in": {"a": 1}}), &[]), "in=%7B%22a%22%3A1%7D");
}

#[test]
fn each_property_has_its_style() {
    let ids = json!({"ids": [1, 2], "deep": {"a": {"b": [true]}}, "json": [1, {"a": 2}]});
    let styles = [("ids", QueryStyle::Form { explode: false }), ("deep", QueryStyle::DeepObject), ("json", QueryStyle::Json)];
    assert_eq!(form(&ids, &styles), "deep%5Ba%5D%5Bb%5D%5B0%5D=true&ids=1,2&json=%5B1%2C%7B%22a%22%3A2%7D%5D");
    assert_eq!(form(&json!({"ids": [1, 2]}), &[("ids", QueryStyle::PipeDelimited { explode: false })]), "ids=1%7C2");
}

#[test]
fn reserved_characters_can_stand_as_they_are_in_one_property() {
    let value = json!({"plain": "a/b", "url": "https://a/?q=1&r=%2F%zz#x +[é]"});
    let styles = [("url", QueryStyle::Form { explode: true })];
    let request = built(|request| request.form_reserved(&value, &styles, &["url"]));
    assert_eq!(text(request), "plain=a%2Fb&url=https://a/?q=1%26r=%2F%25zz%23x+%2B%5B%C3%A9%5D");
}

#[test]
fn only_objects_are_forms() {
    assert_eq!(refused(|request| request.form(&json!([1]), &[])), "body: only an object can be written as a form");
    let request = built(|request| request.form(&None::<String>, &[]));
    assert_eq!(request.headers().get(CONTENT_TYPE), None);
    assert_eq!(text(request), "");
}

/// The body with `B` in place of the boundary.
fn parts(form: MultipartForm) -> String {
    let request = built(|request| request.multipart("multipart/form-data", form));
    let content_type = request.headers()[CONTENT_TYPE].to_str().expect("it is text").to_owned();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("it has a boundary").to_owned();
    assert_eq!(boundary.len(), 32);
    text(request).replace(&boundary, "B")
}

#[test]
fn parts_have_their_headers() {
    let mut form = MultipartForm::new();
    form.file("file", FilePart::new("a \"b\"\r\n.txt", "content").content_type("text/plain").header("X-Part", "1"));
    form.files("more", [FilePart::from(Bytes::from_static(b"\x01"))]);
    form.value("name", &"é\r\n");
    form.value("numbers", &json!([1, null, 2]));
    form.value("object", &json!({"a": 1}));
    form.value("none", &None::<String>);
    form.value_as("note", "text/markdown", &"# a");
    form.value_as("list", "application/json", &json!([1]));
    let expected = [
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22%0D%0A.txt\"\r\n\
         Content-Type: text/plain\r\nX-Part: 1\r\n\r\ncontent\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"file\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n\u{1}\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\né\r\n\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"numbers\"\r\n\r\n1\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"numbers\"\r\n\r\n2\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"object\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/markdown\r\n\r\n# a\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"list\"\r\nContent-Type: application/json\r\n\r\n[1]\r\n",
        "--B--\r\n",
    ];
    assert_eq!(parts(form), expected.concat());
}

#[test]
fn a_streamed_part_streams_the_form() {
    let content = Body::factory(|| Body::from("streamed").into_stream());
    let mut form = MultipartForm::new();
    form.file("file", content);
    let request = built(|request| request.multipart("multipart/form-data", form));
    assert_eq!(request.body().as_bytes(), None);
    assert!(request.body().try_clone().is_some(), "it can be sent again");
    let mut form = MultipartForm::new();
    form.file("file", Body::once(Body::from("once").into_stream()));
    let request = built(|request| request.multipart("multipart/form-data", form));
    assert!(request.body().try_clone().is_none(), "it cannot be sent again");
}

#[test]
fn what_no_part_can_hold_is_refused() {
    let mut form = MultipartForm::new();
    form.file("file", FilePart::new("a", "b").header("X", "1\r\nY: 2"));
    let message = refused(|request| request.multipart("multipart/form-data", form));
    assert_eq!(message, "body: file: a header of the part holds a line break or another control character");
    let mut form = MultipartForm::new();
    form.value("weight", &f64::NAN);
    assert_eq!(refused(|request| request.multipart("multipart/form-data", form)), "body: weight: NaN is not a number in JSON");
}

#[test]
fn values_in_json_and_plain_places() {
    let place = json!({"city": "Köln", "n": 1});
    let request = built(|request| {
        request.query_styled("filter", QueryStyle::Json, &place);
        request.query_reserved("at", QueryStyle::Form { explode: true }, &"https://a/b?c&d=e#f g");
        request.header_exploded("x-a", &json!({"R": 1, "G": 2}));
        request.header_json("x-b", &json!({"R": 1}));
        request.cookie_plain("c", true, &json!(["1", "2"]));
        request.cookie_json("d", &json!([1]));
    });
    let query = "filter=%7B%22city%22%3A%22K%C3%B6ln%22%2C%22n%22%3A1%7D&at=https://a/b?c%26d=e%23f%20g";
    assert_eq!(request.uri().query(), Some(query));
    assert_eq!(request.headers()["x-a"], "G=2,R=1");
    assert_eq!(request.headers()["x-b"], r#"{"R":1}"#);
    assert_eq!(request.headers()["cookie"], "c=1; c=2; d=%5B1%5D");
    let request = built(|request| request.query_string(&json!({"a": [1, 2], "b": "c d"})));
    assert_eq!(request.uri().query(), Some("a=1&a=2&b=c+d"));
    let request = built(|request| request.query_string_json(&json!({"a": 1})));
    assert_eq!(request.uri().query(), Some("%7B%22a%22%3A1%7D"));
}
