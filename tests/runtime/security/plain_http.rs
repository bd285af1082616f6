//! Credentials do not go where others can read them.

use super::{accepting, secured};
use crate::runtime::{ApiKey, ClientBuilder, ClientCredentials, Endpoint, Error, ErrorKind, Method, Sending, Tokens};

secured!(Locked, &[&[("key", &[])]]);
secured!(Open, &[]);

fn keyed(client: ClientBuilder) -> ClientBuilder {
    client.credential("key", ApiKey::header("x-key", "hunter2"))
}

/// Whether a call to a server goes out, and if not why.
async fn sent(address: &str, set: impl FnOnce(ClientBuilder) -> ClientBuilder, is_locked: bool) -> Result<usize, Error<()>> {
    let transport = accepting();
    let client = set(ClientBuilder::new(address, "test").transport(transport.clone())).build().expect("the settings are valid");
    let outcome = if is_locked { Sending::new(Locked(client)).await } else { Sending::new(Open(client)).await };
    assert!(outcome.is_ok() || transport.requests().is_empty(), "nothing went out");
    outcome.map(|_| transport.requests().len())
}

#[tokio::test]
async fn a_server_without_tls_gets_no_credentials() {
    for address in
        ["http://api.example.com", "http://10.0.0.1:8080/v1", "http://localhost.example.com", "http://[fe80::1]", "HTTP://a.test"]
    {
        let error = sent(address, keyed, true).await.expect_err("others could read them");
        assert!(matches!(error.kind(), ErrorKind::Request(_)));
        assert!(error.to_string().contains("`credentials_over_http` allows that"), "{error}");
        for name in ["cookie", "Authorization"] {
            assert!(sent(address, |client| client.header(name, "hunter2"), false).await.is_err(), "{name}");
        }
        assert_eq!(sent(address, |client| keyed(client).header("x-team", "blue"), false).await.ok(), Some(1), "it has none");
        assert_eq!(sent(address, |client| keyed(client).credentials_over_http(), true).await.ok(), Some(1), "it is wanted");
    }
}

#[tokio::test]
async fn a_header_set_by_hand_in_place_of_a_credential_is_one() {
    let set = |client: ClientBuilder| client.credential_header("key", "x-key").header("x-key", "hunter2");
    assert!(sent("http://api.example.com", set, true).await.is_err());
    assert!(sent("http://api.example.com", |client| set(client).optional_credentials(), true).await.is_err());
    assert_eq!(sent("http://api.example.com", |client| set(client).credentials_over_http(), true).await.ok(), Some(1));
    assert_eq!(sent("https://api.example.com", set, true).await.ok(), Some(1));
}

#[tokio::test]
async fn this_machine_and_servers_with_tls_get_them() {
    for address in
        ["https://api.example.com", "http://localhost:1", "http://api.localhost", "http://127.1.2.3:80", "http://[::1]:8080"]
    {
        assert_eq!(sent(address, keyed, true).await.ok(), Some(1), "{address}");
    }
}

/// The description, or the caller, may place one operation on another server than the client's.
#[tokio::test]
async fn each_operations_own_server_counts() {
    #[derive(Clone)]
    struct Elsewhere(crate::runtime::Client);
    impl crate::runtime::Operation for Elsewhere {
        type Output = ();
        type Error = ();
        const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/").security(&[&[("key", &[])]]).server("http://elsewhere.test");
        fn client(&self) -> &crate::runtime::Client {
            &self.0
        }
        fn into_request(self) -> Result<crate::runtime::Request, crate::runtime::RequestError> {
            super::request(&self.0, Self::ENDPOINT)
        }
        fn decode(_: &crate::runtime::Received) -> Result<(), crate::runtime::Failure<()>> {
            Ok(())
        }
    }
    let transport = accepting();
    let client = keyed(ClientBuilder::new("https://api.example.com", "test").transport(transport.clone())).build();
    assert!(Sending::new(Elsewhere(client.expect("the settings are valid"))).await.is_err());
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_server_of_tokens_without_tls_gets_no_secret() {
    let source = || Tokens::from(ClientCredentials::new("http://login.example.com/token", ("id", "hunter2")));
    let set = |client: ClientBuilder| client.credential("key", source());
    let error = sent("https://api.example.com", set, true).await.expect_err("others could read the secret");
    assert!(matches!(error.kind(), ErrorKind::Credential(_)), "{error}");
}
