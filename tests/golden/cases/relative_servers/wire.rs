//! Servers of which the description gives only a path.

use relative_servers_case::generated::servers::{DefaultServer, StagesServer, StagesServerStage};
use relative_servers_case::probe::*;

fn addresses(server: impl Into<ServerUrl>) -> [String; 2] {
    let (client, transport) = client_and_transport(|client| client.base_url(server));
    block_on(Sending::new(client.pets())).expect("the transport answers");
    block_on(Sending::new(client.news())).expect("the transport answers");
    let requests = transport.requests();
    [requests[0].uri.to_string(), requests[1].uri.to_string()]
}

#[test]
fn the_host_is_the_callers_and_the_path_the_descriptions() {
    let default = DefaultServer::at("https://a.example.com:8443/ignored");
    assert_eq!(addresses(default)[0], "https://a.example.com:8443/api/v1/pets");
    let nightly = StagesServer::at("https://a.example.com").stage(StagesServerStage::Nightly);
    assert_eq!(addresses(nightly)[0], "https://a.example.com/nightly/pets");
    assert_eq!(addresses("https://a.example.com/own")[0], "https://a.example.com/own/pets");
}

#[test]
fn a_client_without_a_host_is_not_built() {
    let error = Client::builder().transport(MemoryTransport::new()).build().expect_err("no host is known");
    let expected =
        "the description leaves open on which host the API is; hand its address to `base_url`, with the path `/api/v1`";
    assert_eq!(error.to_string(), expected);
}
