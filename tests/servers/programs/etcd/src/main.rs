//! The calls of etcd.

mod leases;
mod maintenance;
mod users;
mod watches;

use calls::{Failure, refused, worked};
use client::models::{
    CompareCompareResult, CompareCompareTarget, EtcdserverpbCompactionRequest, EtcdserverpbCompare,
    EtcdserverpbDeleteRangeRequest, EtcdserverpbPutRequest, EtcdserverpbRangeRequest, EtcdserverpbRequestOp,
    EtcdserverpbTxnRequest,
};
use client::{Client, StatusCode};

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let address = std::env::args().nth(1).ok_or("the first argument is the server's address")?;
    // A server without users asks nobody for a token.
    let client = Client::builder().base_url(address).optional_credentials().on_deviation(calls::tolerated).build()?;
    keys(&client).await?;
    transactions(&client).await?;
    leases::all(&client).await?;
    watches::all(&client).await?;
    maintenance::all(&client).await?;
    users::all(&client).await
}

async fn keys(client: &Client) -> Result<(), Failure> {
    let put = EtcdserverpbPutRequest::new().key(b"a/1").value(b"\x00\xffone");
    let put = worked("POST /v3/kv/put", client.kv().put(put)).await?;
    let header = put.header.ok_or("an answer has a header")?;
    assert!(header.cluster_id.is_some_and(|id| *id > u64::from(u32::MAX)));
    let put = EtcdserverpbPutRequest::new().key(b"a/2").value(b"two").prev_kv(true);
    worked("POST /v3/kv/put for another key", client.kv().put(put)).await?;
    let range = EtcdserverpbRangeRequest::new().key(b"a/").range_end(b"a0");
    let found = worked("POST /v3/kv/range", client.kv().range(range)).await?;
    let pairs = found.kvs.unwrap_or_default();
    let values: Vec<_> = pairs.iter().map(|pair| pair.value.as_deref()).collect();
    assert_eq!(values, [Some(&b"\x00\xffone"[..]), Some(b"two")]);
    assert_eq!(found.count.map(|count| *count), Some(2));
    let range = EtcdserverpbRangeRequest::new().key(b"none");
    let found = worked("POST /v3/kv/range without a match", client.kv().range(range)).await?;
    assert!(found.kvs.unwrap_or_default().is_empty());
    let deletion = EtcdserverpbDeleteRangeRequest::new().key(b"a/2").prev_kv(true);
    let deleted = worked("POST /v3/kv/deleterange", client.kv().delete_range(deletion)).await?;
    assert_eq!(deleted.prev_kvs.unwrap_or_default()[0].value.as_deref(), Some(&b"two"[..]));
    let error = refused("POST /v3/kv/put without a key", client.kv().put(EtcdserverpbPutRequest::new())).await?;
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{error}");
    assert!(error.to_string().contains("key is not provided"), "{error}");
    Ok(())
}

async fn transactions(client: &Client) -> Result<(), Failure> {
    let compare = EtcdserverpbCompare::new().key(b"a/1").target(CompareCompareTarget::Value).value(b"\x00\xffone");
    let put = EtcdserverpbPutRequest::new().key(b"a/1").value(b"three");
    let transaction = EtcdserverpbTxnRequest::new()
        .compare(vec![compare.result(CompareCompareResult::Equal)])
        .success(vec![EtcdserverpbRequestOp::new().request_put(put)]);
    let done = worked("POST /v3/kv/txn", client.kv().txn(transaction)).await?;
    assert_eq!((done.succeeded, done.responses.map(|responses| responses.len())), (Some(true), Some(1)));
    let revision = done.header.and_then(|header| header.revision).ok_or("an answer has a revision")?;
    let compaction = EtcdserverpbCompactionRequest::new().revision(revision);
    worked("POST /v3/kv/compaction", client.kv().compact(compaction.clone())).await?;
    let error = refused("POST /v3/kv/compaction for a second time", client.kv().compact(compaction)).await?;
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{error}");
    Ok(())
}
