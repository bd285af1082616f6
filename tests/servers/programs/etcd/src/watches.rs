//! A watch: a stream of changes that has no end.

use calls::{Failure, worked};
use client::Client;
use client::models::{
    EtcdserverpbDeleteRangeRequest, EtcdserverpbPutRequest, EtcdserverpbWatchCreateRequest, EtcdserverpbWatchRequest,
    EventEventType, MvccpbEvent,
};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let create = EtcdserverpbWatchCreateRequest::new().key(b"watched");
    let watch = EtcdserverpbWatchRequest::new().create_request(create);
    let mut answers = worked("POST /v3/watch", client.watch().watch(watch)).await?;
    let created = answers.next().await.ok_or("a watch begins")??;
    assert_eq!(created.result.and_then(|result| result.created), Some(true));
    let put = EtcdserverpbPutRequest::new().key(b"watched").value(b"1");
    worked("POST /v3/kv/put of a watched key", client.kv().put(put)).await?;
    let answer = answers.next().await.ok_or("the change is sent")??;
    let change = only(answer.result.and_then(|result| result.events))?;
    assert_eq!(change.kv.and_then(|pair| pair.value).as_deref(), Some(&b"1"[..]));
    let deletion = EtcdserverpbDeleteRangeRequest::new().key(b"watched");
    worked("POST /v3/kv/deleterange of a watched key", client.kv().delete_range(deletion)).await?;
    let answer = answers.next().await.ok_or("the change is sent")??;
    assert_eq!(only(answer.result.and_then(|result| result.events))?.type_, Some(EventEventType::Delete));
    Ok(())
}

/// The only event of an answer.
fn only(events: Option<Vec<MvccpbEvent>>) -> Result<MvccpbEvent, Failure> {
    let events: [MvccpbEvent; 1] = events.unwrap_or_default().try_into().map_err(|events| format!("{events:?}"))?;
    let [event] = events;
    Ok(event)
}
