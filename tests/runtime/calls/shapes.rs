//! Properties that the compiler can tell: what can be sent to another thread, and what stays lazy.

use std::future::poll_fn;
use std::task::Poll;

use super::{client, function, ok, transport};
use crate::generated::operations::cloud_functions::{CloudFunctions, GetError, GetRequest, ListRequest};
use crate::runtime::{
    AnyError, BoxError, Call, Client, ClientBuilder, DecodeError, Encode, Error, Items, JsonObject, MemoryTransport, Pages,
    Received, Response, RetryPolicy, Sending, Transport, TransportError,
};

#[test]
fn what_crosses_threads() {
    fn send<T: Send + 'static>() {}
    fn sync<T: Send + Sync + 'static>() {}
    sync::<Client>();
    sync::<ClientBuilder>();
    sync::<CloudFunctions>();
    sync::<GetRequest>();
    sync::<Error<GetError>>();
    sync::<AnyError>();
    sync::<TransportError>();
    sync::<DecodeError>();
    sync::<Received>();
    sync::<Response<JsonObject>>();
    sync::<MemoryTransport>();
    sync::<RetryPolicy>();
    sync::<std::sync::Arc<dyn Transport>>();
    send::<BoxError>();
    send::<Call<GetRequest>>();
    send::<Sending<GetRequest>>();
    send::<Pages<ListRequest>>();
    send::<Items<ListRequest>>();
    fn unpin<T: Unpin>() {}
    unpin::<Call<GetRequest>>();
    unpin::<Sending<GetRequest>>();
    unpin::<Pages<ListRequest>>();
    unpin::<Items<ListRequest>>();
    fn is_object_safe(_: &dyn Encode) {}
    is_object_safe(&1);
}

#[tokio::test]
async fn a_call_can_be_spawned() {
    let transport = transport([ok(&function(1)), ok(&function(2))]);
    let functions = client(&transport).cloud_functions();
    let spawned = tokio::spawn(async move {
        let first = functions.get("a").await?;
        let second = functions.get("b").send().await?.into_body();
        Ok::<_, Error<GetError>>(first.id + second.id)
    });
    assert_eq!(spawned.await.expect("the task does not panic").expect("both succeed"), 3);
}

#[tokio::test]
async fn nothing_happens_before_a_call_is_polled() {
    let transport = transport([ok(&function(1))]);
    let functions = client(&transport).cloud_functions();
    let call = functions.get("a").into_future();
    let sending = functions.get("b").send();
    let items = functions.list().items();
    tokio::task::yield_now().await;
    assert!(transport.requests().is_empty());
    drop((call, items));
    sending.await.expect("it is a success");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn a_dropped_call_is_over() {
    let transport = transport([crate::runtime::Reply::never()]);
    let client = super::client_with(&transport, |client| client.timeout(None));
    let mut call = client.cloud_functions().get("a").into_future();
    poll_fn(|context| {
        assert!(std::pin::Pin::new(&mut call).poll(context).is_pending());
        Poll::Ready(())
    })
    .await;
    assert_eq!(transport.requests().len(), 1);
    drop(call);
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn a_shared_transport_works_behind_a_pointer() {
    let transport = transport([ok(&function(1))]);
    let shared: std::sync::Arc<dyn Transport> = std::sync::Arc::new(transport.clone());
    let client = Client::builder().transport(shared).build().expect("the settings are valid");
    client.cloud_functions().get("a").await.expect("it is a success");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn what_is_underway_says_so() {
    let transport = transport([]);
    let functions = client(&transport).cloud_functions();
    let call = functions.get("hunter2").into_future();
    assert_eq!(format!("{call:?}"), "Call(Sending(GET /cloud-function/{name}/, waiting))");
    let sending = functions.get("hunter2").send();
    assert_eq!(format!("{sending:?}"), "Sending(GET /cloud-function/{name}/, waiting)");
    let mut pages = functions.list().pages();
    assert_eq!(format!("{pages:?}"), "Pages(GET /cloud-function/, waiting)");
    pages.next().await.expect("there is a page").expect_err("the transport has no reply");
    assert_eq!(format!("{pages:?}"), "Pages(GET /cloud-function/, ended)");
    let items = functions.list().items();
    assert_eq!(format!("{items:?}"), "Items { pages: Pages(GET /cloud-function/, waiting), on_page: 0 }");
}
