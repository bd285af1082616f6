//! The calls of Alertmanager.

use std::collections::BTreeMap;
use std::time::SystemTime;

use calls::{Failure, refused, worked};
use client::chrono::{DateTime, Duration, FixedOffset, Utc};
use client::models::SilenceStatusState;
use client::models::{AlertStatusState, ClusterStatusStatus, Matcher, PostableAlert, PostableSilence, PostableSilenceRequired};
use client::operations::alert::GetAlertsError;
use client::operations::silence::PostSilencesError;
use client::{Client, StatusCode, servers};

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let address = std::env::args().nth(1).ok_or("the first argument is the server's address")?;
    let client = Client::builder().base_url(servers::DefaultServer::at(address)).on_deviation(calls::tolerated).build()?;
    general(&client).await?;
    alerts(&client).await?;
    silences(&client).await
}

async fn general(client: &Client) -> Result<(), Failure> {
    let status = worked("GET /status", client.general().get_status()).await?;
    assert_eq!(status.cluster.status, ClusterStatusStatus::Disabled);
    assert!(status.config.original.contains("nobody") && !status.version_info.version.is_empty());
    let receivers = worked("GET /receivers", client.receiver().get_receivers()).await?;
    assert_eq!(receivers.iter().map(|receiver| receiver.name.as_str()).collect::<Vec<_>>(), ["nobody"]);
    Ok(())
}

async fn alerts(client: &Client) -> Result<(), Failure> {
    let alert = |name: &str| {
        let labels = BTreeMap::from([("alertname".to_owned(), name.to_owned()), ("job".to_owned(), "test".to_owned())]);
        let annotations = BTreeMap::from([("summary".to_owned(), "ä & \"b\"".to_owned())]);
        PostableAlert::new(labels).annotations(annotations).generator_url("http://localhost/graph").ends_at(in_minutes(10))
    };
    worked("POST /alerts", client.alert().post_alerts(vec![alert("Down"), alert("Slow")])).await?;
    let alerts = worked("GET /alerts", client.alert().get_alerts()).await?;
    assert_eq!(alerts.len(), 2);
    let found = client.alert().get_alerts().filter(vec!["alertname=\"Down\"".to_owned(), "job=~\"t.*\"".to_owned()]);
    let found = worked("GET /alerts by filters", found).await?;
    let [down] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((down.labels["alertname"].as_str(), down.annotations["summary"].as_str()), ("Down", "ä & \"b\""));
    assert!(matches!(down.status.state, AlertStatusState::Active | AlertStatusState::Unprocessed), "{down:?}");
    assert_eq!(down.generator_url.as_deref(), Some("http://localhost/graph"));
    let groups = worked("GET /alerts/groups", client.alertgroup().get_alert_groups()).await?;
    assert_eq!(groups.iter().map(|group| group.alerts.len()).sum::<usize>(), 2);
    let error = refused("GET /alerts by a wrong filter", client.alert().get_alerts().filter(vec!["=".to_owned()])).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(matches!(documented, Some(GetAlertsError::BadRequest(message)) if !message.is_empty()), "{error}");
    let error =
        refused("POST /alerts without labels", client.alert().post_alerts(vec![PostableAlert::new(BTreeMap::new())])).await?;
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{error}");
    Ok(())
}

async fn silences(client: &Client) -> Result<(), Failure> {
    let silence = |comment: &str, ends_at| {
        PostableSilence::new(PostableSilenceRequired {
            matchers: vec![Matcher::new("alertname", "Down", false), Matcher::new("job", "a|b", true).is_equal(false)],
            starts_at: in_minutes(0),
            ends_at,
            created_by: "tests".to_owned(),
            comment: comment.to_owned(),
        })
    };
    let created = worked("POST /silences", client.silence().post_silences(silence("first", in_minutes(30)))).await?;
    let id = created.silence_id.ok_or("a silence has an id")?;
    let uuid = id.parse()?;
    let listed = worked("GET /silences", client.silence().get_silences().filter(vec!["alertname=Down".to_owned()])).await?;
    assert_eq!(listed.iter().map(|silence| silence.id.as_str()).collect::<Vec<_>>(), [id.as_str()]);
    let read = worked("GET /silence/{silenceID}", client.silence().get_silence(uuid)).await?;
    assert_eq!((read.status.state, read.matchers.len(), read.comment.as_str()), (SilenceStatusState::Active, 2, "first"));
    let changed = silence("second", in_minutes(60)).id(&id);
    let changed = worked("POST /silences for a change", client.silence().post_silences(changed)).await?;
    let changed = changed.silence_id.ok_or("a silence has an id")?.parse()?;
    let read = worked("GET /silence/{silenceID} after the change", client.silence().get_silence(changed)).await?;
    assert_eq!(read.comment, "second");
    worked("DELETE /silence/{silenceID}", client.silence().delete_silence(changed)).await?;
    let read = worked("GET /silence/{silenceID} after the end", client.silence().get_silence(changed)).await?;
    assert_eq!(read.status.state, SilenceStatusState::Expired);
    let unknown = client::uuid::Uuid::from_u128(1);
    let error = refused("GET /silence/{silenceID} of none", client.silence().get_silence(unknown)).await?;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND), "{error}");
    let ended = client.silence().post_silences(silence("over", in_minutes(-30)));
    let error = refused("POST /silences that is over", ended).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(matches!(documented, Some(PostSilencesError::BadRequest(message)) if !message.is_empty()), "{error}");
    Ok(())
}

fn in_minutes(minutes: i64) -> DateTime<FixedOffset> {
    (DateTime::<Utc>::from(SystemTime::now()) + Duration::minutes(minutes)).fixed_offset()
}
