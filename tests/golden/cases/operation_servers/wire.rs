//! Servers of a path or of an operation, in place of the description's.

use operation_servers_case::probe::*;

#[test]
fn each_operation_goes_to_its_server() {
    assert_eq!(sent(|client| client.pets()).uri, "https://api.example.com/v1/pets");
    assert_eq!(sent(|client| client.download()).uri, "https://eu.files.example.com/files");
    assert_eq!(sent(|client| client.upload()).uri, "https://upload.example.com/files");
    assert_eq!(sent(|client| client.remove()).uri, "https://api.example.com/v1/files");
}

#[test]
fn a_server_of_the_callers_is_that_of_all_operations() {
    let (client, transport) = client_and_transport(|client| client.base_url("http://localhost:8080"));
    block_on(Sending::new(client.pets())).expect("the transport answers");
    block_on(Sending::new(client.upload())).expect("the transport answers");
    let addresses: Vec<String> = transport.requests().iter().map(|request| request.uri.to_string()).collect();
    assert_eq!(addresses, ["http://localhost:8080/pets", "http://localhost:8080/files"]);
}
