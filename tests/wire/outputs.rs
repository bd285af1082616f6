//! What the golden case `outputs` asks for where a success has several media types.

#[path = "../golden/cases/outputs/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use generated::operations::untagged::MediaTypesOutput;
use runtime::{Client, MemoryTransport, Reply, StatusCode};

fn client(content_type: &'static str, body: &'static str) -> (Client, MemoryTransport) {
    let transport =
        MemoryTransport::answering(move |_| Reply::new(StatusCode::OK).header("content-type", content_type).body(body));
    let client = Client::builder().transport(transport.clone()).build().expect("the settings are valid");
    (client, transport)
}

#[tokio::test]
async fn all_media_types_are_asked_for_and_what_comes_tells_which_it_is() {
    let (client, transport) = client("text/csv; charset=utf-8", "name\nRex");
    let output = client.media_types().await.expect("it is a success");
    assert_eq!(output, MediaTypesOutput::OkCsv("name\nRex".to_owned()));
    assert_eq!(transport.requests()[0].headers["accept"], "application/json, text/csv, image/*");
}

#[tokio::test]
async fn the_caller_can_ask_for_one_of_them() {
    let (client, transport) = client("application/json", "{}");
    client.media_types().accept("application/json").await.expect("it is a success");
    client.alike().await.expect("it is a success");
    assert_eq!(transport.requests()[0].headers["accept"], "application/json");
    assert_eq!(transport.requests()[1].headers["accept"], "application/json");
}
