//! How the golden case `xml` sends and reads XML: as text.

#[path = "../golden/cases/xml/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use generated::operations::untagged::CreateError;
use runtime::{Client, MemoryTransport, Reply, StatusCode};

fn client(status: StatusCode, content_type: &'static str, body: &'static [u8]) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::answering(move |_| Reply::new(status).header("content-type", content_type).body(body));
    let client = Client::builder().transport(transport.clone()).build().expect("the settings are valid");
    (client, transport)
}

#[tokio::test]
async fn xml_goes_out_and_comes_in_as_it_stands() {
    let (client, transport) = client(StatusCode::OK, "application/vnd.pets+xml; charset=utf-8", "<pet>é</pet>".as_bytes());
    assert_eq!(client.create("<pet/>").await.expect("it is a success"), "<pet>é</pet>");
    let request = &transport.requests()[0];
    assert_eq!(request.headers["content-type"], "application/xml");
    assert_eq!(request.headers["accept"], "application/vnd.pets+xml");
    assert_eq!(&request.body[..], b"<pet/>");
}

#[tokio::test]
async fn latin_1_is_understood_and_other_bytes_are_an_error() {
    let (latin, _) = client(StatusCode::OK, "application/xml; charset=ISO-8859-1", b"<pet>\xe9</pet>");
    assert_eq!(latin.create("<pet/>").await.expect("it is a success"), "<pet>é</pet>");
    let (broken, _) = client(StatusCode::OK, "application/xml", b"<pet>\xe9</pet>");
    let error = broken.create("<pet/>").await.expect_err("it is no UTF-8");
    assert!(error.to_string().contains("expected text"), "{error}");
}

#[tokio::test]
async fn an_error_of_xml_is_text_too() {
    let (client, _) = client(StatusCode::BAD_REQUEST, "text/xml", b"<why/>");
    let error = client.create("<pet/>").await.expect_err("it is an error");
    let typed = error.api().and_then(|api| api.typed());
    assert_eq!(typed, Some(&CreateError::BadRequest("<why/>".to_owned())));
}
