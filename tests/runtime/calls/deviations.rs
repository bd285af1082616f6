//! Deviations: where callers see them, and how a client's mode of reading decides about them.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{client_with, ok, transport};
use crate::generated::models::CloudFunction;
use crate::generated::operations::cloud_functions::ListRequest;
use crate::runtime::{
    Client, ClientBuilder, Endpoint, ErrorKind, EventStream, Failure, LineStream, Method, Operation, Reading, Received, Reply,
    Request, RequestError, Sending, StatusCode,
};

/// A page whose list is null.
fn page() -> Value {
    json!({"meta": {"next": null}, "objects": null})
}

/// What a hook was called with.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn by(&self, client: ClientBuilder) -> ClientBuilder {
        let heard = self.clone();
        client.on_deviation(move |endpoint, deviations| {
            let all: Vec<String> = deviations.iter().map(ToString::to_string).collect();
            heard.0.lock().expect("no test panics with it").push(format!(
                "{} {}: {}",
                endpoint.method(),
                endpoint.path(),
                all.join(", ")
            ));
        })
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().expect("no test panics with it"))
    }
}

#[tokio::test]
async fn a_response_lists_them_and_the_hook_hears_of_them() {
    let heard = Heard::default();
    let client = client_with(&transport([ok(&page()), ok(&page())]), |client| heard.by(client));
    let response = client.cloud_functions().list().send().await.expect("it is tolerated");
    let [deviation] = &response.deviations()[..] else { panic!("{:?}", response.deviations()) };
    assert_eq!((deviation.place(), deviation.expected(), deviation.found()), ("objects", "an array", "null"));
    assert_eq!(response.deviations().total(), 1);
    assert_eq!(response.map(|_| ()).deviations().len(), 1);
    assert_eq!(heard.take(), ["GET /cloud-function/: objects: expected an array, found null"]);
    client.cloud_functions().list().await.expect("it is tolerated");
    assert_eq!(heard.take().len(), 1);
}

#[tokio::test]
async fn without_them_the_hook_is_silent() {
    let heard = Heard::default();
    let body = json!({"meta": {"next": null}, "objects": []});
    let client = client_with(&transport([ok(&body)]), |client| heard.by(client));
    let response = client.cloud_functions().list().send().await.expect("it is as described");
    assert!(response.deviations().is_empty());
    assert_eq!(heard.take(), Vec::<String>::new());
}

#[tokio::test]
async fn a_strict_client_takes_them_as_errors() {
    let heard = Heard::default();
    let client = client_with(&transport([ok(&page())]), |client| heard.by(client).reading(Reading::Strict));
    let error = client.cloud_functions().list().await.expect_err("the list is null");
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error}");
    assert!(error.to_string().contains("objects: expected an array, found null"), "{error}");
    assert_eq!(heard.take(), Vec::<String>::new());
}

#[tokio::test]
async fn a_lenient_client_takes_scalars_of_another_type_as_empty() {
    let body = json!({"meta": {"next": 7}, "objects": [{"name": "a"}]});
    let client = client_with(&transport([ok(&body)]), |client| client.reading(Reading::Lenient));
    let response = client.cloud_functions().list().send().await.expect("lenient reading takes it");
    let places: Vec<&str> = response.deviations().iter().map(|deviation| deviation.place()).collect();
    assert_eq!(places, ["meta.next", "objects[0].id"]);
    assert_eq!(response.body().objects[0], CloudFunction::new(0, "a"));
}

#[tokio::test]
async fn the_hook_hears_of_pages() {
    let heard = Heard::default();
    let client = client_with(&transport([ok(&page())]), |client| heard.by(client));
    let mut items = client.cloud_functions().list().items();
    assert!(items.next().await.is_none());
    assert_eq!(heard.take().len(), 1);
}

/// A call whose success and error are lists.
#[derive(Clone)]
struct Lists(Client);

impl Operation for Lists {
    type Output = Vec<Vec<i64>>;
    type Error = Vec<i64>;
    const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/lists/{id}");

    fn client(&self) -> &Client {
        &self.0
    }

    fn into_request(self) -> Result<Request, RequestError> {
        crate::thing(&self.0, Self::ENDPOINT)
    }

    fn decode(received: &Received) -> Result<Self::Output, Failure<Self::Error>> {
        match (received.status().as_u16(), received.is("application/x-ndjson")) {
            (200, true) => received.json_lines(),
            (200, false) => received.events().map(|events| events.into_iter().map(|event| event.data).collect()),
            _ => received.error_json(|list| list),
        }
    }
}

fn lines(media_type: &'static str, text: &'static str) -> Reply {
    Reply::new(StatusCode::OK).header("content-type", media_type).body(text)
}

#[tokio::test]
async fn lines_events_and_errors_are_read_alike() {
    let heard = Heard::default();
    let replies = || {
        [
            lines("application/x-ndjson", "[1]\nnull\n"),
            lines("text/event-stream", "data: null\n\ndata: [1]\n\n"),
            Reply::json(StatusCode::NOT_FOUND, &Value::Null),
        ]
    };
    let client = client_with(&transport(replies()), |client| heard.by(client));
    assert_eq!(Sending::new(Lists(client.clone())).await.expect("it is tolerated").body(), &[vec![1], vec![]]);
    assert_eq!(heard.take(), ["GET /lists/{id}: [1]: expected an array, found null"]);
    assert_eq!(Sending::new(Lists(client.clone())).await.expect("it is tolerated").body(), &[vec![], vec![1]]);
    assert_eq!(heard.take(), ["GET /lists/{id}: [0]: expected an array, found null"]);
    let error = Sending::new(Lists(client)).await.expect_err("it is an error");
    assert_eq!(error.api().and_then(|error| error.typed()), Some(&vec![]));
    assert_eq!(heard.take(), ["GET /lists/{id}: expected an array, found null"]);

    let strict = client_with(&transport(replies()), |client| client.reading(Reading::Strict));
    assert!(Sending::new(Lists(strict.clone())).await.is_err());
    assert!(Sending::new(Lists(strict.clone())).await.is_err());
    let error = Sending::new(Lists(strict)).await.expect_err("it is an error");
    assert_eq!(error.api().map(|error| error.typed()), Some(None));
}

#[tokio::test]
async fn streams_report_each_piece() {
    let heard = Heard::default();
    let replies = [lines("application/x-ndjson", "{\"id\":1}\nnull\n"), lines("text/event-stream", "data: null\n\n")];
    let client = client_with(&transport(replies), |client| heard.by(client).reading(Reading::Lenient));
    let mut stream = LineStream::<CloudFunction>::open(Lists(client.clone()), None).await.expect("it is a stream");
    assert_eq!(stream.next().await.expect("there is a line").expect("it is lenient").id, 1);
    assert_eq!(heard.take(), ["GET /lists/{id}: name: expected a string, found nothing"]);
    assert!(stream.next().await.expect("there is a line").is_err());
    let mut stream = EventStream::<Vec<i64>>::of_json(Lists(client)).await.expect("it is a stream");
    assert_eq!(stream.next().await.expect("there is an event").expect("it is tolerated").data, Vec::<i64>::new());
    assert_eq!(heard.take(), ["GET /lists/{id}: expected an array, found null"]);
}

#[test]
fn a_mode_of_reading_can_be_tried_without_a_client() {
    let received = Received::new(StatusCode::OK, http::HeaderMap::new(), page().to_string());
    assert!(ListRequest::decode(&received).is_ok());
    assert!(ListRequest::decode(&received.reading(Reading::Strict)).is_err());
}
