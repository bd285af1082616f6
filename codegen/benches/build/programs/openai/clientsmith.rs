//! Five calls of OpenAI's API.

use client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().base_url("http://127.0.0.1:1").build()?;
    client.models_().list_models().await?;
    client.models_().retrieve_model("model").await?;
    client.files().list_files().await?;
    client.files().retrieve_file("file").await?;
    client.files().delete_file("file").await?;
    Ok(())
}
