//! Calls that are dropped at each point where they wait: what is underway ends, and the client goes on.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use serde_json::json;

use super::{function, ok};
use crate::generated::operations::cloud_functions::GetError;
use crate::runtime::{
    BoxError, BoxFuture, ByteStream, Bytes, Client, ClientCredentials, Download, Endpoint, Error, EventStream, MemoryTransport,
    Method, Reply, Request, Sending, StatusCode, Tokens, Transport, TransportError,
};

/// Waits once wherever there is something to wait for: before and after sending, at each piece of a body, and while asleep.
struct Halting(MemoryTransport);

async fn halt() {
    let mut halted = false;
    poll_fn(|context| {
        if std::mem::replace(&mut halted, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl Transport for Halting {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<ByteStream>, TransportError>> {
        Box::pin(async move {
            halt().await;
            let response = self.0.send(request).await?;
            halt().await;
            Ok(response.map(|body| -> ByteStream { Box::pin(HaltingBody { body, halted: false }) }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        // A limit must not be over before what it limits; retries wait for much less.
        if duration >= Duration::from_secs(5) {
            return Box::pin(std::future::pending());
        }
        Box::pin(halt())
    }
}

struct HaltingBody {
    body: ByteStream,
    halted: bool,
}

impl Stream for HaltingBody {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.halted = !self.halted;
        if self.halted {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.body.as_mut().poll_next(context)
    }
}

// It needs a token, which is refused at first, and its first attempts fail in several ways.
operation!(Get, Endpoint::new(Method::GET, "/thing").security(&[&[("oauth", &[])]]), crate::thing);

fn troubled() -> MemoryTransport {
    let troubles = Mutex::new(0);
    MemoryTransport::answering(move |request| {
        if request.uri.path().ends_with("/token") {
            return Reply::json(StatusCode::OK, &json!({"access_token": "t", "expires_in": 3600}));
        }
        let mut troubles = troubles.lock().expect("nothing panics here");
        *troubles += 1;
        match *troubles {
            1 => Reply::new(StatusCode::UNAUTHORIZED).body("again"),
            2 => Reply::new(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "1").body("later"),
            3 => Reply::new(StatusCode::OK).body("half").then_failure("reset"),
            _ => Reply::new(StatusCode::OK).body("a").body("b"),
        }
    })
}

/// Polls a call so many times and drops it; whether it was done by then.
async fn dropped_after<T>(polls: usize, call: impl Future<Output = T>) -> bool {
    let mut call = pin!(call);
    let mut left = polls;
    poll_fn(|context| {
        while left > 0 {
            left -= 1;
            if call.as_mut().poll(context).is_ready() {
                return Poll::Ready(true);
            }
        }
        Poll::Ready(false)
    })
    .await
}

#[tokio::test]
async fn a_call_can_be_dropped_wherever_it_waits() {
    for is_streamed in [false, true] {
        let mut polls = 1;
        loop {
            let transport = troubled();
            let source = ClientCredentials::new("/token", ("id", "secret"));
            let client = Client::builder().transport(Halting(transport.clone())).credential("oauth", Tokens::from(source));
            let client = client.build().expect("the settings are valid");
            let is_done = match is_streamed {
                false => dropped_after(polls, Sending::new(Get(client.clone()))).await,
                true => dropped_after(polls, Download::open(Get(client.clone()), None)).await,
            };
            let requests = transport.requests().len();
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
            assert_eq!(transport.requests().len(), requests, "after {polls} polls something goes on");
            // What was interrupted holds nobody up.
            let next = tokio::time::timeout(Duration::from_secs(5), Sending::new(Get(client))).await;
            next.expect("it does not hang").expect("the server recovers");
            if is_done {
                break;
            }
            polls += 1;
        }
        assert!(polls > 15, "it waits in many places: {polls}");
    }
}

#[tokio::test]
async fn a_list_can_be_dropped_wherever_it_waits() {
    for polls in 1..12 {
        let transport = MemoryTransport::answering(|_| ok(&json!({"meta": {"next": "/more"}, "objects": [function(1)]})));
        let client = Client::builder().transport(Halting(transport.clone())).build().expect("the settings are valid");
        let mut items = client.cloud_functions().list().items();
        for _ in 0..polls {
            // A single poll each time: what came before it is kept.
            _ = dropped_after(1, items.next()).await;
        }
        let before = transport.requests().len();
        drop(items);
        tokio::task::yield_now().await;
        assert_eq!(transport.requests().len(), before);
        let get: Result<_, Error<GetError>> = client.cloud_functions().get("a").await;
        assert!(get.is_err(), "a page is no function, but an answer");
    }
}

/// Also while it waits to connect again, does so, or is refused.
#[tokio::test]
async fn an_event_stream_can_be_dropped_wherever_it_waits() {
    for polls in 1..40 {
        let attempts = Mutex::new(0);
        let transport = MemoryTransport::answering(move |_| {
            let mut attempts = attempts.lock().expect("nothing panics here");
            *attempts += 1;
            match *attempts % 3 {
                1 => Reply::new(StatusCode::OK).body("retry: 1\ndata: 1\n").body("\n"),
                2 => Reply::failure("reset"),
                _ => Reply::new(StatusCode::SERVICE_UNAVAILABLE).body("later"),
            }
        });
        let client = Client::builder().transport(Halting(transport.clone())).build().expect("the settings are valid");
        let events = async {
            let mut events = EventStream::of_text(client.cloud_functions().get("a")).await.expect("it begins").reconnect(true);
            while let Some(event) = events.next().await {
                event.expect("it is an event");
            }
        };
        let is_done = dropped_after(polls, events).await;
        let requests = transport.requests().len();
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        assert!(!is_done && transport.requests().len() == requests, "after {polls} polls something goes on");
        assert!(polls < 39 || requests > 4, "it connects again and again: {requests}");
    }
}

/// Whoever waits for the next item and gives up loses none.
#[tokio::test]
async fn giving_up_on_an_item_loses_none() {
    let reply = Reply::new(StatusCode::OK).body("1\n").body("2").body("\n3").body("\n");
    let transport = MemoryTransport::answering(move |_| reply.clone());
    let client = Client::builder().transport(Halting(transport)).build().expect("the settings are valid");
    let opening = crate::runtime::LineStream::<i64>::open(client.cloud_functions().get("a"), None);
    let mut lines = opening.await.expect("it begins");
    let mut got = Vec::new();
    for _ in 0..40 {
        let item = {
            let mut next = pin!(lines.next());
            poll_fn(|context| Poll::Ready(next.as_mut().poll(context))).await
        };
        if let Poll::Ready(Some(item)) = item {
            got.push(item.expect("it is a number"));
        }
    }
    assert_eq!(got, [1, 2, 3]);
}
