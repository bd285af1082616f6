//! The media type of an upload: that of the parameter, else that of the body, else that of the description.

use upload_types_case::generated::models::ImageContentType;
use upload_types_case::generated::operations::untagged::SeveralBody;
use upload_types_case::probe::*;

fn png() -> Body {
    Body::from(b"\x89PNG").with_media_type("image/png")
}

/// The media type that a call sends.
fn media_type<O: Operation>(call: impl FnOnce(&Client) -> O) -> String {
    let request = sent(call);
    assert_eq!(request.headers.get_all("content-type").iter().count(), 1);
    header_of(&request, "content-type").unwrap_or_default()
}

#[test]
fn a_parameter_says_what_an_upload_is() {
    assert_eq!(media_type(|client| client.upload(vec![1])), "application/octet-stream");
    assert_eq!(media_type(|client| client.upload(png())), "image/png");
    assert_eq!(media_type(|client| client.upload(vec![1]).content_type("text/csv; header=present")), "text/csv; header=present");
    assert_eq!(media_type(|client| client.upload(png()).content_type("text/csv")), "text/csv", "the parameter goes first");
    assert_eq!(media_type(|client| client.image(ImageContentType::ImageJpeg).body(png())), "image/jpeg");
}

#[test]
fn a_body_says_what_it_is() {
    assert_eq!(media_type(|client| client.plain("text")), "application/pdf");
    assert_eq!(media_type(|client| client.plain(png())), "image/png");
    assert_eq!(media_type(|client| client.range(png())), "image/png");
    assert_eq!(media_type(|client| client.range(png()).content_type("a/b")), "a/b");
    assert_eq!(media_type(|client| client.range(b"a")), "application/octet-stream");
    assert_eq!(media_type(|client| client.several(SeveralBody::Zip(png()))), "image/png");
    let refused = refusal(|client| client.plain(Body::from("a").with_media_type("a/b\r\nx: y")));
    assert!(refused.contains("header `content-type`: the value holds a line break"), "{refused}");
}

#[test]
fn a_body_is_anything_that_is_bytes() {
    let text = |body: Body| String::from_utf8(sent(|client| client.plain(body)).body.to_vec()).unwrap_or_default();
    assert_eq!(text(vec![97].into()), "a");
    assert_eq!(text(b"a".into()), "a");
    assert_eq!(text((&b"a"[..]).into()), "a");
    assert_eq!(text("a".into()), "a");
    assert_eq!(text(String::from("a").into()), "a");
    assert_eq!(text(Bytes::from_static(b"a").into()), "a");
    assert_eq!(text(Body::from("a").into_stream().into()), "a");
}

#[test]
fn the_media_type_of_other_bodies_is_that_of_the_description() {
    assert_eq!(media_type(|client| client.json(JsonObject::new())), "application/json");
    assert_eq!(media_type(|client| client.several(SeveralBody::Json(JsonObject::new()))), "application/json");
}
