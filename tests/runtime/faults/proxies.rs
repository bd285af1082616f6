//! Proxies: used as the environment or the caller says, and never named in full.

use std::net::TcpListener;
use std::process::Command;
use std::time::Duration;

use tests::scripted_server::{Script, ScriptedServer};

use super::{WAYS, Way, printed};
use crate::runtime::{Client, ClientBuilder, ReqwestTransport, RetryPolicy};

const ANSWER: &str = "HTTP/1.1 200 OK\r\ncontent-length: 20\r\nconnection: close\r\n\r\n{\"id\":1,\"name\":\"a\"} ";

/// Where nobody is, so that only a proxy can answer.
pub(super) const NOWHERE: &str = "http://nowhere.invalid";

pub(super) fn transport(proxy: &str) -> ReqwestTransport {
    let proxy = reqwest::Proxy::all(proxy).expect("the address is valid");
    let client = reqwest::Client::builder().proxy(proxy).redirect(reqwest::redirect::Policy::none()).build();
    ReqwestTransport::from_client(client.expect("the settings are valid"))
}

fn client(transport: ReqwestTransport) -> Client {
    let builder: ClientBuilder = Client::builder().base_url(NOWHERE).transport(transport);
    builder.retries(RetryPolicy::none()).timeout(Duration::from_secs(5)).build().expect("the settings are valid")
}

fn with_password(origin: &str) -> String {
    origin.replace("://", "://user:hunter2@")
}

#[tokio::test]
async fn a_proxy_of_the_callers_carries_requests_and_its_password_shows_nowhere() {
    for way in WAYS {
        let server =
            ScriptedServer::start([ANSWER, "HTTP/1.1 407 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n", "banana"]);
        let transport = transport(&with_password(server.origin()));
        assert!(!format!("{transport:?} {transport:#?}").contains("hunter2"));
        let client = client(transport);
        assert!(!format!("{client:?}").contains("hunter2"));
        let outcome = way.take(client.cloud_functions().get("a")).await;
        assert!(outcome.items > 0 || way == Way::Events, "{way:?}: {outcome:?}");
        let request = server.request();
        assert!(request.starts_with("GET http://nowhere.invalid/cloud-function/a/ HTTP/1.1\r\n"), "{request}");
        assert!(request.to_lowercase().contains("proxy-authorization: basic "), "{request}");
        for _ in 0..2 {
            let error = way.take(client.cloud_functions().get("a")).await.error();
            assert!(!printed(&error).contains("hunter2") && !printed(&error).contains("dXNlcjpodW50ZXIy"), "{error:?}");
        }
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_a_transport_error_without_its_password() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let origin = format!("http://{}", listener.local_addr().expect("the socket is bound"));
    drop(listener);
    for way in WAYS {
        let error = way.take(client(transport(&with_password(&origin))).cloud_functions().get("a")).await.error();
        assert!(super::is_transport(&error), "{error}");
        assert!(!printed(&error).contains("hunter2"), "{error:?}");
    }
}

/// What a proxy answers instead of opening a tunnel is not the server's answer.
#[tokio::test]
async fn a_proxy_that_opens_no_tunnel_is_a_transport_error_without_its_password() {
    let opened = || Script::from("HTTP/1.1 200 Connection established\r\n\r\n");
    for way in WAYS {
        for (fault, script, is_late) in [
            ("a refusal", Script::from("HTTP/1.1 403 hunter2\r\ncontent-length: 7\r\n\r\nhunter2"), false),
            ("no password", Script::from("HTTP/1.1 407 No\r\nproxy-authenticate: Basic\r\n\r\n"), false),
            ("a redirect", Script::from("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\n\r\n"), false),
            ("an answer", Script::from(ANSWER), false),
            ("no HTTP", Script::from("banana\r\n\r\n"), false),
            ("headers without end", Script::from("HTTP/1.1 200 OK\r\n").forever("x: y\r\n".repeat(99), Duration::ZERO), false),
            ("the end", Script::new(), false),
            ("a reset", Script::new().reset(), false),
            ("silence", Script::new().hold(), true),
            ("a tunnel to nobody", opened().hold(), true),
            ("a tunnel to a server without TLS", opened().pause(Duration::from_millis(20)).send(ANSWER).hold(), false),
            ("a tunnel that ends", opened(), false),
        ] {
            let server = ScriptedServer::start([script]);
            let transport = transport(&with_password(server.origin()));
            let builder = Client::builder().base_url("https://nowhere.invalid").transport(transport).retries(0);
            let client = builder.timeout(Duration::from_millis(100)).build().expect("the settings are valid");
            let error = way.take(client.cloud_functions().get("a")).await.error();
            let is_right = if is_late { super::is_timeout(&error) } else { super::is_transport(&error) };
            assert!(is_right && error.status().is_none(), "{way:?}, {fault}: {error}");
            assert!(!printed(&error).contains("hunter2"), "{way:?}, {fault}: {error:?}");
            assert!(server.request().starts_with("CONNECT nowhere.invalid:443 HTTP/1.1\r\n"), "{way:?}, {fault}");
        }
    }
}

/// The environment is a process's own, so this runs itself in another one.
#[tokio::test]
async fn proxies_of_the_environment_are_used_unless_the_caller_forbids_it() {
    for (is_forbidden, no_proxy, connections) in [("", "", 1), ("yes", "", 0), ("", "nowhere.invalid", 0)] {
        let server = ScriptedServer::start([Script::from(ANSWER)]);
        let mut command = Command::new(std::env::current_exe().expect("the program runs"));
        command.args(["--exact", "--ignored", "--nocapture", "faults::proxies::a_call_under_a_proxy_of_the_environment"]);
        for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "no_proxy"] {
            command.env_remove(name);
        }
        command.env("http_proxy", with_password(server.origin())).env("NO_PROXY", no_proxy).env("FORBIDDEN", is_forbidden);
        let output = tokio::task::spawn_blocking(move || command.output()).await.expect("it does not panic");
        let output = output.expect("the program runs once more");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(output.status.success() && said.contains("1 passed") && !said.contains("hunter2"), "{said}");
        assert_eq!(server.connections(), connections, "{said}");
    }
}

#[tokio::test]
#[ignore = "for a process of its own"]
async fn a_call_under_a_proxy_of_the_environment() {
    let is_forbidden = std::env::var("FORBIDDEN").is_ok_and(|text| !text.is_empty());
    let transport = match is_forbidden {
        true => ReqwestTransport::from_client(reqwest::Client::builder().no_proxy().build().expect("TLS can be set up")),
        false => ReqwestTransport::new().expect("TLS can be set up"),
    };
    println!("{transport:?}");
    let outcome = Way::Call.take(client(transport).cloud_functions().get("a")).await;
    println!("{}", outcome.error.as_ref().map(printed).unwrap_or_default());
}
