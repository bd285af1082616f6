//! Calls, over the transport in memory and over real sockets.

mod additions;
mod cancelling;
mod deviations;
mod errors;
mod file_names;
mod limits;
mod paging;
mod places;
mod responses;
mod retries;
mod secrets;
mod sending_as;
mod shapes;
#[cfg(feature = "reqwest-without-tls")]
mod sockets;
mod streams;

use serde_json::{Value, json};

use crate::runtime::{Client, ClientBuilder, MemoryTransport, Reply, StatusCode};

/// A client of the transport, with further settings.
fn client_with(transport: &MemoryTransport, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    set(Client::builder()).transport(transport.clone()).build().expect("the settings are valid")
}

fn client(transport: &MemoryTransport) -> Client {
    client_with(transport, |client| client)
}

/// A transport with these replies.
fn transport(replies: impl IntoIterator<Item = Reply>) -> MemoryTransport {
    let transport = MemoryTransport::new();
    for reply in replies {
        transport.reply(reply);
    }
    transport
}

fn function(id: i64) -> Value {
    json!({"id": id, "name": format!("f{id}")})
}

fn ok(body: &Value) -> Reply {
    Reply::json(StatusCode::OK, body)
}
