//! `MemoryTransport`: a transport for tests, which answers from memory and keeps its own time.

mod reply;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Method, Uri};

pub use reply::Reply;

use super::{Transport, TransportError};
use crate::runtime::body::ByteStream;
use crate::runtime::stream::next;
use crate::runtime::{BoxFuture, MaybeSend, MaybeSync, Request};

/// A transport for tests: it answers from memory, and remembers what it was asked.
///
/// Replies come from a list, one for each request, or from a function. Time passes only by [`sleep`](Transport::sleep), which
/// returns at once: a call with retries takes none of the test's time, and one that never gets a reply runs into its limit.
///
/// ```ignore
/// let transport = MemoryTransport::new();
/// transport.reply(Reply::json(StatusCode::OK, &json!({"name": "hello"})));
/// let client = Client::builder().transport(transport.clone()).build()?;
///
/// let function = client.cloud_functions().get("hello").await?;
///
/// assert_eq!(function.name, "hello");
/// assert_eq!(transport.requests()[0].uri.path(), "/userve/v1.3/cloud-function/hello/");
/// ```
#[derive(Clone, Default)]
pub struct MemoryTransport {
    answer: Option<Arc<dyn Answer>>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    replies: VecDeque<Reply>,
    requests: Vec<RecordedRequest>,
    sleeps: Vec<Duration>,
    now: Duration,
}

/// A request as the transport got it. `Debug` shows no credentials.
#[derive(Clone)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The whole address.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// The address without the secrets in it, if it holds some.
    shown_uri: Option<Uri>,
}

impl RecordedRequest {
    /// The body as JSON; null if it is something else.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RecordedRequest")
            .field("method", &self.method)
            .field("uri", self.shown_uri.as_ref().unwrap_or(&self.uri))
            .field("headers", &self.headers)
            .field("body", &self.body)
            .finish()
    }
}

trait Answer: MaybeSend + MaybeSync {
    fn answer(&self, request: &RecordedRequest) -> Reply;
}

impl<F: Fn(&RecordedRequest) -> Reply + MaybeSend + MaybeSync> Answer for F {
    fn answer(&self, request: &RecordedRequest) -> Reply {
        self(request)
    }
}

impl MemoryTransport {
    /// A transport without replies; give them with [`reply`](Self::reply). A request for which there is none fails.
    pub fn new() -> Self {
        Self::default()
    }

    /// A transport that answers each request by a function.
    pub fn answering(answer: impl Fn(&RecordedRequest) -> Reply + MaybeSend + MaybeSync + 'static) -> Self {
        Self { answer: Some(Arc::new(answer)), state: Arc::default() }
    }

    /// Adds a reply to the list. Clones of a transport share the list.
    pub fn reply(&self, reply: Reply) -> &Self {
        self.state().replies.push_back(reply);
        self
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.state().requests.clone()
    }

    /// How long the client waited, each time that it did: before retries, and until a time limit was over.
    pub fn sleeps(&self) -> Vec<Duration> {
        self.state().sleeps.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The listed replies come first, so that a function can be the rule and the list the exception.
    fn reply_to(&self, request: RecordedRequest) -> Option<Reply> {
        let mut state = self.state();
        state.requests.push(request.clone());
        let listed = state.replies.pop_front();
        drop(state); // the function may look at the transport
        listed.or_else(|| Some(self.answer.as_ref()?.answer(&request)))
    }
}

impl Transport for MemoryTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            let request = record(request).await?;
            match self.reply_to(request) {
                Some(reply) => reply.send().await,
                None => Err(TransportError::new("the transport has no reply left")),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let mut state = self.state();
            state.sleeps.push(duration);
            state.now = state.now.saturating_add(duration);
        })
    }

    fn now(&self) -> Duration {
        self.state().now
    }
}

async fn record(request: Request) -> Result<RecordedRequest, TransportError> {
    let (mut parts, body) = request.into_parts();
    let mut stream = body.into_stream();
    let mut body = BytesMut::new();
    while let Some(piece) = next(&mut stream).await {
        body.extend_from_slice(&piece.map_err(TransportError::new)?);
    }
    let shown_uri = parts.extensions.remove();
    Ok(RecordedRequest { method: parts.method, uri: parts.uri, headers: parts.headers, body: body.freeze(), shown_uri })
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("MemoryTransport").field("state", &*self.state()).finish_non_exhaustive()
    }
}
