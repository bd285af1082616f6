//! What the libraries below the client write to the log, at their most talkative.

use std::sync::{Mutex, PoisonError};

use tests::scripted_server::{Script, ScriptedServer};

use super::http2::server::{Http2Server, OK, Script as Frames, header};
use super::{WAYS, client, proxies, tls};
use crate::generated::models::CloudFunction;
use crate::runtime::{
    ApiKey, Basic, Client, ClientBuilder, ClientCredentials, Download, Endpoint, Failure, Method, Operation, Received, Request,
    RequestBuilder, RequestError, RetryPolicy, Sending, Tokens, Transport,
};

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What no other test uses.
const SECRET: &str = "correcthorse";

/// `user:correcthorse` and `id:correcthorse` in base64, without what depends on what stands before and behind.
const ENCODED: [&str; 2] = ["Y29ycmVjdGhvcnNl", "pjb3JyZWN0aG9yc2"];

struct Log;

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{} {} {}", record.level(), record.target(), record.args());
        LINES.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    fn flush(&self) {}
}

/// A call that needs all credentials of one of some sets.
#[derive(Clone)]
struct Locked(Client);

impl Operation for Locked {
    type Output = ();
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/locked").security(&[
        &[("basic", &[]), ("header", &[]), ("query", &[]), ("cookie", &[])],
        &[("bearer", &[]), ("query", &[])],
        &[("oauth", &[])],
    ]);

    fn client(&self) -> &Client {
        &self.0
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.0, Self::ENDPOINT);
        request.path("/locked");
        request.query("q", &Some(SECRET));
        request.build()
    }

    fn decode(response: &Received) -> Result<(), Failure<()>> {
        response.undocumented(Received::empty)
    }
}

/// Hands a client the credentials of one set.
fn credentials(client: ClientBuilder, set: usize, tokens: &ScriptedServer) -> ClientBuilder {
    let client = client.header("x-secret", SECRET).header("cookie", SECRET);
    match set {
        0 => client
            .credential("basic", Basic::new("user", SECRET))
            .credential("header", ApiKey::header("x-key", SECRET))
            .credential("query", ApiKey::query("key", SECRET))
            .credential("cookie", ApiKey::cookie("key", SECRET)),
        1 => client.credential("bearer", Tokens::from(SECRET)).credential("query", ApiKey::query("key", SECRET)),
        _ => {
            let source = ClientCredentials::new(format!("{}/token?{SECRET}", tokens.origin()), ("id", SECRET));
            client.credential("oauth", Tokens::from(source))
        }
    }
}

/// Calls with each set of credentials.
async fn call(origin: &str, transport: Option<impl Transport + Clone>) {
    for set in 0..3 {
        let token = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{{\"access_token\":\"{SECRET}\"}}");
        let tokens = ScriptedServer::start(vec![token; 2]);
        let builder = credentials(Client::builder().base_url(origin), set, &tokens).credentials_over_http();
        let builder = builder.retries(RetryPolicy::none()).timeout(std::time::Duration::from_secs(5));
        let builder = match &transport {
            Some(transport) => builder.transport(transport.clone()),
            None => builder,
        };
        let client = builder.build().expect("the settings are valid");
        drop(Sending::new(Locked(client.clone())).await);
        if let Ok(mut download) = Download::open(Locked(client), None).await {
            while let Some(Ok(_)) = download.next().await {}
        }
    }
}

/// Headers, queries and bodies may be secret.
#[tokio::test]
async fn no_log_holds_a_secret() {
    log::set_logger(&Log).expect("no other test sets one");
    log::set_max_level(log::LevelFilter::Trace);
    let answer =
        format!("HTTP/1.1 200 OK\r\nset-cookie: a={SECRET}\r\ncontent-length: 14\r\nconnection: close\r\n\r\n\"{SECRET}\"");
    let none = None::<crate::runtime::ReqwestTransport>;
    call(ScriptedServer::start(vec![answer.clone(); 6]).origin(), none).await;
    let frames = Frames::new().head([OK, &header("set-cookie", SECRET)].concat()).last_data(SECRET);
    call(&Http2Server::start(vec![frames; 6]).await.origin, Some(tls::trusting())).await;
    let dangling = Frames::new().head([OK, &header("set-cookie", SECRET)].concat()).data(SECRET).reset(2);
    call(&Http2Server::start(vec![dangling; 6]).await.origin, Some(tls::trusting())).await;
    // Through a proxy with a password: what it carries itself, and a tunnel that it refuses.
    for origin in [proxies::NOWHERE, "https://nowhere.invalid"] {
        let proxy = ScriptedServer::start(vec![answer.clone(); 6]);
        call(origin, Some(proxies::transport(&proxy.origin().replace("://", &format!("://user:{SECRET}@"))))).await;
        assert!(proxy.request().to_lowercase().contains("proxy-authorization: basic "));
    }
    for way in WAYS {
        let answers = [
            Script::from(format!("HTTP/1.1 302 Found\r\nlocation: /?{SECRET}\r\ncontent-length: 12\r\n\r\n{SECRET}")),
            Script::from(format!("{SECRET}\r\n\r\n")),
            Script::new().reset(),
            Script::from(format!("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{SECRET}")),
        ];
        let count = answers.len();
        let server = ScriptedServer::start(answers);
        let client = client(&server, |client| client.header("cookie", SECRET));
        for _ in 0..count {
            drop(way.take(client.cloud_functions().get(format!("a?{SECRET}"))).await);
        }
    }
    let server = ScriptedServer::start(["HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n"]);
    drop(client(&server, |client| client).cloud_functions().create(CloudFunction::new(1, SECRET)).await);

    let lines = std::mem::take(&mut *LINES.lock().unwrap_or_else(PoisonError::into_inner));
    for library in ["reqwest", "hyper_util", "h2", "rustls"] {
        assert!(lines.iter().any(|line| line.contains(&format!(" {library}"))), "{library} talks");
    }
    let is_leak = |line: &&String| line.contains(SECRET) || ENCODED.iter().any(|encoded| line.contains(encoded));
    let leaks: Vec<_> = lines.iter().filter(is_leak).collect();
    assert!(leaks.is_empty(), "{leaks:#?}");
}
