//! Where the golden case `operation_servers` sends its requests.

#[path = "../golden/cases/operation_servers/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use generated::operations::untagged::DownloadRequest;
use runtime::{Client, ClientBuilder, MemoryTransport, Reply, StatusCode};

/// Where a request goes, or why it does not.
async fn address(
    set: impl FnOnce(ClientBuilder) -> ClientBuilder,
    choose: impl FnOnce(DownloadRequest) -> DownloadRequest,
) -> Result<String, String> {
    let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT));
    let client = set(Client::builder()).transport(transport.clone()).build().expect("the settings are valid");
    choose(client.download()).await.map_err(|error| error.to_string())?;
    Ok(transport.requests()[0].uri.to_string())
}

#[tokio::test]
async fn an_operation_has_a_server_of_its_own_unless_the_caller_names_another() {
    assert_eq!(address(|client| client, |request| request).await.as_deref(), Ok("https://eu.files.example.com/files"));
    let old = address(|client| client, |request| request.server("https://old.example.com/")).await;
    assert_eq!(old.as_deref(), Ok("https://old.example.com/files"));
    let at = |client: ClientBuilder| client.base_url("https://test.example.com:8443/v2");
    assert_eq!(address(at, |request| request).await.as_deref(), Ok("https://test.example.com:8443/v2/files"));
    let us = address(at, |request| request.server("https://us.files.example.com")).await;
    assert_eq!(us.as_deref(), Ok("https://us.files.example.com/files"));
    let path = address(at, |request| request.server("/v3/")).await;
    assert_eq!(path.as_deref(), Ok("https://test.example.com:8443/v3/files"));
}

#[tokio::test]
async fn what_is_no_server_is_refused() {
    for server in ["us.files.example.com", "https://a.example/?b", "/../x", "https://user@a.example", ""] {
        let error = address(|client| client, |request| request.server(server)).await.expect_err("it is no server");
        assert!(error.contains("the server "), "{error}");
    }
}
