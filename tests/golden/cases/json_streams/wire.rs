//! JSON that grpc-gateway sends value by value although it is described as one document, and bodies without a schema.

use json_streams_case::generated::models::{Change, Line, Status};
use json_streams_case::generated::operations::untagged::{ArchiveError, WatchError};
use json_streams_case::probe::*;

const JSON: &str = "application/json";

fn line(text: &str) -> Line {
    with(Line::new(), |line| line.text = Some(text.to_owned()))
}

fn status(message: &str) -> Status {
    with(Status::new(), |status| status.message = Some(message.to_owned()))
}

fn change(text: &str) -> Change {
    with(Change::new(), |change| change.result = Some(line(text)))
}

#[test]
fn each_line_is_an_item_of_the_stream() {
    let (client, transport) = client_and_transport(|client| client);
    let first = reply(200, JSON, "{\"result\":{\"text\":\"a\"}}\n{\"result\":{\"te");
    transport.reply(first.body("xt\":\"b\"}}\n{\"error\":{\"message\":\"lost\"}}\n"));
    let mut stream = block_on(client.watch().into_future()).expect("it is a success");
    assert_eq!(header_of(&transport.requests()[0], "accept").as_deref(), Some(JSON));
    let mut next = || block_on(stream.next()).transpose().expect("each line is an item");
    let lost = with(Change::new(), |change| change.error = Some(status("lost")));
    assert_eq!([next(), next(), next(), next()], [Some(change("a")), Some(change("b")), Some(lost), None]);
}

#[test]
fn items_come_before_the_stream_ends() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, JSON, "{\"result\":{\"text\":\"a\"}}\n").then_nothing());
    let mut stream = block_on(client.tail().stream()).expect("it is a success");
    let item = block_on(stream.next()).expect("an item came").expect("it is a line");
    assert_eq!(item.result, Some(line("a")));
}

#[test]
fn all_items_of_a_stream_that_ends_are_a_list() {
    let two = "{\"result\":{\"text\":\"a\"}}\n{\"result\":{\"text\":\"b\"}}\n";
    assert_eq!(answered(reply(200, JSON, two), |client| client.watch()).expect("it is a success"), [change("a"), change("b")]);
    let failed = error(reply(500, JSON, r#"{"message":"no"}"#), |client| client.watch());
    assert_eq!(failed, Some(WatchError::Default(Box::new(status("no")))));
}

#[test]
fn prose_makes_no_stream() {
    let read = answered(reply(200, JSON, r#"{"text":"a"}"#), |client| client.events()).expect("it is a line");
    assert_eq!(read, line("a"));
}

#[test]
fn bytes_without_a_schema_are_a_download() {
    let tar = b"ustar\x00\xff";
    let bytes = answered(reply(200, "application/gzip", &tar[..]), |client| client.archive()).expect("it is a success");
    assert_eq!(bytes, Bytes::from_static(tar));
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/x-tar", "us").body("tar"));
    let mut download = block_on(client.archive().stream()).expect("it is a success");
    let mut next = || block_on(download.next()).transpose().expect("the connection holds");
    assert_eq!([next(), next(), next()], [Some(Bytes::from("us")), Some(Bytes::from("tar")), None]);
    let missing = error(reply(404, JSON, r#"{"message":"no"}"#), |client| client.archive());
    assert_eq!(missing, Some(ArchiveError::NotFound(Box::new(status("no")))));
}

#[test]
fn json_and_text_without_a_schema_are_no_body() {
    answered(empty_reply(200), |client| client.prune()).expect("it is a success");
    answered(reply(200, "text/plain", "OK"), |client| client.ping()).expect("it is a success");
    answered(empty_reply(200), |client| client.head_of_archive()).expect("it is a success");
    answered(empty_reply(204), |client| client.restore()).expect("it is a success");
}

#[test]
fn items_may_be_described_in_another_file() {
    let two = "{\"result\":{\"at\":1}}\n{\"result\":{\"at\":null}}\n";
    let items = answered(reply(200, JSON, two), |client| client.log()).expect("it is a success");
    let times: Vec<_> = items.iter().map(|item| item.result.as_ref().and_then(|result| result.at)).collect();
    assert_eq!(times, [Some(1), None]);
}
