//! Servers that are described with `http` and with `https`.

use secure_servers_case::generated::servers;
use secure_servers_case::probe::*;

#[test]
fn https_is_the_default_where_an_address_has_both() {
    assert_eq!(sent(|client| client.pets()).uri, "https://api.example.com/v1/pets");
    assert_eq!(sent(|client| client.files()).uri, "https://files.example.com/files");
    assert_eq!(servers::PLAIN, "http://api.example.com:80/v1");
}

#[test]
fn another_port_or_path_is_another_server() {
    assert_eq!(sent(|client| client.plain()).uri, "http://plain.example.com/plain");
}
