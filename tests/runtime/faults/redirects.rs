//! Redirects, which are told and not followed: neither a credential nor a body goes where a server points.

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, client, printed};
use crate::generated::models::CloudFunction;
use crate::runtime::{ClientBuilder, ErrorKind};

fn set(client: ClientBuilder) -> ClientBuilder {
    client.header("cookie", "session=hunter2").header("x-api-key", "hunter2").header("authorization", "Bearer hunter2")
}

#[tokio::test]
async fn no_redirect_is_followed_anywhere() {
    for way in WAYS {
        for status in [300, 301, 302, 303, 304, 305, 307, 308, 399] {
            let elsewhere = ScriptedServer::start([Script::new().hold()]);
            for location in
                [elsewhere.origin(), "/", "//127.0.0.1:1/", "http://user:pass@127.0.0.1:1/", "javascript:alert(1)", "\u{1f}"]
            {
                let head =
                    format!("HTTP/1.1 {status} So\r\nlocation: {location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let server = ScriptedServer::start([head]);
                let error = way.take(client(&server, set).cloud_functions().get("a")).await.error();
                assert!(!printed(&error).contains("hunter2"), "{error:?}");
                // A control character in a header is no HTTP.
                let is_answer = location != "\u{1f}";
                assert_eq!(matches!(error.kind(), ErrorKind::Api(_)), is_answer, "{way:?}, {status}: {error}");
                assert_eq!(error.status().map(|status| status.as_u16()), is_answer.then_some(status), "{way:?}, {location:?}");
                assert_eq!(server.connections(), 1, "{way:?}, {status}");
                let told = error.headers().and_then(|headers| headers.get("location"));
                assert!(!is_answer || told.is_some_and(|told| told == location), "the caller may decide to follow it");
            }
            assert_eq!(elsewhere.connections(), 0, "{way:?}, {status}");
        }
    }
}

#[tokio::test]
async fn no_body_is_sent_again_elsewhere() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = ScriptedServer::start([Script::new().hold()]);
        let head = format!("HTTP/1.1 {status} So\r\nlocation: {}/\r\ncontent-length: 0\r\n\r\n", elsewhere.origin());
        let server = ScriptedServer::start([head]);
        let functions = client(&server, |client| set(client).retries(3)).cloud_functions();
        let error = functions.create(CloudFunction::new(1, "hunter2")).await.expect_err("it is no success");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!((server.connections(), elsewhere.connections()), (1, 0));
        assert!(!server.request().to_lowercase().contains("referer"));
    }
}
