//! Where requests go: to a constant, or to a server whose variables are set.

use servers_case::generated::servers::{DEFAULT, DefaultServer, DefaultServerRegion, LOCAL, TenantServer};
use servers_case::probe::*;

fn address(set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    let (client, transport) = client_and_transport(set);
    block_on(Sending::new(client.pets())).expect("the transport answers");
    transport.requests()[0].uri.to_string()
}

#[test]
fn a_server_is_a_constant_or_a_value() {
    assert_eq!(address(|client| client), "https://eu.example.com:8443/pets");
    assert_eq!(address(|client| client.base_url(DEFAULT)), "https://eu.example.com:8443/pets");
    assert_eq!(address(|client| client.base_url(LOCAL)), "http://localhost:8080/pets");
    let server = DefaultServer::new();
    assert_eq!(address(|client| client.base_url(server)), "https://eu.example.com:8443/pets");
    let server = DefaultServer::default().region(DefaultServerRegion::Us).port("1").base_path("v1");
    assert_eq!(address(|client| client.base_url(server)), "https://us.example.com:1/v1/pets");
    let server = TenantServer::new().tenant("acme");
    assert_eq!(address(|client| client.base_url(server)), "https://acme.example.com/v2/pets");
}

#[test]
fn a_tenant_is_no_host() {
    let error = Client::builder().base_url(TenantServer::new().tenant("evil.test/")).build().expect_err("it is refused");
    assert!(error.to_string().starts_with("the server variable `tenant` holds a character"), "{error}");
}
