//! Five calls of GitHub's API.

use client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().base_url("http://127.0.0.1:1").build()?;
    client.users().get_by_username("user").await?;
    client.repos().list_for_org("organization").await?;
    client.repos().get("owner", "repository").await?;
    client.issues().list_for_repo("owner", "repository").await?;
    client.issues().get("owner", "repository", 1).await?;
    Ok(())
}
