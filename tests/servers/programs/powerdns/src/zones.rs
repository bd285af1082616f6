//! Zones, their records and their metadata.

use calls::{Failure, amended, refused, worked};
use client::Client;
use client::models::{Comment, Metadata, Record, RrSet, Zone, ZoneKind};
use client::operations::zones::{CreateZoneError, ListZoneError};

use crate::SERVER;

const NAME: &str = "example.org.";

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let created = client
        .zones()
        .create_zone(SERVER, Zone::new().name(NAME).kind(ZoneKind::Native).nameservers(vec!["ns.example.org.".to_owned()]));
    let created = amended("POST /servers/{server_id}/zones", created).await?;
    assert_eq!((created.id.as_deref(), created.kind), (Some(NAME), Some(ZoneKind::Native)));
    let again = client.zones().create_zone(SERVER, Zone::new().name("example.net").kind(ZoneKind::Native));
    let error = refused("POST /servers/{server_id}/zones without the last dot", again).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(
        matches!(documented, Some(CreateZoneError::UnprocessableContent(said)) if said.error.contains("canonical")),
        "{error}"
    );
    let zones = worked("GET /servers/{server_id}/zones", client.zones().list_zones(SERVER)).await?;
    assert_eq!(zones.iter().map(|zone| zone.name.as_deref()).collect::<Vec<_>>(), [Some(NAME)]);
    records(client).await?;
    metadata(client).await?;
    worked("PUT /servers/{server_id}/zones/{zone_id}", client.zones().put_zone(SERVER, NAME, Zone::new().account("tests")))
        .await?;
    let text = amended("GET /servers/{server_id}/zones/{zone_id}/export", client.zones().axfr_export_zone(SERVER, NAME)).await?;
    assert!(text.contains("example.org.") && text.contains("\tA\t192.0.2.7"), "{text}");
    let flushed = worked("PUT /servers/{server_id}/cache/flush", client.servers().cache_flush_by_name(SERVER, NAME)).await?;
    assert!(flushed.count.is_some_and(|count| count >= 0.0));
    worked("DELETE /servers/{server_id}/zones/{zone_id}", client.zones().delete_zone(SERVER, NAME)).await?;
    let error = refused("GET /servers/{server_id}/zones/{zone_id} of none", client.zones().list_zone(SERVER, NAME)).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(matches!(documented, Some(ListZoneError::NotFound(_))), "{error}");
    Ok(())
}

async fn records(client: &Client) -> Result<(), Failure> {
    let change = |set| client.zones().patch_zone(SERVER, NAME, Zone::new().rrsets(vec![set]));
    let www = RrSet::new("www.example.org.", "A").ttl(300).changetype("REPLACE");
    let comment = Comment::new().content("ä; \"b\"").account("tests");
    let www = www.records(vec![Record::new("192.0.2.7"), Record::new("192.0.2.8").disabled(true)]).comments(vec![comment]);
    amended("PATCH /servers/{server_id}/zones/{zone_id}", change(www)).await?;
    let zone = amended("GET /servers/{server_id}/zones/{zone_id}", client.zones().list_zone(SERVER, NAME)).await?;
    let sets = zone.rrsets.ok_or("a zone has sets of records")?;
    let www = sets.iter().find(|set| set.name == "www.example.org.").ok_or("there is the new set")?;
    assert_eq!((www.type_.as_str(), www.ttl, www.records.as_ref().map(Vec::len)), ("A", Some(300), Some(2)));
    assert_eq!(www.comments.iter().flatten().map(|comment| comment.content.as_deref()).collect::<Vec<_>>(), [Some("ä; \"b\"")]);
    let mail = RrSet::new("example.org.", "MX").ttl(300).changetype("REPLACE").records(vec![Record::new("10 www.example.org.")]);
    amended("PATCH /servers/{server_id}/zones/{zone_id} for another set", change(mail)).await?;
    let found = worked("GET /servers/{server_id}/search-data", client.search().search_data(SERVER, "*www*", 10)).await?;
    assert!(found.iter().any(|found| found.object_type.as_deref() == Some("record")), "{found:?}");
    let deletion = RrSet::new("example.org.", "MX").changetype("DELETE");
    amended("PATCH /servers/{server_id}/zones/{zone_id} to delete a set", change(deletion)).await?;
    let bad = RrSet::new("www.example.org.", "A").ttl(300).changetype("REPLACE").records(vec![Record::new("no address")]);
    let error = refused("PATCH /servers/{server_id}/zones/{zone_id} with a bad record", change(bad)).await?;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(422), "{error}");
    Ok(())
}

async fn metadata(client: &Client) -> Result<(), Failure> {
    let calls = client.zonemetadata();
    let new = Metadata::new().kind("ALLOW-AXFR-FROM").metadata(vec!["192.0.2.0/24".to_owned()]);
    worked("POST .../metadata", calls.create_metadata(SERVER, NAME, new)).await?;
    let all = worked("GET .../metadata", calls.list_metadata(SERVER, NAME)).await?;
    assert!(all.iter().any(|entry| entry.kind.as_deref() == Some("ALLOW-AXFR-FROM")), "{all:?}");
    let changed = Metadata::new().kind("ALLOW-AXFR-FROM").metadata(vec!["AUTO-NS".to_owned()]);
    let changed =
        worked("PUT .../metadata/{metadata_kind}", calls.modify_metadata(SERVER, NAME, "ALLOW-AXFR-FROM", changed)).await?;
    assert_eq!(changed.metadata, Some(vec!["AUTO-NS".to_owned()]));
    let one = worked("GET .../metadata/{metadata_kind}", calls.get_metadata(SERVER, NAME, "ALLOW-AXFR-FROM")).await?;
    assert_eq!(one.metadata, Some(vec!["AUTO-NS".to_owned()]));
    worked("DELETE .../metadata/{metadata_kind}", calls.delete_metadata(SERVER, NAME, "ALLOW-AXFR-FROM")).await
}
