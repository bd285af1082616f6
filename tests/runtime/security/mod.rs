//! Credentials: which of them a request carries, and where tokens come from.

mod choice;
mod oauth;
mod places;
mod plain_http;
mod secrecy;
mod token_servers;

use crate::runtime::{
    Client, ClientBuilder, Endpoint, Error, MemoryTransport, Method, Operation, RecordedRequest, Reply, Request, RequestBuilder,
    RequestError, Requirement, Sending, StatusCode,
};

/// An operation of a module's own, which needs what it says.
macro_rules! secured {
    ($name:ident, $security:expr) => {
        operation!($name, super::endpoint($security), super::request);
    };
}
use secured;

const fn endpoint(security: &'static [&'static [Requirement]]) -> Endpoint {
    Endpoint::new(Method::POST, "/pets").security(security)
}

fn request(client: &Client, endpoint: Endpoint) -> Result<Request, RequestError> {
    let mut request = RequestBuilder::new(client, endpoint);
    request.path("/pets");
    request.query("limit", &Some(5));
    request.cookie("theme", &"dark");
    request.build()
}

fn builder(transport: &MemoryTransport) -> ClientBuilder {
    ClientBuilder::new("https://api.example.com/v1", "test").transport(transport.clone())
}

/// Answers every request with a success.
fn accepting() -> MemoryTransport {
    MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT))
}

/// What a client sends for an operation.
async fn sent<O: Operation<Output = (), Error = ()>>(
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
    operation: fn(Client) -> O,
) -> RecordedRequest {
    let transport = accepting();
    let client = set(builder(&transport)).build().expect("the settings are valid");
    Sending::new(operation(client)).await.expect("it is accepted");
    transport.requests().remove(0)
}

/// Why an operation cannot be sent.
async fn refused<O: Operation<Output = (), Error = ()>>(
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
    operation: fn(Client) -> O,
) -> Error<()> {
    let transport = accepting();
    let client = set(builder(&transport)).build().expect("the settings are valid");
    let error = Sending::new(operation(client)).await.expect_err("it is refused");
    assert!(transport.requests().is_empty(), "nothing went out");
    error
}
