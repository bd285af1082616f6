//! Redirects are told, not followed, and no credential travels.

use minapp_client::StatusCode;
use minapp_client::models::NewCloudFunction;
use tests::minapp_server::{Answer, Fault, MinappServer};

use crate::fixture::{ECHO, client};

#[tokio::test]
async fn a_redirect_to_another_origin_is_not_followed() {
    let (server, other) = (MinappServer::start(), MinappServer::start());
    let functions = client(&server, |builder| builder.header("cookie", "sessionid=secret"));
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/cloud-function/", other.url());
        let answer = Answer::empty(status).header("location", &location);
        server.fault(Fault::answer(answer.clone()));
        let error = functions.list().await.expect_err("it is no page");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        server.fault(Fault::answer(answer));
        let error = functions.create(NewCloudFunction::new("hello", ECHO)).await.expect_err("it is no function");
        let api = error.api().expect("the service answered");
        assert_eq!(api.headers()["location"].to_str().ok(), Some(&*location), "the caller may decide to follow it");
    }
    assert_eq!(other.attempts(), 0);
}

#[tokio::test]
async fn a_redirect_never_changes_the_method() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder);
    server.fault(Fault::answer(Answer::empty(303).header("location", "/userve/v1.3/cloud-function/")));
    let _ = functions.create(NewCloudFunction::new("hello", ECHO)).await;
    assert!(server.requests().iter().all(|request| request.method == "POST"), "{:?}", server.request_lines());
}

#[tokio::test]
async fn the_page_a_redirect_carries_is_kept() {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder);
    let answer = Answer::new(302, "text/html", "<a href=\"/login\">").header("location", "/login");
    server.fault(Fault::answer(answer));
    let error = functions.list().await.expect_err("it is no page");
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert_eq!(error.api().map(|api| &api.bytes()[..]), Some(&b"<a href=\"/login\">"[..]));
}
