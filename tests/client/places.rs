//! Errors name method, server and path template, and show no value that the caller gave.

use std::time::Duration;

use minapp_client::Client;
use minapp_client::models::NewCloudFunction;
use tests::minapp_server::{Fault, MinappServer, Phase};

use crate::fixture::{ECHO, client};

#[tokio::test]
async fn each_error_names_what_was_called_and_where() {
    let server = MinappServer::start();
    let functions =
        client(&server, |builder| builder.header("cookie", "sessionid=hunter2").timeout(Duration::from_millis(300)).retries(0));
    functions.create(NewCloudFunction::new("hunter2", ECHO)).await.expect("the name is free");
    let place = format!("GET {}/cloud-function/{{name}}/: ", origin(&server.url()));
    let faults = [
        (Fault::html(), "text/html"),
        (Fault::unavailable(1), "503 Service Unavailable"),
        (Fault::truncated(), ""),
        (Fault::reset(Phase::BeforeAnswer), ""),
        (Fault::late(Duration::from_secs(20)), "300ms"),
        (Fault::edit_json(|json| json["name"] = 7.into()), "name: expected a string"),
        (Fault::redirect("http://user:hunter2@127.0.0.1:1/login?next=hunter2"), "http://127.0.0.1:1/login"),
    ];
    for (fault, cause) in faults {
        server.fault(fault);
        let text = functions.get("hunter2").await.expect_err(cause).to_string();
        assert!(text.starts_with(&place) && text.contains(cause) && !text.contains("hunter2"), "{text}");
    }
    let text = functions.get("..").await.expect_err("it would lead elsewhere").to_string();
    assert!(text.starts_with(&place), "{text}");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named() {
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
        format!("http://{}", listener.local_addr().expect("it has an address"))
    };
    let client =
        Client::builder().base_url(format!("{address}/tenants/hunter2")).retries(0).build().expect("the address is valid");
    let text = client.cloud_functions().get("hunter2").await.expect_err("nobody listens").to_string();
    assert!(text.starts_with(&format!("GET {address}/cloud-function/{{name}}/: ")) && !text.contains("hunter2"), "{text}");
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> String {
    address.split('/').take(3).collect::<Vec<_>>().join("/")
}
