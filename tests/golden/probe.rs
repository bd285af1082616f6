//! What a wire test asks of its case: what a call sends, what it makes of an answer, and models from JSON and back.

use std::fmt::Debug;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub use serde_json::json;

pub use crate::runtime::*;

/// A client of the case, and the transport in memory that it talks to: it answers `204 No Content` where no reply is listed.
pub fn client_and_transport(set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT));
    let client = set(Client::builder()).transport(transport.clone()).build().expect("the settings are valid");
    (client, transport)
}

/// The request that a call sends, whatever it makes of the answer.
pub fn sent<O: Operation>(call: impl FnOnce(&Client) -> O) -> RecordedRequest {
    let (client, transport) = client_and_transport(|client| client);
    let outcome = block_on(Sending::new(call(&client)));
    let mut requests = transport.requests();
    match (requests.pop(), outcome) {
        (Some(request), _) if requests.is_empty() => request,
        (Some(_), _) => panic!("{} requests more were sent than one", requests.len()),
        (None, outcome) => panic!("nothing was sent{}", outcome.err().map_or_else(String::new, |error| format!(": {error}"))),
    }
}

/// The path and query that a call sends.
pub fn target<O: Operation>(call: impl FnOnce(&Client) -> O) -> String {
    sent(call).uri.path_and_query().map(ToString::to_string).unwrap_or_default()
}

/// The query that a call sends.
pub fn query<O: Operation>(call: impl FnOnce(&Client) -> O) -> Option<String> {
    sent(call).uri.query().map(str::to_owned)
}

/// The header that a call sends.
pub fn header<O: Operation>(name: &str, call: impl FnOnce(&Client) -> O) -> Option<String> {
    header_of(&sent(call), name)
}

/// The header of a request.
pub fn header_of(request: &RecordedRequest, name: &str) -> Option<String> {
    request.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// The media type and body that a call sends.
pub fn body<O: Operation>(call: impl FnOnce(&Client) -> O) -> (Option<String>, String) {
    let request = sent(call);
    (header_of(&request, "content-type"), String::from_utf8_lossy(&request.body).into_owned())
}

/// Why a call sends nothing.
pub fn refusal<O: Operation>(call: impl FnOnce(&Client) -> O) -> String {
    let (client, transport) = client_and_transport(|client| client);
    match block_on(Sending::new(call(&client))) {
        Err(error) if transport.requests().is_empty() => error.to_string(),
        _ => panic!("sent {}", transport.requests()[0].uri),
    }
}

/// What a call makes of an answer.
///
/// # Errors
///
/// Those of the call.
pub fn answered<O: Operation>(reply: Reply, call: impl FnOnce(&Client) -> O) -> Result<O::Output, Error<O::Error>> {
    let (client, transport) = client_and_transport(|client| client.retries(0));
    transport.reply(reply);
    block_on(Call::new(call(&client)))
}

/// The documented error that a call makes of an answer; `None` where the description documents none.
pub fn error<O: Operation<Output: Debug>>(reply: Reply, call: impl FnOnce(&Client) -> O) -> Option<O::Error> {
    match answered(reply, call).map_err(Error::into_kind) {
        Err(ErrorKind::Api(error)) => error.into_typed(),
        Err(kind) => panic!("no error of the server: {kind}"),
        Ok(output) => panic!("no error but {output:?}"),
    }
}

/// An answer with a body of a media type.
pub fn reply(status: u16, media_type: &'static str, body: impl Into<Bytes>) -> Reply {
    empty_reply(status).header("content-type", media_type).body(body)
}

/// An answer without a body.
pub fn empty_reply(status: u16) -> Reply {
    Reply::new(StatusCode::from_u16(status).expect("the test gives a valid status"))
}

/// The model that a JSON text is.
pub fn decoded<T: Decode>(text: &str) -> T {
    from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Why a JSON text is no such model.
pub fn mistake<T: Decode + Debug>(text: &str) -> String {
    match from_json::<T>(text.as_bytes()) {
        Err(error) => error.to_string(),
        Ok(value) => panic!("{text} is {value:?}"),
    }
}

/// A value with changed fields, for a model that is only received and has no setters.
pub fn with<T>(mut value: T, change: impl FnOnce(&mut T)) -> T {
    change(&mut value);
    value
}

/// The JSON that a model becomes.
pub fn encoded(model: &dyn Encode) -> Value {
    let text = to_json(model).unwrap_or_else(|error| panic!("the model has no form in JSON: {error}"));
    serde_json::from_slice(&text).expect("the writer writes JSON")
}

/// The JSON text that a model becomes which was read from one, and the deviations.
pub fn read_and_written<T: Decode + Encode>(text: &str) -> (String, Vec<String>) {
    let received = Received::new(StatusCode::OK, HeaderMap::new(), text.to_owned());
    let Ok(model) = received.json::<T, ()>() else { panic!("{text} is refused") };
    let written = to_json(&model).unwrap_or_else(|error| panic!("{text}: {error}"));
    let deviations = received.deviations().iter().map(ToString::to_string).collect();
    (String::from_utf8(written).expect("JSON is text"), deviations)
}

/// The model that a JSON text is without a deviation.
fn strictly<T: Decode>(text: &str) -> Result<T, DecodeError> {
    T::decode(Tape::parse(text.as_bytes()).expect("it is JSON").reading(Reading::Strict).root())
}

/// The model that a JSON value is, read without a deviation, having seen that it becomes the same value again, and the same model from that.
pub fn round_trip<T: Decode + Encode + PartialEq + Debug>(value: Value) -> T {
    let text = value.to_string();
    let model: T = decoded(&text);
    assert_eq!(strictly::<T>(&text).as_ref(), Ok(&model), "a value of the schema has no deviations");
    assert_eq!(encoded(&model), value, "{text} became {model:?}");
    assert_eq!(decoded::<T>(&encoded(&model).to_string()), model);
    model
}

/// The union that a JSON value is: one that is none of its alternatives, which is a deviation, and becomes the same value again.
pub fn unrecognized<T: Decode + Encode + Debug>(value: Value) -> T {
    let text = value.to_string();
    let union: T = decoded(&text);
    assert!(strictly::<T>(&text).is_err(), "{text} became {union:?} without a deviation");
    assert_eq!(encoded(&union), value, "{text} became {union:?}");
    union
}

/// The outcome of a future of the client: over a transport in memory it never has to wait for anything else.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..10_000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
    panic!("the future waits for something that never comes")
}
