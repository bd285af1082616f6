//! Parameters with one value: required ones are sent by themselves, optional ones are the caller's to send.

use one_value_parameters_case::generated::models::{ReplaceXApiVersion, ThingsFormat};
use one_value_parameters_case::probe::*;

const QUERY: &str = "name=a&all=true&ratio=0.5&kinds=plain";

#[test]
fn a_required_one_is_sent_by_itself() {
    let request = sent(|client| client.things("a"));
    assert_eq!(request.uri.to_string(), format!("https://api.example.com/main%20site/things/2?{QUERY}&maybe=a"));
    assert_eq!(header_of(&request, "x-api-version").as_deref(), Some("2024-10-01"));
    assert_eq!(header_of(&request, "x-maybe").as_deref(), Some("1"));
    assert_eq!(header_of(&request, "cookie").as_deref(), Some("session=none"));
}

#[test]
fn an_optional_one_is_sent_if_it_is_given() {
    let query = query(|client| client.things("a").format(ThingsFormat::Json)).unwrap_or_default();
    assert_eq!(query, format!("{QUERY}&format=json&maybe=a"));
}

#[test]
fn an_operation_may_have_several_where_its_path_has_one() {
    let request = sent(|client| client.replace(ReplaceXApiVersion::N2));
    assert_eq!(request.uri.path(), "/main%20site/things/3");
    assert_eq!(header_of(&request, "x-api-version").as_deref(), Some("2"));
}

#[test]
fn each_page_is_asked_for_with_it() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", r#"{"items":[1]}"#));
    transport.reply(reply(200, "application/json", r#"{"items":[]}"#));
    let mut pages = client.pages().pages();
    while let Some(page) = block_on(pages.next()) {
        page.expect("it is a page");
    }
    let queries: Vec<_> = transport.requests().iter().map(|request| request.uri.query().map(str::to_owned)).collect();
    assert_eq!(queries, [Some("size=100".to_owned()), Some("size=100&page=2".to_owned())]);
}
