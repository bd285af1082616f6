//! The calls of PowerDNS.

mod keys;
mod zones;

use calls::{Failure, amended, refused, worked};
use client::models::{Autoprimary, GetStatsOutputItem};
use client::{Client, StatusCode, servers};

/// The only server of an instance.
const SERVER: &str = "localhost";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().ok_or("the first argument is the server's address")?;
    let key = arguments.next().ok_or("the second argument is the API key")?;
    let server = servers::DefaultServer::at(address);
    let client = Client::builder().base_url(server.clone()).api_key_header(key).on_deviation(calls::tolerated).build()?;
    let stranger = Client::builder().base_url(server).api_key_header("wrong").build()?;
    let error = refused("GET /servers with a wrong key", stranger.servers().list_servers()).await?;
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED), "{error}");
    server_itself(&client).await?;
    zones::all(&client).await?;
    keys::all(&client).await
}

async fn server_itself(client: &Client) -> Result<(), Failure> {
    let servers = worked("GET /servers", client.servers().list_servers()).await?;
    assert_eq!(servers.iter().map(|server| server.id.as_deref()).collect::<Vec<_>>(), [Some(SERVER)]);
    let server = worked("GET /servers/{server_id}", client.servers().list_server(SERVER)).await?;
    assert_eq!(server.daemon_type.as_deref(), Some("authoritative"));
    let error = refused("GET /servers/{server_id} of none", client.servers().list_server("nowhere")).await?;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND), "{error}");
    let settings = worked("GET /servers/{server_id}/config", client.config().get_config(SERVER)).await?;
    assert!(settings.iter().any(|setting| setting.name.as_deref() == Some("api")));
    let statistics = amended("GET /servers/{server_id}/statistics", client.stats().get_stats(SERVER)).await?;
    assert!(statistics.iter().any(|item| matches!(item, GetStatsOutputItem::StatisticItem(_))));
    assert!(statistics.iter().any(|item| matches!(item, GetStatsOutputItem::MapStatisticItem(_))));
    assert!(statistics.iter().any(|item| matches!(item, GetStatsOutputItem::RingStatisticItem(_))));
    assert!(statistics.iter().all(|item| !matches!(item, GetStatsOutputItem::Unknown(_))));
    let autoprimary = Autoprimary::new().ip("192.0.2.1").nameserver("ns.example.org").account("tests");
    worked("POST /servers/{server_id}/autoprimaries", client.autoprimary().create_autoprimary(SERVER, autoprimary)).await?;
    let listed = amended("GET /servers/{server_id}/autoprimaries", client.autoprimary().get_autoprimaries(SERVER)).await?;
    assert_eq!(listed.iter().map(|autoprimary| autoprimary.ip.as_deref()).collect::<Vec<_>>(), [Some("192.0.2.1")]);
    let deletion = client.autoprimary().delete_autoprimary(SERVER, "192.0.2.1", "ns.example.org");
    worked("DELETE /servers/{server_id}/autoprimaries/{ip}/{nameserver}", deletion).await
}
