//! Parts by what they hold: the Encoding Object of OpenAPI 3.1.1, and Content-Transfer-Encoding of RFC 2045.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::task::{Context, Poll};

use multipart_contents_case::generated::models::{Circle, SendValuesShape, Square};
use multipart_contents_case::probe::*;

/// A stream of a text in pieces of so many bytes.
struct Pieces(&'static [u8], usize);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, Box<dyn std::error::Error + Send + Sync>>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let (piece, rest) = self.0.split_at(self.1.min(self.0.len()));
        self.0 = rest;
        Poll::Ready((!piece.is_empty()).then(|| Ok(Bytes::from_static(piece))))
    }
}

/// The parts that a call sends, without what encloses them.
fn parts<O: Operation>(call: impl FnOnce(&Client) -> O) -> Vec<String> {
    let (media_type, body) = body(call);
    let media_type = media_type.unwrap_or_default();
    let (_, boundary) = media_type.split_once("; boundary=").expect("the media type names the boundary");
    let pieces = body.split(&format!("--{boundary}")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(pieces.first().map(String::as_str), Some(""));
    assert_eq!(pieces.last().map(String::as_str), Some("--\r\n"));
    let part = |piece: &String| piece.trim_start_matches("\r\n").strip_suffix("\r\n").unwrap_or_default().to_owned();
    pieces[1..pieces.len() - 1].iter().map(part).collect()
}

fn file(name: &str, file_name: &str, media_type: &str, content: &str) -> String {
    let head = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n");
    format!("{head}Content-Type: {media_type}\r\n\r\n{content}")
}

fn value(name: &str, media_type: &str, content: &str) -> String {
    let media_type = if media_type.is_empty() { String::new() } else { format!("Content-Type: {media_type}\r\n") };
    format!("Content-Disposition: form-data; name=\"{name}\"\r\n{media_type}\r\n{content}")
}

#[test]
fn content_media_type_encoding_and_no_type_make_files() {
    let sent = parts(|client| client.upload("1", "2", FilePart::new("f.bin", "3"), vec!["4".into(), "5".into()], "6"));
    let expected = [
        file("octets", "file", "application/octet-stream", "1"),
        file("pdf", "file", "application/pdf", "2"),
        file("free", "f.bin", "application/octet-stream", "3"),
        file("pages", "file", "image/png", "4"),
        file("pages", "file", "image/png", "5"),
        file("declared", "file", "image/gif", "6"),
    ];
    assert_eq!(sent, expected);
}

#[test]
fn files_may_be_optional_null_or_alternatives() {
    let sent = parts(|client| {
        let typed = FilePart::new("a.jpg", "a").content_type("image/jpeg");
        let call = client.upload("", "", "", vec![], typed.clone()).ranged(typed).old("b").maybe("c");
        call.several(vec!["d".into()]).one_or_more(vec!["e".into(), "f".into()]).file_or_text(FilePart::text("https://g"))
    });
    let expected = [
        file("declared", "a.jpg", "image/jpeg", "a"),
        file("ranged", "a.jpg", "image/jpeg", "a"),
        file("old", "file", "application/octet-stream", "b"),
        file("maybe", "file", "application/octet-stream", "c"),
        file("several", "file", "application/octet-stream", "d"),
        file("oneOrMore", "file", "application/octet-stream", "e"),
        file("oneOrMore", "file", "application/octet-stream", "f"),
        value("fileOrText", "", "https://g"),
    ];
    assert_eq!(sent[3..], expected);
}

#[test]
fn content_encoding_is_that_of_the_part() {
    let in_base64 = "\r\nContent-Transfer-Encoding: base64\r\n";
    let streamed = |length| Body::factory(move || Box::pin(Pieces(b"streamed", length))).with_length(8);
    let streamed = [1, 2, 5, 8].map(|length| (streamed(length), "c3RyZWFtZWQ="));
    let whole = [(Body::from(b"\x89PNG\xff"), "iVBOR/8="), (Body::empty(), "")];
    for (content, text) in whole.into_iter().chain(streamed) {
        let sent = parts(|client| client.upload_encoded(FilePart::new("a.png", content)));
        assert_eq!(sent, [file("picture", "a.png", "image/png", text).replacen("\r\n\r\n", &format!("{in_base64}\r\n"), 1)]);
    }
    let sent = parts(|client| client.upload_encoded("").key("k").plain("p").hex("00ff").text(b"t"));
    let octets = "application/octet-stream";
    let expected = [
        file("key", "file", octets, "aw==").replacen("\r\n\r\n", &format!("{in_base64}\r\n"), 1),
        file("plain", "file", octets, "p"),
        file("hex", "file", octets, "00ff"),
        value("text", "", "dA=="),
    ];
    assert_eq!(sent[1..], expected);
}

#[test]
fn json_and_text_are_values() {
    let sent = parts(|client| {
        let call =
            client.send_values(r#"{"a": 1}"#).any_json(json!("b")).html("<p>").counts(BTreeMap::from([("c".to_owned(), 1)]));
        call.shape(SendValuesShape::Square(Box::new(Square::new(2)))).names(vec!["d".to_owned()]).list(vec![json!("e"), json!(1)])
    });
    let expected = [
        value("json", "application/json", r#"{"a": 1}"#),
        value("anyJson", "application/json", "\"b\""),
        value("html", "text/html", "<p>"),
        value("shape", "application/json", r#"{"side":2}"#),
        value("counts", "application/json", r#"{"c":1}"#),
        value("names", "", "d"),
        value("list", "", "e"),
        value("list", "", "1"),
    ];
    assert_eq!(sent, expected);
}

#[test]
fn objects_are_json_or_written_by_the_caller() {
    let sent = parts(|client| client.send_values("1").circle(Circle::new(3)).xml("<circle/>"));
    let expected =
        [value("circle", "application/vnd.circle+json", r#"{"radius":3}"#), file("xml", "file", "application/xml", "<circle/>")];
    assert_eq!(sent[1..], expected);
}

#[test]
fn a_required_part_with_one_value_is_sent_by_itself() {
    let sent = parts(|client| client.send_fixed("n"));
    let fixed =
        [value("kind", "", "a b"), value("name", "", "n"), value("version", "application/json", "2"), value("maybe", "", "true")];
    assert_eq!(sent, fixed);
}

#[test]
fn a_part_in_a_style_is_not_percent_encoded() {
    let sent = parts(|client| client.send_styled().commas(vec!["a b".to_owned(), "é%&".to_owned()]).pipes(vec![1, 2]));
    assert_eq!(sent, [value("commas", "", "a b,é%&"), value("pipes", "", "1|2")]);
    let spaces = [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())].into();
    let sent = parts(|client| client.send_styled().spaces(spaces).deep(Circle::new(3)).files(vec!["x".into()]));
    let file = file("files", "file", "application/octet-stream", "x");
    assert_eq!(sent, [value("spaces", "", "a 1 b 2"), value("deep[radius]", "", "3"), file]);
}

#[test]
fn other_forms_of_several_parts_are_like_form_data() {
    let (media_type, _) = body(|client| client.send_mixed().note("a"));
    assert!(media_type.is_some_and(|media_type| media_type.starts_with("multipart/mixed; boundary=")));
    let sent = parts(|client| client.send_mixed().note("a").file("b"));
    assert_eq!(sent, [value("note", "", "a"), file("file", "file", "application/octet-stream", "b")]);
    let mut form = MultipartForm::new();
    form.file("any", "c");
    assert_eq!(parts(|client| client.send_any(form)), [file("any", "file", "application/octet-stream", "c")]);
}

#[test]
fn content_media_type_makes_bytes_of_a_body() {
    let downloaded = answered(reply(200, "application/octet-stream", &b"\x00\xff"[..]), |client| client.download());
    assert_eq!(downloaded.ok(), Some(Bytes::from_static(b"\x00\xff")));
    assert_eq!(sent(|client| client.replace(Body::from(b"\x89").with_media_type("image/png"))).body[..], [0x89]);
}
