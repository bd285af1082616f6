//! The calls that are measured, by the client that ploidy makes: `METHOD COUNT ADDRESS RECORD`.

use std::env::args;
use std::error::Error;
use std::time::Duration;

use client::{Client, types};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let [method, count, address, record] = args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "four arguments")?;
    let reqwest = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .user_agent("benchmark/1")
        .timeout(Duration::from_secs(30))
        .build()?;
    let client =
        Client::with_reqwest_client(reqwest, address.parse()?).with_sensitive_header("authorization", "Bearer secret")?;
    for _ in 0..count.parse()? {
        if method == "GET" {
            let query =
                client::client::default::parameters::ListRecordsQuery { limit: Some(20), status: Some(types::Status::InReview) };
            assert_eq!(client.list_records("my project", &query).await?.records.len(), 20);
        } else {
            let record: types::Record = serde_json::from_str(&record)?;
            client.create_record("my project", record).await?;
        }
    }
    Ok(())
}
