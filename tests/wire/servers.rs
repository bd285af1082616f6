//! Where the golden case `servers` sends its requests.

#[path = "../golden/cases/servers/expected/mod.rs"]
pub mod generated;
#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

use generated::servers::{DefaultServer, DefaultServerRegion, LOCAL, TenantServer};
use runtime::{Client, ClientBuilder, MemoryTransport, Reply, StatusCode};

async fn address(set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    let transport = MemoryTransport::answering(|_| Reply::new(StatusCode::NO_CONTENT));
    let client = set(Client::builder()).transport(transport.clone()).build().expect("the settings are valid");
    client.pets().await.expect("it is accepted");
    transport.requests()[0].uri.to_string()
}

#[tokio::test]
async fn a_server_is_a_constant_or_a_value() {
    assert_eq!(address(|client| client).await, "https://eu.example.com:8443/pets");
    assert_eq!(address(|client| client.base_url(LOCAL)).await, "http://localhost:8080/pets");
    let server = DefaultServer::new();
    assert_eq!(address(|client| client.base_url(server)).await, "https://eu.example.com:8443/pets");
    let server = DefaultServer::default().region(DefaultServerRegion::Us).port("1").base_path("v1");
    assert_eq!(address(|client| client.base_url(server)).await, "https://us.example.com:1/v1/pets");
    let server = TenantServer::new().tenant("acme");
    assert_eq!(address(|client| client.base_url(server)).await, "https://acme.example.com/v2/pets");
}

#[test]
fn a_tenant_is_no_host() {
    let error = Client::builder().base_url(TenantServer::new().tenant("evil.test/")).build().expect_err("it is refused");
    assert!(error.to_string().starts_with("the server variable `tenant` holds a character"), "{error}");
}
