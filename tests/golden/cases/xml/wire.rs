//! XML goes and comes as text.

use xml_case::generated::models::Pet;
use xml_case::generated::operations::untagged::{CreateError, ReplaceBody};
use xml_case::probe::*;

const REX: &str = "<pet><name>Réx</name></pet>";

#[test]
fn xml_is_text_with_its_media_type() {
    let (media_type, text) = body(|client| client.create(REX));
    assert!(media_type.is_some_and(|media_type| media_type.starts_with("application/xml")));
    assert_eq!(text, REX);
    let created = answered(reply(200, "application/vnd.pets+xml", REX), |client| client.create(REX));
    assert_eq!(created.expect("it is text"), REX);
    let wrong = error(reply(400, "text/xml", "<why/>"), |client| client.create(REX));
    assert_eq!(wrong, Some(CreateError::BadRequest("<why/>".to_owned())));
}

#[test]
fn where_there_is_another_way_to_write_it_xml_is_not_used() {
    let sent = body(|client| client.replace().body(ReplaceBody::Json(vec![Pet::new()])));
    assert_eq!(sent, (Some("application/json".to_owned()), "[{}]".to_owned()));
    let same = answered(reply(200, "application/json", r#"{"name":"Rex"}"#), |client| client.same());
    assert_eq!(same.expect("it is JSON"), Pet::new().name("Rex"));
    assert_eq!(header("accept", |client| client.same()).as_deref(), Some("application/json"));
}

#[test]
fn latin_1_is_understood_and_other_bytes_are_an_error() {
    let answer =
        |content_type: &str| Reply::new(StatusCode::OK).header("content-type", content_type).body(&b"<pet>\xe9</pet>"[..]);
    let latin = answered(answer("application/xml; charset=ISO-8859-1"), |client| client.create("<pet/>"));
    assert_eq!(latin.expect("it is text"), "<pet>é</pet>");
    let broken = answered(answer("application/xml"), |client| client.create("<pet/>"));
    let message = broken.expect_err("it is no UTF-8").to_string();
    assert!(message.contains("expected text"), "{message}");
}
