//! What servers do to clients, over real sockets: each fault against the plain call and each kind of stream.

mod bodies;
mod bodiless;
mod cancelling;
mod compression;
mod floods;
mod heads;
mod http2;
mod logs;
mod pages;
mod proxies;
mod redirects;
mod retries;
mod sending_as;
mod slowness;
mod tls;
mod tokens;
mod uploads;

use std::future::poll_fn;
use std::task::Poll;
use std::time::{Duration, Instant};

use tests::scripted_server::{Script, ScriptedServer};

use crate::generated::models::CloudFunction;
use crate::generated::operations::cloud_functions::GetRequest;
use crate::runtime::{AnyError, Client, ClientBuilder, Download, ErrorKind, EventStream, LineStream, RetryPolicy};

/// How a response is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Call,
    Lines,
    Events,
    Download,
}

const WAYS: [Way; 4] = [Way::Call, Way::Lines, Way::Events, Way::Download];

/// What a call came to: how many items it gave (of a download: how many bytes), and the error that ended it or was among them.
#[derive(Debug)]
struct Outcome {
    items: usize,
    error: Option<AnyError>,
}

impl Way {
    /// A body that is one item.
    fn body(self) -> &'static str {
        match self {
            Self::Events => "data: {\"id\":1,\"name\":\"a\"}\n\n",
            Self::Call | Self::Lines | Self::Download => "{\"id\":1,\"name\":\"a\"}\n",
        }
    }

    /// A body that holds a JSON text as its one item.
    fn body_of(self, json: &str) -> String {
        match self {
            Self::Events => format!("data: {json}\n\n"),
            Self::Call | Self::Lines | Self::Download => json.to_owned(),
        }
    }

    async fn take(self, request: GetRequest) -> Outcome {
        let mut outcome = Outcome { items: 0, error: None };
        if let Err(error) = self.fill(request, &mut outcome).await {
            outcome.error = Some(error);
        }
        outcome
    }

    async fn fill(self, request: GetRequest, outcome: &mut Outcome) -> Result<(), AnyError> {
        match self {
            Self::Call => {
                request.await?;
                outcome.items += 1;
            }
            Self::Lines => {
                let mut lines = LineStream::<CloudFunction>::open(request, None).await?;
                while let Some(line) = lines.next().await {
                    line?;
                    outcome.items += 1;
                }
            }
            Self::Events => {
                let mut events = EventStream::<CloudFunction>::of_json(request).await?;
                while let Some(event) = events.next().await {
                    event?;
                    outcome.items += 1;
                }
            }
            Self::Download => {
                let mut download = Download::open(request, None).await?;
                while let Some(piece) = download.next().await {
                    outcome.items += piece?.len();
                }
            }
        }
        Ok(())
    }
}

impl Outcome {
    /// The error that there must be.
    fn error(self) -> AnyError {
        let items = self.items;
        self.error.unwrap_or_else(|| panic!("there are {items} items and no error"))
    }
}

/// A client of a server that makes one attempt, and is given up soon.
fn client(server: &ScriptedServer, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = Client::builder().base_url(server.origin()).retries(RetryPolicy::none()).timeout(Duration::from_secs(10));
    set(builder).build().expect("the settings are valid")
}

/// What a call comes to that is answered by a script.
async fn taken_with(way: Way, script: impl Into<Script>, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Outcome {
    let server = ScriptedServer::start([script]);
    let begin = Instant::now();
    let outcome = way.take(client(&server, set).cloud_functions().get("a")).await;
    assert!(begin.elapsed() < Duration::from_secs(8), "{way:?} took {:?}: {outcome:?}", begin.elapsed());
    assert!(server.connections() <= 1, "nothing is repeated");
    outcome
}

async fn taken(way: Way, script: impl Into<Script>) -> Outcome {
    taken_with(way, script, |client| client).await
}

/// Works through cases side by side, where most of the time is waiting.
async fn together<F: Future<Output = ()>>(cases: impl IntoIterator<Item = F>) {
    let mut open: Vec<_> = cases.into_iter().map(Box::pin).collect();
    poll_fn(|context| {
        open.retain_mut(|case| case.as_mut().poll(context).is_pending());
        if open.is_empty() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// A response with this head, its status line and headers, and a body that ends with the connection.
fn response(head: &str, body: impl AsRef<[u8]>) -> Script {
    Script::new().send(format!("{head}\r\nconnection: close\r\n\r\n")).send(body.as_ref())
}

fn is_transport(error: &AnyError) -> bool {
    matches!(error.kind(), ErrorKind::Transport(_))
}

fn is_timeout(error: &AnyError) -> bool {
    matches!(error.kind(), ErrorKind::Timeout(_))
}

fn is_decode(error: &AnyError) -> bool {
    matches!(error.kind(), ErrorKind::Decode(_))
}

/// Everything that is printed of an error and its causes.
fn printed(error: &AnyError) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text += &format!(" {cause} {cause:?} {cause:#?}");
        source = cause.source();
    }
    text
}
