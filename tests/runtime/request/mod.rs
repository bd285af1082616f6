//! Requests: what goes where, and what cannot be sent.

mod addresses;
mod bodies;
mod constraints;
mod forms;
mod headers;
mod paths;
mod servers;
mod styles;

use crate::runtime::{Client, Endpoint, MemoryTransport, Method, Request, RequestBuilder, RequestError};

const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/things");

fn client() -> Client {
    Client::builder().transport(MemoryTransport::new()).build().expect("the settings are valid")
}

/// A request with what `fill` puts into it.
fn request(fill: impl FnOnce(&mut RequestBuilder<'_>)) -> Result<Request, RequestError> {
    let client = client();
    let mut request = RequestBuilder::new(&client, ENDPOINT);
    fill(&mut request);
    request.build()
}

fn built(fill: impl FnOnce(&mut RequestBuilder<'_>)) -> Request {
    request(fill).expect("the request is valid")
}

fn refused(fill: impl FnOnce(&mut RequestBuilder<'_>)) -> String {
    request(fill).expect_err("the request is not valid").to_string()
}
