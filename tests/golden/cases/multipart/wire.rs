//! Multipart bodies, as RFC 7578 and the HTML standard have them.

use multipart_case::generated::models::Meta;
use multipart_case::probe::*;

/// What `upload` and its like send, with `B` in place of the boundary.
fn parts<O: Operation>(call: impl FnOnce(&Client) -> O) -> String {
    let (media_type, body) = body(call);
    let media_type = media_type.unwrap_or_default();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").expect("the media type names the boundary");
    body.replace(boundary, "B")
}

fn part(name: &str, rest: &str) -> String {
    format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n")
}

#[test]
fn what_is_required_is_a_part_each() {
    let sent = parts(|client| client.upload("content", "a test", vec![FilePart::new("1.png", "one"), "two".into()]));
    let octets = "Content-Type: application/octet-stream\r\n\r\n";
    let expected = [
        part("file", &format!("; filename=\"file\"\r\n{octets}content")),
        part("purpose", "\r\n\r\na test"),
        part("pages", &format!("; filename=\"1.png\"\r\n{octets}one")),
        part("pages", &format!("; filename=\"file\"\r\n{octets}two")),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(sent, expected.concat());
}

#[test]
fn values_are_written_by_their_type_and_encoding() {
    let sent = parts(|client| {
        let call = client.upload("", "", vec![]).meta(Meta::new("é")).note("# a").count(3);
        call.thumbnail(FilePart::new("t", "x").content_type("image/png").header("X-Part", "1")).extras(vec!["y".into()])
    });
    for part in [
        part("purpose", "\r\n\r\n"),
        part("thumbnail", "; filename=\"t\"\r\nContent-Type: image/png\r\nX-Part: 1\r\n\r\nx"),
        part("extras", "; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\ny"),
        // Objects are JSON by default, and the encoding of `note` says what it is.
        part("meta", "\r\nContent-Type: application/json\r\n\r\n{\"author\":\"é\"}"),
        part("note", "\r\nContent-Type: text/markdown\r\n\r\n# a"),
        part("count", "\r\n\r\n3"),
    ] {
        assert!(sent.contains(&part), "{sent} lacks {part}");
    }
    assert!(!sent.contains("name=\"pages\""), "no file is no part: {sent}");
}

#[test]
fn names_cannot_end_their_header() {
    let sent = parts(|client| client.upload(FilePart::new("a\"\r\nX: 1", ""), "", vec![]));
    assert!(sent.contains("; filename=\"a%22%0D%0AX: 1\"\r\n"), "{sent}");
    let header = refusal(|client| client.upload(FilePart::new("a", "").content_type("a\r\nX: 1"), "", vec![]));
    assert_eq!(
        header,
        "POST https://api.example.com/files: body: file: a header of the part holds a line break or another control character"
    );
}

#[test]
fn a_form_of_unknown_parts_is_put_together_by_hand() {
    let mut form = MultipartForm::new();
    form.value("a", &1);
    form.file("b", FilePart::new("b.txt", "c").content_type("text/plain"));
    let expected =
        [part("a", "\r\n\r\n1"), part("b", "; filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\nc"), "--B--\r\n".to_owned()];
    assert_eq!(parts(|client| client.upload_anything(form)), expected.concat());
}
