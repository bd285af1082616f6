//! Servers that answer, or go, before they have the whole request.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tests::scripted_server::{Script, ScriptedServer};

use super::http2::server::{Http2Server, Place, SETTINGS, Script as Frames, WINDOW_UPDATE, setting};
use super::{client, is_timeout, is_transport, tls, together};
use crate::runtime::{
    AnyError, Body, BoxError, ByteStream, Client, Download, Endpoint, Failure, Method, Operation, Received, Request,
    RequestBuilder, RequestError, Sending,
};

/// Sends a body and takes text.
#[derive(Clone)]
struct Upload {
    client: Client,
    body: Body,
}

impl Operation for Upload {
    type Output = String;
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::PUT, "/upload");

    fn client(&self) -> &Client {
        &self.client
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/upload");
        request.body("application/octet-stream", self.body);
        request.build()
    }

    fn decode(response: &Received) -> Result<String, Failure<()>> {
        response.undocumented(Received::text)
    }
}

/// So many pieces of a megabyte each.
struct Pieces(usize);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(left) = self.0.checked_sub(1) else { return Poll::Ready(None) };
        self.0 = left;
        Poll::Ready(Some(Ok(vec![b'x'; 1 << 20].into())))
    }
}

/// A body that never comes.
struct Waiting;

impl Stream for Waiting {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Pending
    }
}

/// More than the buffers on the way can take.
fn bodies() -> [(&'static str, Body); 4] {
    [
        ("bytes", vec![b'x'; 32 << 20].into()),
        ("a stream of a known length", Body::factory(|| Box::pin(Pieces(32))).with_length(32 << 20)),
        ("a stream", Body::factory(|| Box::pin(Pieces(32)))),
        ("a stream without end", Body::once(Box::pin(Pieces(usize::MAX)))),
    ]
}

/// What an upload comes to, taken whole and as a stream.
async fn uploaded(server: &ScriptedServer, body: Body, is_streamed: bool) -> Result<Vec<u8>, AnyError> {
    let client = client(server, |client| client.timeout(Duration::from_millis(500)));
    let upload = Upload { client, body };
    if !is_streamed {
        return Ok(Sending::new(upload).await?.into_body().into_bytes());
    }
    let mut download = Download::open(upload, None).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = download.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(bytes)
}

/// What follows an early answer.
fn aftermaths() -> [(&'static str, Script); 4] {
    [
        ("silence", Script::new().pause(Duration::from_secs(9))),
        ("reading", Script::new().hold()),
        ("a reset", Script::new().pause(Duration::from_millis(100)).reset()),
        ("the end", Script::new().pause(Duration::from_millis(100))),
    ]
}

#[tokio::test]
async fn an_early_answer_is_told_whatever_follows() {
    for (kind, body) in bodies() {
        for (aftermath, script) in aftermaths() {
            for (is_streamed, status) in [(false, 200), (true, 200), (false, 401), (true, 413)] {
                let head = format!("HTTP/1.1 {status} So\r\ncontent-length: 5\r\n\r\nearly");
                // A body that streams once is spent.
                let body = body.try_clone().unwrap_or_else(|| Body::once(Box::pin(Pieces(usize::MAX))));
                let server = ScriptedServer::start([Script::new().early().send(head).then(script.clone())]);
                let outcome = uploaded(&server, body, is_streamed).await;
                let place = format!("{kind}, {aftermath}, {status}: {outcome:?}");
                let bytes = match outcome {
                    Ok(bytes) => (200, bytes),
                    Err(error) => {
                        (error.status().map_or(0, |status| status.as_u16()), error.api().expect(&place).bytes().to_vec())
                    }
                };
                assert_eq!(bytes, (status, b"early".to_vec()), "{place}");
            }
        }
    }
}

/// Otherwise the rest of the body would go on to whoever takes it, with nobody waiting for it and no limit.
#[tokio::test]
async fn an_upload_ends_with_its_call() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nearly";
    let begun = "HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nearly";
    for (fault, script, body, pieces) in [
        ("an answer and a body without end", answer, Box::pin(Pieces(usize::MAX)) as ByteStream, None),
        ("an answer and a body that waits", answer, Box::pin(Waiting), None),
        ("half an answer", begun, Box::pin(Pieces(usize::MAX)), Some(1)),
        ("half an answer and a body that waits", begun, Box::pin(Waiting), Some(1)),
        ("no answer", "", Box::pin(Pieces(usize::MAX)), None),
        ("no answer and a body that waits", "", Box::pin(Waiting), None),
    ] {
        let server = ScriptedServer::start([Script::new().early().send(script).hold()]);
        let upload = Upload { client: client(&server, |client| client), body: Body::once(body) };
        match pieces {
            None => {
                let call = tokio::time::timeout(Duration::from_millis(100), Sending::new(upload)).await;
                assert_eq!(call.is_ok(), !script.is_empty(), "{fault}");
            }
            Some(pieces) => {
                let mut download = Download::open(upload, None).await.expect("it begins");
                for _ in 0..pieces {
                    download.next().await.expect("there is one").expect("it comes");
                }
            }
        }
        server.departure().await;
    }
    // Windows that never close.
    let opening = Frames::new().frame(SETTINGS, 0, Place::Connection, setting(4, 0x7fff_ffff));
    let opening = opening.frame(WINDOW_UPDATE, 0, Place::Connection, 0x7000_0000_u32.to_be_bytes());
    let refusal = Frames::new().head([&[0x08, 3][..], b"413"].concat()).last_data("");
    for body in [Box::pin(Pieces(usize::MAX)) as ByteStream, Box::pin(Waiting)] {
        let server = Http2Server::opening(opening.clone(), [refusal.clone()]).await;
        let client =
            Client::builder().base_url(&server.origin).transport(tls::trusting()).build().expect("the settings are valid");
        let error = Sending::new(Upload { client, body: Body::once(body) }).await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(413), "{error}");
        server.abandonment().await;
    }
}

#[tokio::test]
async fn a_server_that_takes_nothing_more_is_given_up() {
    together(bodies().into_iter().map(|(kind, body)| async move {
        let server = ScriptedServer::start([Script::new().early().pause(Duration::from_secs(9))]);
        assert!(is_timeout(&uploaded(&server, body, false).await.expect_err("there is no answer")), "{kind}");
    }))
    .await;
    for (kind, body) in bodies() {
        let server = ScriptedServer::start([Script::new().early().pause(Duration::from_millis(20)).reset()]);
        assert!(is_transport(&uploaded(&server, body, true).await.expect_err("there is no answer")), "{kind}");
    }
}
