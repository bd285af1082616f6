//! The state of the cluster and of its database.

use calls::{Failure, worked};
use client::models::{AlarmRequestAlarmAction, EtcdserverpbAlarmRequest, EtcdserverpbHashKvRequest};
use client::{Client, JsonObject};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let members = worked("POST /v3/cluster/member/list", client.cluster().member_list(JsonObject::new())).await?;
    let members = members.members.unwrap_or_default();
    assert_eq!(members.iter().map(|member| member.name.as_deref()).collect::<Vec<_>>(), [Some("default")]);
    let calls = client.maintenance();
    let status = worked("POST /v3/maintenance/status", calls.status(JsonObject::new())).await?;
    assert!(status.version.is_some() && status.db_size.is_some_and(|size| *size > 0));
    let alarms = calls.alarm(EtcdserverpbAlarmRequest::new().action(AlarmRequestAlarmAction::Get));
    assert!(worked("POST /v3/maintenance/alarm", alarms).await?.alarms.unwrap_or_default().is_empty());
    let hash = worked("POST /v3/maintenance/hash", calls.hash_kv(EtcdserverpbHashKvRequest::new())).await?;
    assert!(hash.hash.is_some());
    worked("POST /v3/maintenance/defragment", calls.defragment(JsonObject::new())).await?;
    let mut snapshot = worked("POST /v3/maintenance/snapshot", calls.snapshot(JsonObject::new())).await?;
    let mut bytes = 0;
    while let Some(piece) = snapshot.next().await {
        bytes += piece?.result.and_then(|result| result.blob).map_or(0, |blob| blob.len());
    }
    assert!(bytes > 0);
    Ok(())
}
