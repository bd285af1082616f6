//! TLS: no server is believed whose certificate is not in order, and none is asked without.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tests::scripted_server::{Script, ScriptedServer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::{WAYS, Way, is_timeout, is_transport, printed};
use crate::runtime::{Client, ClientBuilder, ReqwestTransport, RetryPolicy};

/// For 127.0.0.1, signed by itself.
const CERTIFICATE: &[u8] = include_bytes!("certificate.der");
const KEY: &[u8] = include_bytes!("key.der");

/// The server's side of TLS, for these protocols.
pub(super) fn acceptor(protocols: &[&[u8]]) -> TlsAcceptor {
    let key = PrivateKeyDer::try_from(KEY).expect("it is a key");
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let config = config.with_safe_default_protocol_versions().expect("the provider has them").with_no_client_auth();
    let mut config = config.with_single_cert(vec![CertificateDer::from(CERTIFICATE)], key).expect("they belong together");
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    TlsAcceptor::from(Arc::new(config))
}

/// A transport that trusts the certificate.
pub(super) fn trusting() -> ReqwestTransport {
    let certificate = reqwest::Certificate::from_der(CERTIFICATE).expect("it is a certificate");
    let client = reqwest::Client::builder().tls_certs_only([certificate]).no_proxy().build();
    ReqwestTransport::from_client(client.expect("TLS can be set up"))
}

/// A server with TLS that nobody has reason to trust, and how many requests have reached it.
async fn server() -> (u16, Arc<AtomicUsize>) {
    let acceptor = acceptor(&[]);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("the socket is bound").port();
    let requests = Arc::new(AtomicUsize::new(0));
    let count = requests.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut request = [0; 4096];
            if matches!(stream.read(&mut request).await, Ok(1..)) {
                count.fetch_add(1, Ordering::SeqCst);
                let answer = "HTTP/1.1 200 OK\r\ncontent-length: 19\r\nconnection: close\r\n\r\n{\"id\":1,\"name\":\"a\"}";
                _ = stream.write_all(answer.as_bytes()).await;
                _ = stream.shutdown().await;
            }
        }
    });
    (port, requests)
}

fn client(address: String, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = Client::builder().base_url(address).header("authorization", "Bearer hunter2").retries(RetryPolicy::none());
    set(builder.timeout(Duration::from_secs(5))).build().expect("the settings are valid")
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let (port, requests) = server().await;
    for way in WAYS {
        let client = client(format!("https://127.0.0.1:{port}"), |client| client);
        let error = way.take(client.cloud_functions().get("a")).await.error();
        assert!(is_transport(&error) && !printed(&error).contains("hunter2"), "{way:?}: {error}");
        assert!(error.to_string().to_lowercase().contains("cert"), "it says why: {error}");
        assert_eq!(requests.load(Ordering::SeqCst), 0, "{way:?}: nothing was said to it");
    }
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let (port, requests) = server().await;
    let at = |host: &str| client(format!("https://{host}:{port}"), |client| client.transport(trusting()));
    let outcome = Way::Call.take(at("127.0.0.1").cloud_functions().get("a")).await;
    assert!(outcome.error.is_none(), "that is the host it is for: {outcome:?}");
    assert_eq!(requests.load(Ordering::SeqCst), 1);
    let error = Way::Call.take(at("localhost").cloud_functions().get("a")).await.error();
    assert!(is_transport(&error), "{error}");
    assert_eq!(requests.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn no_call_falls_back_to_a_server_without_tls() {
    for way in WAYS {
        let server = ScriptedServer::start(["HTTP/1.1 200 OK\r\ncontent-length: 19\r\n\r\n{\"id\":1,\"name\":\"a\"}"]);
        let client = client(server.origin().replace("http:", "https:"), |client| client);
        let error = way.take(client.cloud_functions().get("a")).await.error();
        assert!(is_transport(&error), "{way:?}: {error}");
        assert!(server.connections() <= 1, "{way:?}");
    }
}

/// Whoever cuts the connection on the way must not be able to shorten a body. TLS says its own goodbye.
#[tokio::test]
async fn a_body_that_ends_without_a_goodbye_is_not_whole() {
    for way in WAYS {
        for says_goodbye in [true, false] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
            let port = listener.local_addr().expect("the socket is bound").port();
            tokio::spawn(async move {
                let (stream, _) = listener.accept().await?;
                let mut stream = acceptor(&[]).accept(stream).await?;
                _ = stream.read(&mut [0; 4096]).await?;
                stream.write_all(format!("HTTP/1.1 200 OK\r\n\r\n{}", way.body()).as_bytes()).await?;
                stream.flush().await?;
                if says_goodbye {
                    stream.shutdown().await?;
                }
                std::io::Result::Ok(())
            });
            let client = client(format!("https://127.0.0.1:{port}"), |client| client.transport(trusting()));
            let outcome = way.take(client.cloud_functions().get("a")).await;
            assert_eq!(outcome.error.as_ref().is_some_and(is_transport), !says_goodbye, "{way:?}: {outcome:?}");
            assert!(says_goodbye || way != Way::Call || outcome.items == 0, "{way:?}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_handshake_that_goes_wrong_is_an_error() {
    for way in WAYS {
        for (fault, script, is_late) in [
            ("silence", Script::new().early().hold(), true),
            ("half a record", Script::new().early().send(b"\x16\x03\x03\x40\x00\x02").hold(), true),
            ("a trickle", Script::new().early().send(b"\x16\x03\x03\x40\x00").forever("\x02", Duration::from_millis(20)), true),
            ("a flood", Script::new().early().forever(b"\x16\x03\x03\x40\x00".repeat(999), Duration::ZERO), false),
            ("a refusal", Script::new().early().send(b"\x15\x03\x03\x00\x02\x02\x28").hold(), false),
            ("nonsense", Script::new().early().send("banana banana").hold(), false),
            ("the end", Script::new().early(), false),
            ("a reset", Script::new().early().reset(), false),
        ] {
            let server = ScriptedServer::start([script]);
            let origin = server.origin().replace("http:", "https:");
            let client = client(origin, |client| client.timeout(Duration::from_millis(100)));
            let error = way.take(client.cloud_functions().get("a")).await.error();
            assert!(if is_late { is_timeout(&error) } else { is_transport(&error) }, "{way:?}, {fault}: {error}");
            assert!(!printed(&error).contains("hunter2"));
        }
    }
}
