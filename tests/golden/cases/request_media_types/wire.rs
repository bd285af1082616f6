//! Bodies that are not JSON: forms, bytes, text, and a choice.

use request_media_types_case::generated::models::{Pet, SendFormBody, SendFormFilter};
use request_media_types_case::generated::operations::untagged::SendChoiceBody;
use request_media_types_case::probe::*;

fn form(form: SendFormBody) -> String {
    let (media_type, body) = body(|client| client.send_form(form));
    assert_eq!(media_type.as_deref(), Some("application/x-www-form-urlencoded"));
    body
}

#[test]
fn each_property_of_a_form_has_its_encoding() {
    assert_eq!(form(SendFormBody::new("Rex")), "name=Rex");
    let all = SendFormBody::new("Rex")
        .ids(vec![1, 2])
        .tags(vec!["a".to_owned(), "b".to_owned()])
        .filter(SendFormFilter::new().from("x"));
    // Joined, as the encoding of `ids` says; repeated, as is the default; and deep, as that of `filter` says.
    assert_eq!(form(all), "name=Rex&ids=1,2&tags=a&tags=b&filter%5Bfrom%5D=x");
    assert_eq!(form(SendFormBody::new("").ids(vec![]).tags(vec![])), "name=");
}

#[test]
fn a_form_is_encoded_as_browsers_do() {
    // The WHATWG's URL standard, section 5.2: a space becomes a plus sign, a plus sign is encoded.
    assert_eq!(form(SendFormBody::new("a b+c")), "name=a+b%2Bc");
    assert_eq!(form(SendFormBody::new("a&b=c;d%20\r\n")), "name=a%26b%3Dc%3Bd%2520%0D%0A");
    assert_eq!(form(SendFormBody::new("é喜🦀")), "name=%C3%A9%E5%96%9C%F0%9F%A6%80");
    assert_eq!(form(SendFormBody::new("AZaz09-._")), "name=AZaz09-._");
}

#[test]
fn bytes_go_as_they_are() {
    let request = sent(|client| client.send_bytes(vec![0, 255, 128]));
    assert_eq!(header_of(&request, "content-type").as_deref(), Some("application/octet-stream"));
    assert_eq!(request.body[..], [0, 255, 128]);
    let request = sent(|client| client.send_bytes(Body::factory(|| Body::from("streamed").into_stream())));
    assert_eq!(request.body, "streamed");
}

#[test]
fn text_goes_as_utf_8() {
    let (media_type, text) = body(|client| client.send_text().body("é喜\n"));
    assert!(media_type.is_some_and(|media_type| media_type.starts_with("text/plain")));
    assert_eq!(text, "é喜\n");
    assert_eq!(body(|client| client.send_text()), (None, String::new()));
}

#[test]
fn a_range_of_media_types_wants_one_of_it() {
    let png = body(|client| client.send_image().body("PNG").content_type("image/png"));
    assert_eq!(png, (Some("image/png".to_owned()), "PNG".to_owned()));
    assert_eq!(body(|client| client.send_image()), (None, String::new()));
}

#[test]
fn a_choice_says_which_media_type_it_is() {
    let choice = |choice: SendChoiceBody| body(|client| client.send_choice(choice));
    let json = choice(Pet::new().name("Rex").into());
    assert_eq!(json, (Some("application/json".to_owned()), r#"{"name":"Rex"}"#.to_owned()));
    assert_eq!(choice("a;b".to_owned().into()), (Some("text/csv".to_owned()), "a;b".to_owned()));
    assert_eq!(choice(Body::from("%PDF").into()), (Some("application/pdf".to_owned()), "%PDF".to_owned()));
}

#[test]
fn of_the_same_schema_in_several_media_types_json_is_sent() {
    let same = body(|client| client.send_same(Pet::new()));
    assert_eq!(same, (Some("application/json".to_owned()), "{}".to_owned()));
}
