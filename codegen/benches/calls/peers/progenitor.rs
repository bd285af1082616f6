//! The calls that are measured, by the client that progenitor makes: `METHOD COUNT ADDRESS RECORD`.

use std::env::args;
use std::error::Error;
use std::time::Duration;

use client::{Client, types};
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let [method, count, address, record] = args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "four arguments")?;
    let reqwest = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .user_agent("benchmark/1")
        .default_headers(HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Bearer secret"))]))
        .timeout(Duration::from_secs(30))
        .build()?;
    let client = Client::new_with_client(address.trim_end_matches('/'), reqwest);
    for _ in 0..count.parse()? {
        if method == "GET" {
            let call = client.list_records().project("my project").limit(20).status(types::Status::InReview);
            assert_eq!(call.send().await?.records.len(), 20);
        } else {
            let record: types::Record = serde_json::from_str(&record)?;
            client.create_record().project("my project").body(record).send().await?;
        }
    }
    Ok(())
}
