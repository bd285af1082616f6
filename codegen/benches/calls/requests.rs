//! The two calls that are measured: by the client, and by reqwest as one writes it by hand.

use std::time::Duration;

use reqwest::Url;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};

use crate::derived;
use crate::generated::models;
use crate::runtime::Client;

const AGENT: &str = "benchmark/1";
const AUTHORITY: &str = "Bearer secret";

/// What sends the calls.
#[derive(Clone)]
pub(crate) enum Caller {
    Client(Client),
    ByHand { client: reqwest::Client, address: String },
}

impl Caller {
    /// `ours` is the client, anything else reqwest; both have the same limit of time.
    pub(crate) fn new(who: &str, address: &str) -> Self {
        if who == "ours" {
            let client = Client::builder().base_url(address).token("secret").user_agent(AGENT).build();
            return Self::Client(client.expect("the address is one"));
        }
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(AGENT)
            .timeout(Duration::from_secs(30))
            .build()
            .expect("TLS can be set up");
        Self::ByHand { client, address: address.to_owned() }
    }

    /// Gets a page, and tells how many records are on it.
    pub(crate) async fn list(&self) -> usize {
        match self {
            Self::Client(client) => {
                let page = client.records().list_records("my project").limit(20).status(models::Status::InReview).await;
                page.expect("the server answers").records.len()
            }
            Self::ByHand { client, address } => {
                let mut url = records(address);
                url.query_pairs_mut().append_pair("limit", &20.to_string()).append_pair("status", "in_review");
                let request = client.get(url).headers(headers());
                let response = request.send().await.and_then(reqwest::Response::error_for_status).expect("the server answers");
                let body = response.bytes().await.expect("the server answers");
                serde_json::from_slice::<derived::Page>(&body).expect("the answer is a page").records.len()
            }
        }
    }

    /// Creates a record, and tells its identifier.
    pub(crate) async fn create(&self, body: &[u8]) -> i64 {
        match self {
            Self::Client(client) => {
                let record: models::Record = crate::runtime::from_json(body).expect("the body is a record");
                client.records().create_record("my project", record).await.expect("the server answers").id
            }
            Self::ByHand { client, address } => {
                let record: derived::Record = serde_json::from_slice(body).expect("the body is a record");
                let sent = serde_json::to_vec(&record).expect("a record is JSON");
                let request = client.post(records(address)).headers(headers()).header(CONTENT_TYPE, "application/json");
                let response = request.body(sent).send().await;
                let response = response.and_then(reqwest::Response::error_for_status).expect("the server answers");
                let body = response.bytes().await.expect("the server answers");
                serde_json::from_slice::<derived::Record>(&body).expect("the answer is a record").id
            }
        }
    }
}

fn records(address: &str) -> Url {
    let mut url = Url::parse(address).expect("the address is one");
    url.path_segments_mut().expect("the address has a path").extend(["projects", "my project", "records"]);
    url
}

fn headers() -> HeaderMap {
    let mut authority = HeaderValue::from_static(AUTHORITY);
    authority.set_sensitive(true);
    HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json")), (AUTHORIZATION, authority)])
}
