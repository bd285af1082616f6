//! Servers: values of variables stay in their places, and operations know servers of their own.

use crate::runtime::{ClientBuilder, Endpoint, Method, RequestBuilder, ServerUrl};

const OWN: Endpoint = Endpoint::new(Method::GET, "/files").server("https://files.example.com");
const PATH: Endpoint = Endpoint::new(Method::GET, "/files").server("/v2");
const PLAIN: Endpoint = Endpoint::new(Method::GET, "/files");

fn builder() -> ClientBuilder {
    ClientBuilder::new("https://api.example.com/v1", "test")
}

fn address(builder: ClientBuilder, endpoint: Endpoint) -> String {
    let client = builder.build().expect("the address is valid");
    let mut request = RequestBuilder::new(&client, endpoint);
    request.path("/files");
    request.build().expect("the request is valid").uri().to_string()
}

#[test]
fn an_operation_goes_to_its_own_server_unless_the_caller_names_one() {
    assert_eq!(address(builder(), PLAIN), "https://api.example.com/v1/files");
    assert_eq!(address(builder(), OWN), "https://files.example.com/files");
    assert_eq!(address(builder().base_url("http://localhost:1/mock/"), OWN), "http://localhost:1/mock/files");
}

#[test]
fn a_servers_path_is_on_the_clients_host() {
    assert_eq!(address(builder(), PATH), "https://api.example.com/v2/files");
    assert_eq!(address(builder().base_url("http://localhost:1"), PATH), "http://localhost:1/v2/files");
}

#[test]
fn a_relative_server_needs_a_host() {
    let relative = || ClientBuilder::new("/api/v1", "test");
    let error = relative().build().expect_err("there is no host");
    let message = "the description leaves open on which host the API is; hand its address to `base_url`, with the path `/api/v1`";
    assert_eq!(error.to_string(), message);
    assert!(ClientBuilder::new("/", "test").build().is_err());
    assert_eq!(address(relative().base_url("https://a.test/api/v1"), PLAIN), "https://a.test/api/v1/files");
}

fn server(region: &str) -> ServerUrl {
    let url = ServerUrl::new().text("https://").variable("region", Some(region), "eu");
    url.text(".example.com/").variable("path", None, "a/b")
}

#[test]
fn variables_fill_their_places() {
    assert_eq!(address(builder().base_url(server("us-1")), PLAIN), "https://us-1.example.com/a/b/files");
    let url = ServerUrl::at("https://host:8443/ignored").text("/hub/api");
    assert_eq!(address(builder().base_url(url), PLAIN), "https://host:8443/hub/api/files");
}

#[test]
fn no_value_leads_to_another_host_or_path() {
    let values = [
        "evil.com/",
        "evil.com\\",
        "user@evil",
        "a#b",
        "a?b",
        "a:1",
        "a b",
        "a\tb",
        "a\r\nb",
        "%2e",
        "",
        ".",
        "..",
        "é",
        "[::1]",
    ];
    for value in values {
        let error = builder().base_url(server(value)).build().expect_err(value);
        assert!(error.to_string().starts_with("the server variable `region` "), "{error}");
    }
}

#[test]
fn every_text_is_an_address() {
    let address = String::from("https://a.test");
    for url in [ServerUrl::from(&address), address.clone().into(), address.as_str().into()] {
        assert_eq!(self::address(builder().base_url(url), PLAIN), "https://a.test/files");
    }
}
