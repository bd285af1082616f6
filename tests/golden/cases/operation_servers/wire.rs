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

#[test]
fn a_call_may_go_to_another_server() {
    let address = |server: &str| sent(|client| client.download().server(server)).uri.to_string();
    assert_eq!(address("https://old.example.com/"), "https://old.example.com/files");
    let (client, transport) = client_and_transport(|client| client.base_url("https://test.example.com:8443/v2"));
    for server in ["https://us.files.example.com", "/v3/"] {
        block_on(Sending::new(client.download().server(server))).expect("the transport answers");
    }
    let addresses: Vec<String> = transport.requests().iter().map(|request| request.uri.to_string()).collect();
    assert_eq!(addresses, ["https://us.files.example.com/files", "https://test.example.com:8443/v3/files"]);
    for server in ["us.files.example.com", "https://a.example/?b", "/../x", "https://user@a.example", ""] {
        let error = refusal(|client| client.download().server(server));
        assert!(error.contains("the server "), "{error}");
    }
}
