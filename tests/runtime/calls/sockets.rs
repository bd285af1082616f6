//! The default transport, against a server on a real socket.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use tests::scripted_server::{Script, ScriptedServer};

use crate::generated::models::CloudFunction;
use crate::runtime::{
    Body, Client, ClientBuilder, Endpoint, Error, ErrorKind, FilePart, MultipartForm, PathStyle, QueryStyle, Request,
    RequestBuilder, ReqwestTransport, StatusCode, Transport,
};

/// A client of a server.
fn client(server: &ScriptedServer, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    set(Client::builder().base_url(server.origin())).build().expect("the settings are valid")
}

const FUNCTION: &str = "HTTP/1.1 200 OK\r\ncontent-length: 19\r\nconnection: close\r\n\r\n{\"id\":1,\"name\":\"a\"}";

fn kind<E>(error: &Error<E>) -> &'static str {
    match error.kind() {
        ErrorKind::Transport(error) if error.is_connect() => "connect",
        ErrorKind::Transport(_) => "transport",
        ErrorKind::Timeout(_) => "timeout",
        ErrorKind::Decode(_) => "decode",
        _ => "other",
    }
}

#[tokio::test]
async fn a_call_arrives_as_it_was_built() {
    let server = ScriptedServer::start([FUNCTION, "HTTP/1.1 201 Created\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"]);
    let functions = client(&server, |client| client.header("x-key", "k")).cloud_functions();
    assert_eq!(functions.get("a/b;测'").await.expect("it is a success").id, 1);
    let request = server.request();
    assert!(request.starts_with("GET /cloud-function/a%2Fb%3B%E6%B5%8B%27/ HTTP/1.1\r\n"), "{request}");
    for line in ["x-key: k\r\n", "accept: application/json\r\n", "user-agent: tests/"] {
        assert!(request.contains(line), "{request}");
    }
    assert!(!request.to_lowercase().contains("referer") && !request.contains("content-length"), "{request}");

    functions.create(CloudFunction::new(1, "测")).await.expect("it is a success");
    let request = server.request();
    assert!(request.starts_with("POST /cloud-function/ HTTP/1.1\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\n{\"id\":1,\"name\":\"测\"}"), "{request}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = ScriptedServer::start([
        "HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        FUNCTION,
    ]);
    let error = client(&server, |client| client).cloud_functions().get("a").await.expect_err("a redirect is no success");
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_broken_body_is_a_transport_error() {
    let server = ScriptedServer::start([
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":1",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id\"",
        "nonsense\r\n\r\n",
        "",
    ]);
    let functions = client(&server, |client| client.retries(0)).cloud_functions();
    for _ in 0..4 {
        let error = functions.get("a").await.expect_err("the response is broken");
        assert_eq!(kind(&error), "transport", "{error}");
        assert!(!format!("{error:?}{error}").contains("/cloud-function/a"), "{error:?}");
    }
}

#[tokio::test]
async fn a_retry_heals_a_broken_connection() {
    let server = ScriptedServer::start(["HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":1", FUNCTION]);
    let client =
        client(&server, |client| client.retries(crate::runtime::RetryPolicy::new(1).first_delay(Duration::from_millis(1))));
    assert_eq!(client.cloud_functions().get("a").await.expect("the second attempt succeeds").id, 1);
}

#[tokio::test]
async fn a_closed_port_is_a_connect_error() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}/secret-path", listener.local_addr().expect("the socket is bound"));
    drop(listener);
    let client = Client::builder().base_url(address).retries(0).build().expect("the settings are valid");
    let error = client.cloud_functions().get("a").await.expect_err("nobody listens");
    assert_eq!(kind(&error), "connect", "{error}");
    assert!(error.to_string().contains("refused"), "{error}");
    assert!(!format!("{error:?}{error}").contains("secret-path"), "{error:?}");
}

#[tokio::test]
async fn a_stalling_server_runs_into_the_limit() {
    let server = ScriptedServer::start([Script::new().send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"name\": ").hold()]);
    let client = client(&server, |client| client.timeout(Duration::from_millis(50)));
    let error = client.cloud_functions().get("a").await.expect_err("the body does not end");
    assert_eq!(kind(&error), "timeout", "{error}");
}

#[tokio::test]
async fn a_body_without_end_is_left_at_the_cap() {
    let server = ScriptedServer::start(["HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{\"name\": \"much more than allowed\"}"]);
    let client = client(&server, |client| client.max_body(10));
    let error = client.cloud_functions().get("a").await.expect_err("the body is too long");
    assert_eq!(kind(&error), "decode", "{error}");
}

fn upload(address: &str, body: Body) -> Request {
    let mut request = Request::new(body);
    *request.method_mut() = http::Method::PUT;
    *request.uri_mut() = format!("{address}/upload?a=b").parse().expect("it is an address");
    request
}

#[tokio::test]
async fn a_streamed_body_of_known_length_arrives_whole() {
    let server = ScriptedServer::start([FUNCTION]);
    let transport = ReqwestTransport::from_client(reqwest::Client::new());
    let body = Body::once(Body::from("streamed").into_stream()).with_length(8);
    let response = transport.send(upload(server.origin(), body)).await.expect("it is a success");
    assert_eq!(response.status(), StatusCode::OK);
    let request = server.request();
    assert!(request.starts_with("PUT /upload?a=b HTTP/1.1\r\n") && request.ends_with("\r\n\r\nstreamed"), "{request}");
}

#[tokio::test]
async fn a_streamed_body_of_another_length_than_was_said_fails() {
    for (length, problem) in [(7, "more bytes than was said"), (9, "fewer bytes than was said")] {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("the socket is bound"));
        let transport = ReqwestTransport::from_client(reqwest::Client::new());
        let body = Body::once(Body::from("streamed").into_stream()).with_length(length);
        let error = transport.send(upload(&address, body)).await.err().expect("the length is wrong");
        assert!(error.to_string().contains(problem), "{error}");
    }
}

/// The pieces that are handed in, as they come.
struct Pieces(tokio::sync::mpsc::Receiver<&'static str>);

impl futures_core::Stream for Pieces {
    type Item = Result<bytes::Bytes, crate::runtime::BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(piece.into())))
    }
}

/// A line of what comes on a connection.
fn line(reader: &mut impl BufRead) -> String {
    let mut line = String::new();
    reader.read_line(&mut line).expect("the client is there");
    line
}

#[tokio::test]
async fn a_streamed_body_goes_out_piece_by_piece() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("the socket is bound"));
    let (arrived, mut arrivals) = tokio::sync::mpsc::channel(1);
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("the client calls");
        let mut reader = BufReader::new(stream.try_clone().expect("the socket is open"));
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            head += &line(&mut reader);
        }
        let mut pieces = Vec::new();
        loop {
            let size = line(&mut reader);
            let piece = line(&mut reader);
            if size == "0\r\n" {
                break;
            }
            pieces.push(piece.trim_end().to_owned());
            arrived.blocking_send(()).expect("the test waits");
        }
        stream.write_all(FUNCTION.as_bytes()).expect("the client waits");
        (head, pieces)
    });

    let (sender, receiver) = tokio::sync::mpsc::channel(1);
    let body = Body::once(Box::pin(Pieces(receiver)));
    let transport = ReqwestTransport::from_client(reqwest::Client::new());
    let sending = tokio::spawn(async move { transport.send(upload(&address, body)).await.map(|response| response.status()) });
    // The second piece is made only when the first has arrived: nothing waits for the whole.
    for piece in ["first", "second"] {
        sender.send(piece).await.expect("the body is read");
        tokio::time::timeout(Duration::from_secs(5), arrivals.recv()).await.expect("the piece arrives").expect("the server runs");
    }
    drop(sender);
    assert_eq!(sending.await.expect("it does not panic").expect("it is a success"), StatusCode::OK);
    let (head, pieces) = server.join().expect("the server does not panic");
    assert!(head.to_lowercase().contains("transfer-encoding: chunked\r\n"), "{head}");
    assert_eq!(pieces, ["first", "second"]);
}

#[tokio::test]
async fn a_form_with_a_streamed_file_has_a_length_if_the_file_has() {
    let server = ScriptedServer::start([FUNCTION]);
    let client = client(&server, |client| client);
    let mut form = MultipartForm::new();
    form.value("name", &"a");
    form.file("file", FilePart::new("a.txt", Body::once(Body::from("streamed").into_stream()).with_length(8)));
    let mut request = RequestBuilder::new(&client, Endpoint::new(http::Method::POST, "/files"));
    request.path("/files");
    request.multipart("multipart/form-data", form);
    let request = request.build().expect("the request is valid");
    let transport = ReqwestTransport::from_client(reqwest::Client::new());
    transport.send(request).await.expect("it is a success");
    let request = server.request();
    assert!(request.contains("\r\n\r\nstreamed\r\n--") && request.contains("content-length: "), "{request}");
}

#[tokio::test]
async fn parameters_arrive_as_they_were_written() {
    let server = ScriptedServer::start([FUNCTION]);
    let client = client(&server, |client| client);
    let mut request = RequestBuilder::new(&client, Endpoint::new(http::Method::GET, "/files/{rest+}/{id}"));
    let simple = PathStyle::Simple { explode: false };
    request.path("/files/");
    request.segment_greedy("rest", simple, &"a b/c:d/..e\\..\\f");
    request.path("/");
    request.segment_reserved("id", simple, &"g/h;i=1");
    request.query("page", &serde_json::json!({"size": 5, "sort": ["x,asc", "y"]}));
    request.query("keys", &serde_json::json!([{"by": "z"}]));
    let rows = QueryStyle::Lists { explode: false, separators: &['|', ','] };
    request.query_styled("rows", rows, &vec![vec![1, 2], vec![3]]);
    request.header("x-grid", &vec![vec![1, 2], vec![3]]);
    let transport = ReqwestTransport::from_client(reqwest::Client::new());
    transport.send(request.build().expect("the request is valid")).await.expect("it is a success");
    let request = server.request();
    let query = "size=5&sort=x%2Casc&sort=y&keys=%7B%22by%22%3A%22z%22%7D&rows=1,2%7C3";
    assert!(request.starts_with(&format!("GET /files/a%20b/c%3Ad/..e%5C..%5Cf/g/h;i=1?{query} HTTP/1.1\r\n")), "{request}");
    assert!(request.contains("x-grid: [[1,2],[3]]\r\n"), "{request}");
}

#[tokio::test]
async fn an_address_that_changes_when_read_is_refused() {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    // Also once the server is known.
    for known in [false, true] {
        for address in ["http://127.0.0.1:1/a/%2e%2e/b", "http://127.0.0.1:1/a/../b", "http://127.0.0.1:1/./b"] {
            let mut request = Request::new(Body::empty());
            *request.uri_mut() = address.parse().expect("it is an address");
            let error = transport.send(request).await.err().expect("the address climbs");
            assert!(error.to_string().contains("the address changes"), "{known}, {address}: {error}");
        }
        assert!(transport.send(upload("http://127.0.0.1:1", Body::empty())).await.is_err_and(|error| error.is_connect()));
    }
}
