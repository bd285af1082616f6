//! Bodies that are read in another way than the description says.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::{client, client_with, function, ok, transport};
use crate::generated::models::{CloudFunction, Problem};
use crate::generated::operations::cloud_functions::{GetError, ListError};
use crate::runtime::{Error, ErrorKind, Reading, Reply, StatusCode};

/// A type that knows only serde.
#[derive(Debug, Deserialize, PartialEq)]
struct Odd {
    id: String,
    #[serde(default)]
    rest: Option<BTreeMap<String, f64>>,
}

#[tokio::test]
async fn the_body_of_any_call_is_there_as_it_came() {
    let text = "{\"id\":\"one\"}\n";
    let reply = || Reply::new(StatusCode::CREATED).header("x-request-id", "r7").body(text);
    let transport = transport([reply(), reply(), reply()]);
    let functions = client(&transport).cloud_functions();
    let of_json = functions.get("a").send().bytes().await.expect("no description is asked");
    let of_nothing = functions.create(CloudFunction::new(1, "a")).send().bytes().await.expect("no description is asked");
    let of_page = functions.list().send().bytes().await.expect("no description is asked");
    for response in [of_json, of_nothing, of_page] {
        assert_eq!(response.body(), text);
        assert_eq!((response.status(), response.request_id()), (StatusCode::CREATED, Some("r7")));
    }
}

#[tokio::test]
async fn json_is_read_by_a_type_of_the_callers() {
    let transport = transport([
        ok(&json!({"id": "one", "rest": {"a": 1.5}})),
        Reply::new(StatusCode::OK).header("content-type", "text/html").body("{\"id\":\"two\"}"),
        ok(&function(3)),
        Reply::new(StatusCode::NO_CONTENT),
        Reply::new(StatusCode::OK).body("\u{feff}{\"id\":\"marked\"}"),
        Reply::new(StatusCode::OK).body("\r\n"),
    ]);
    let functions = client_with(&transport, |client| client.reading(Reading::Strict)).cloud_functions();
    let odd = functions.get("a").send().json::<Odd>().await.expect("it is an `Odd`").into_body();
    assert_eq!(odd, Odd { id: "one".to_owned(), rest: Some(BTreeMap::from([("a".to_owned(), 1.5)])) });
    let value = functions.create(CloudFunction::new(1, "a")).send().json::<Value>().await.expect("it is JSON");
    assert_eq!(*value.body(), json!({"id": "two"}));
    let function = functions.list().send().json::<CloudFunction>().await.expect("models are types as well").into_body();
    assert_eq!(function.id, 3);
    assert_eq!(*functions.get("a").send().json::<Option<Odd>>().await.expect("nothing is null").body(), None);
    let marked = functions.get("a").send().json::<Odd>().await.expect("the byte order mark is skipped").into_body();
    assert_eq!(marked.id, "marked");
    assert_eq!(*functions.get("a").send().json::<Option<Odd>>().await.expect("a blank line is nothing").body(), None);
}

#[tokio::test]
async fn json_that_is_something_else_keeps_what_came() {
    for (body, problem) in [
        (
            "{\"id\":7}",
            "not a value of `runtime::calls::sending_as::Odd`: invalid type: integer `7`, expected a string at line 1 column 7",
        ),
        ("<html>", "not a value of `runtime::calls::sending_as::Odd`: expected value at line 1 column 1"),
        ("", "expected a JSON body, found an empty one"),
    ] {
        let transport = transport([Reply::new(StatusCode::OK).header("x-request-id", "r7").body(body)]);
        let error = client(&transport).cloud_functions().get("a").send().json::<Odd>().await.expect_err("it is no `Odd`");
        let ErrorKind::Decode(undecodable) = error.kind() else { panic!("{error}") };
        assert_eq!((undecodable.bytes().as_ref(), error.request_id()), (body.as_bytes(), Some("r7")));
        assert_eq!(error.to_string(), format!("GET https://api.example.test/cloud-function/{{name}}/: 200 OK, but {problem}"));
    }
    let transport = transport([Reply::new(StatusCode::OK).header("content-encoding", "br").body("{}")]);
    let error = client(&transport).cloud_functions().get("a").send().json::<Value>().await.expect_err("it is compressed");
    assert!(error.to_string().contains("in the encoding br"), "{error}");
}

#[tokio::test]
async fn bytes_come_as_they_arrive() {
    let transport = transport([Reply::new(StatusCode::OK).header("content-length", "5").body("abc").body("de")]);
    let mut download = client(&transport).cloud_functions().list().send().stream().await.expect("it is a success");
    assert_eq!((download.status(), download.content_length()), (StatusCode::OK, Some(5)));
    assert_eq!(download.next().await.expect("there is a piece").expect("it is whole"), "abc");
    assert_eq!(download.next().await.expect("there is a piece").expect("it is whole"), "de");
    assert!(download.next().await.is_none());
}

#[tokio::test]
async fn lines_are_read_by_a_type_of_the_callers() {
    let reply = Reply::new(StatusCode::OK).header("content-type", "text/plain");
    let transport = transport([reply.body("{\"id\":\"a\"}\n\n{\"id\"").body(":7}\n{\"id\":\"b\"}")]);
    let mut lines = client(&transport).cloud_functions().get("a").send().lines::<Odd>().await.expect("it is a success");
    assert_eq!(lines.next().await.expect("there is a line").expect("it is an `Odd`").id, "a");
    let error = lines.next().await.expect("there is a line").expect_err("it is no `Odd`");
    assert!(matches!(error.kind(), ErrorKind::Decode(error) if error.bytes() == "{\"id\":7}"), "{error}");
    assert_eq!(lines.next().await.expect("there is a line").expect("it is an `Odd`").id, "b");
    assert!(lines.next().await.is_none());
}

#[tokio::test]
async fn an_error_stays_the_operations_own() {
    fn typed<T, E: Clone>(outcome: Result<T, Error<E>>) -> Option<E> {
        outcome.err().expect("it is no success").api().expect("the server answered").typed().cloned()
    }
    let reply = |status| Reply::new(status).body("{\"message\":\"none\"}");
    let not_found = || Some(GetError::NotFound(Problem { message: "none".to_owned() }));
    let transport = transport([
        reply(StatusCode::NOT_FOUND),
        reply(StatusCode::BAD_REQUEST),
        reply(StatusCode::NOT_FOUND),
        reply(StatusCode::IM_A_TEAPOT),
        reply(StatusCode::FOUND),
    ]);
    let functions = client(&transport).cloud_functions();
    assert_eq!(typed(functions.get("a").send().json::<Odd>().await), not_found());
    assert_eq!(typed(functions.list().send().stream().await), Some(ListError::BadRequest));
    assert_eq!(typed(functions.get("a").send().lines::<Odd>().await), not_found());
    assert_eq!(typed(functions.get("a").send().bytes().await), None);
    assert_eq!(typed(functions.get("a").send().stream().await), None);
}

#[tokio::test]
async fn a_request_on_its_way_cannot_be_changed() {
    let transport = transport([Reply::never()]);
    let mut sending = client_with(&transport, |client| client.timeout(None)).cloud_functions().get("a").send();
    tokio::select! {
        biased;
        _ = &mut sending => panic!("there is no answer"),
        () = std::future::ready(()) => {}
    }
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(sending.header("x", "y"))));
    assert!(outcome.is_err());
}
