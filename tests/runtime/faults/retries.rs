//! How long servers ask to wait, and that no wait outlasts the call.

use std::time::{Duration, Instant, SystemTime};

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, client};
use crate::generated::models::CloudFunction;
use crate::runtime::RetryPolicy;

fn unavailable(retry_after: &str) -> Script {
    format!("HTTP/1.1 503 Down\r\nretry-after: {retry_after}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").into()
}

fn good(way: Way) -> Script {
    super::response("HTTP/1.1 200 OK", way.body())
}

const POLICY: Duration = Duration::from_millis(20);

#[tokio::test]
async fn a_server_is_asked_again_when_it_says() {
    let date = |wait| httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(wait));
    for way in WAYS {
        for (asked, least, most) in [
            // Dates have whole seconds.
            (date(2), 900, 2900),
            ("0".to_owned(), 0, 500),
            ("-7".to_owned(), 0, 500),
            ("1".to_owned(), 1000, 1900),
            ("1.5".to_owned(), 0, 500),
            ("soon".to_owned(), 0, 500),
            (String::new(), 0, 500),
            ("Sun, 06 Nov 1994 08:49:37 GMT".to_owned(), 0, 500),
            ("Sunday, 06-Nov-94 08:49:37 GMT".to_owned(), 0, 500),
            ("Sun Nov  6 08:49:37 1994".to_owned(), 0, 500),
        ] {
            if least > 0 && !matches!(way, Way::Call | Way::Events) {
                continue;
            }
            let server = ScriptedServer::start([unavailable(&asked), good(way)]);
            let begin = Instant::now();
            let policy = RetryPolicy::new(1).first_delay(POLICY);
            let outcome = way.take(client(&server, |client| client.retries(policy)).cloud_functions().get("a")).await;
            assert!(outcome.error.is_none() && outcome.items > 0, "{way:?}, {asked}: {outcome:?}");
            let took = begin.elapsed();
            assert!((least..=most).contains(&(took.as_millis() as u64)), "{way:?}, {asked}: {took:?}");
            assert_eq!(server.connections(), 2);
        }
    }
}

#[tokio::test]
async fn who_asks_for_too_long_is_not_asked_again() {
    let far = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100_000));
    for way in WAYS {
        for asked in ["61", "18446744073709551616", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", &far] {
            let server = ScriptedServer::start([unavailable(asked), good(way)]);
            let begin = Instant::now();
            let error = way.take(client(&server, |client| client.retries(3)).cloud_functions().get("a")).await.error();
            assert_eq!(error.status().map(|status| status.as_u16()), Some(503), "{way:?}, {asked}");
            assert!(error.retry_after().is_some_and(|wait| wait > Duration::from_secs(60)), "{way:?}, {asked}");
            assert!(begin.elapsed() < Duration::from_secs(1) && server.connections() == 1, "{way:?}, {asked}");
        }
        let server = ScriptedServer::start([unavailable("5"), good(way)]);
        let begin = Instant::now();
        let set = |client: crate::runtime::ClientBuilder| client.retries(3).overall_timeout(Duration::from_secs(3));
        let error = way.take(client(&server, set).cloud_functions().get("a")).await.error();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(503), "{way:?}: the answer says more than a timeout");
        assert!(begin.elapsed() < Duration::from_secs(1) && server.connections() == 1, "{way:?}");
    }
}

#[tokio::test]
async fn a_lost_connection_is_tried_again_a_limited_number_of_times() {
    for way in WAYS {
        let server = ScriptedServer::start(vec![Script::new().reset(); 9]);
        let policy = RetryPolicy::new(3).first_delay(POLICY);
        let error = way.take(client(&server, |client| client.retries(policy)).cloud_functions().get("a")).await.error();
        assert!(super::is_transport(&error), "{way:?}: {error}");
        assert_eq!(server.connections(), 4, "{way:?}");
    }
}

/// A kept connection may be closed at any time; a request that may have arrived on it is lost all the same.
#[tokio::test]
async fn what_may_have_arrived_on_a_kept_connection_is_not_sent_again() {
    let good = "HTTP/1.1 201 Created\r\ncontent-length: 19\r\n\r\n{\"id\":1,\"name\":\"a\"}";
    for (fault, script) in [
        ("the end", Script::new()),
        ("a reset", Script::new().reset()),
        ("half a head", Script::from("HTTP/1.1 2")),
        ("no HTTP", Script::from("banana\r\n\r\n")),
    ] {
        let server = ScriptedServer::start([Script::from(good).listen().then(script), Script::from(good)]);
        let functions = client(&server, |client| client.retries(3)).cloud_functions();
        functions.create(CloudFunction::new(1, "a")).await.expect("it is created");
        let error = functions.create(CloudFunction::new(2, "a")).await.expect_err("there is no answer").into();
        assert!(super::is_transport(&error), "{fault}: {error}");
        assert_eq!(server.connections(), 1, "{fault}");
    }
}
