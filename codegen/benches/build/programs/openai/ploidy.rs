//! Five calls of OpenAI's API.

use client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new("http://127.0.0.1:1")?;
    client.list_models().await?;
    client.retrieve_model("model").await?;
    client.list_files(&Default::default()).await?;
    client.retrieve_file("file").await?;
    client.delete_file("file").await?;
    Ok(())
}
