//! Errors name the place of a call: method, scheme, host, port and path template, and none of its values.

use std::error::Error as _;

use serde_json::json;

use super::{client_with, function, transport};
use crate::generated::operations::cloud_functions::GetError;
use crate::runtime::{Client, Download, Error, LineStream, MemoryTransport, Reply, StatusCode, Value};

const PLACE: &str = "GET https://api.example.com:8443/cloud-function/{name}/: ";
const SECRET: &str = "hunter2";

fn client(transport: &MemoryTransport) -> Client {
    client_with(transport, |client| client.base_url("https://api.example.com:8443/base").retries(0))
}

async fn get(reply: Reply) -> Error<GetError> {
    client(&transport([reply])).cloud_functions().get(SECRET).await.expect_err("the reply is an error")
}

fn redirect(location: &str) -> Reply {
    Reply::new(StatusCode::TEMPORARY_REDIRECT).header("location", location)
}

#[tokio::test]
async fn each_kind_of_error_names_its_place() {
    for reply in [
        Reply::new(StatusCode::NOT_FOUND),
        Reply::json(StatusCode::OK, &json!(7)),
        Reply::connect_failure("refused"),
        Reply::failure("reset"),
        Reply::never(),
        redirect("/elsewhere"),
    ] {
        let error = get(reply).await;
        assert!(error.to_string().starts_with(PLACE), "{error}");
        assert!(format!("{error:?}").contains("GET https://api.example.com:8443/cloud-function/{name}/"), "{error:?}");
        assert_eq!(error.server(), Some("https://api.example.com:8443"));
        let printed = format!("{error} {error:?} {:?}", error.source());
        assert!(!printed.contains(SECRET) && !printed.contains("/base/"), "{printed}");
    }
}

#[tokio::test]
async fn errors_before_anything_is_sent_name_their_place() {
    let error = client(&transport([])).cloud_functions().get("..").await.expect_err("the name climbs");
    assert!(error.to_string().starts_with(&format!("{PLACE}path parameter `name`: ")), "{error}");
    let error = LineStream::<Value>::open(client(&transport([])).cloud_functions().get(".."), None).await;
    assert!(error.expect_err("the name climbs").to_string().starts_with(PLACE));
}

#[tokio::test]
async fn errors_of_streams_name_their_place() {
    let replies = [
        Reply::new(StatusCode::CONFLICT),
        Reply::new(StatusCode::OK).body("1").then_failure("reset"),
        Reply::new(StatusCode::OK).body("x\n"),
    ];
    let client = client(&transport(replies));
    let get = || client.cloud_functions().get(SECRET);
    let error = Download::open(get(), None).await.expect_err("it is refused");
    assert!(error.to_string().starts_with(PLACE), "{error}");
    let mut download = Download::open(get(), None).await.expect("it begins");
    download.next().await.expect("there is a piece").expect("it is whole");
    let error = download.next().await.expect("there is an error").expect_err("it breaks off");
    assert!(error.to_string().starts_with(PLACE), "{error}");
    let mut lines = LineStream::<Value>::open(get(), None).await.expect("it begins");
    let error = lines.next().await.expect("there is a line").expect_err("it is no JSON");
    assert!(error.to_string().starts_with(PLACE) && error.server() == Some("https://api.example.com:8443"), "{error}");
}

#[tokio::test]
async fn errors_of_pages_name_their_place() {
    let page = json!({"meta": {"next": "/next?key=hunter2"}, "objects": [function(1)]});
    let client = client(&transport([Reply::json(StatusCode::OK, &page), Reply::new(StatusCode::CONFLICT)]));
    let mut pages = client.cloud_functions().list().pages();
    pages.next().await.expect("there is a page").expect("it is a success");
    let error = pages.next().await.expect("there is a next page").expect_err("it is refused");
    assert_eq!(error.to_string(), "GET https://api.example.com:8443/cloud-function/: 409 Conflict");
}

#[tokio::test]
async fn a_redirect_names_its_target_and_no_value() {
    for (location, target) in [
        ("https://login.example.com/sso?token=hunter2#hunter2", "https://login.example.com/sso"),
        ("https://user:hunter2@login.example.com:444/sso", "https://login.example.com:444/sso"),
        ("//login.example.com", "https://login.example.com/"),
        ("/elsewhere", "https://api.example.com:8443/elsewhere"),
        ("/cloud-function/hunter2", "https://api.example.com:8443/cloud-function/{name}"),
        ("?key=hunter2", "https://api.example.com:8443/base/cloud-function/{name}/"),
        ("../other/", "https://api.example.com:8443/base/cloud-function/{name}/../other/"),
    ] {
        let error = get(redirect(location).body(format!("<a href='{location}'>"))).await;
        assert_eq!(error.to_string(), format!("{PLACE}307 Temporary Redirect to {target}"), "{location}");
        let api = error.api().expect("the server answered");
        assert_eq!(api.redirect_target(), Some(target));
        assert_eq!(api.headers()["location"], location, "the caller may decide to follow it");
        assert!(format!("{:?}", api.headers()).contains(r#""location": Sensitive"#));
    }
    for location in ["javascript:alert(1)", "mailto:a@b.example", "", "\u{fc}"] {
        let error = get(redirect(location)).await;
        assert!(error.to_string().starts_with(&format!("{PLACE}307 Temporary Redirect")), "{error}");
    }
    let error = get(Reply::new(StatusCode::NOT_FOUND).header("location", "/elsewhere")).await;
    assert_eq!(error.api().and_then(|api| api.redirect_target()), None, "it is no redirect");
}
