//! Leases, and keys that end with them.

use calls::{Failure, worked};
use client::Client;
use client::models::{
    EtcdserverpbLeaseGrantRequest, EtcdserverpbLeaseKeepAliveRequest, EtcdserverpbLeaseRevokeRequest,
    EtcdserverpbLeaseTimeToLiveRequest, EtcdserverpbPutRequest, EtcdserverpbRangeRequest,
};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let calls = client.lease();
    let granted = worked("POST /v3/lease/grant", calls.lease_grant(EtcdserverpbLeaseGrantRequest::new().ttl(600))).await?;
    let id = granted.id.ok_or("a lease has an id")?;
    let put = EtcdserverpbPutRequest::new().key(b"leased").value(b"1").lease(id);
    worked("POST /v3/kv/put with a lease", client.kv().put(put)).await?;
    let alive = calls.lease_keep_alive(EtcdserverpbLeaseKeepAliveRequest::new().id(id));
    let mut alive = worked("POST /v3/lease/keepalive", alive).await?;
    let answer = alive.next().await.ok_or("a lease answers")??;
    assert_eq!(answer.result.and_then(|result| result.id), Some(id));
    let left = calls.lease_time_to_live(EtcdserverpbLeaseTimeToLiveRequest::new().id(id).keys(true));
    let left = worked("POST /v3/lease/timetolive", left).await?;
    assert_eq!(left.keys.unwrap_or_default().iter().map(|key| &**key).collect::<Vec<_>>(), [b"leased"]);
    let leases = worked("POST /v3/lease/leases", calls.lease_leases(client::JsonObject::new())).await?;
    assert_eq!(leases.leases.unwrap_or_default().len(), 1);
    worked("POST /v3/lease/revoke", calls.lease_revoke(EtcdserverpbLeaseRevokeRequest::new().id(id))).await?;
    let range = EtcdserverpbRangeRequest::new().key(b"leased");
    let found = worked("POST /v3/kv/range after the lease", client.kv().range(range)).await?;
    assert!(found.kvs.unwrap_or_default().is_empty());
    Ok(())
}
