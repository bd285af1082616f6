//! Lists whose pages name next ones that must not be asked for.

use tests::scripted_server::{Script, ScriptedServer};

use super::{client, printed};
use crate::runtime::{
    Client, ClientBuilder, Endpoint, Failure, Method, NextPage, Operation, Paginated, Received, Request, RequestBuilder,
    RequestError, Response, next_link,
};

/// A list of numbers whose header names the next page.
#[derive(Clone)]
struct Numbers(Client);

impl Operation for Numbers {
    type Output = Vec<i64>;
    type Error = ();
    const ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/numbers");

    fn client(&self) -> &Client {
        &self.0
    }

    fn into_request(self) -> Result<Request, RequestError> {
        let mut request = RequestBuilder::new(&self.0, Self::ENDPOINT);
        request.path("/numbers");
        request.build()
    }

    fn decode(response: &Received) -> Result<Vec<i64>, Failure<()>> {
        response.undocumented(Received::json)
    }
}

impl Paginated for Numbers {
    type Item = i64;

    fn next(&self, page: &Response<Vec<i64>>) -> Option<NextPage<Self>> {
        next_link(page.headers()).map(NextPage::Address)
    }

    fn items(page: Vec<i64>) -> Vec<i64> {
        page
    }
}

fn page(link: &str) -> Script {
    format!("HTTP/1.1 200 OK\r\nlink: <{link}>; rel=next\r\ncontent-length: 3\r\nconnection: close\r\n\r\n[1]").into()
}

fn set(client: ClientBuilder) -> ClientBuilder {
    client.header("cookie", "session=hunter2").header("x-api-key", "hunter2")
}

/// The items and the error that a list comes to.
async fn listed(server: &ScriptedServer) -> (usize, Option<String>) {
    let mut items = crate::runtime::Items::new(Numbers(client(server, set)));
    let mut count = 0;
    while let Some(item) = items.next().await {
        match item {
            Ok(_) => count += 1,
            Err(error) => {
                let error: crate::runtime::AnyError = error.into();
                assert!(!printed(&error).contains("hunter2"));
                assert!(items.next().await.is_none(), "an error is the end");
                return (count, Some(error.to_string()));
            }
        }
    }
    (count, None)
}

#[tokio::test]
async fn no_other_server_is_asked_for_a_page() {
    let elsewhere = ScriptedServer::start([Script::new().hold()]);
    let port = elsewhere.origin().rsplit(':').next().unwrap_or_default().to_owned();
    for link in [
        elsewhere.origin().to_owned(),
        format!("//127.0.0.1:{port}/numbers"),
        format!("http://localhost:{port}/numbers"),
        format!("HTTP://127.0.0.1:{port}/"),
        format!("http://user:pass@127.0.0.1:{port}/"),
        format!("https://127.0.0.1:{port}/"),
        format!("http:\\\\127.0.0.1:{port}/"),
        format!("/\\127.0.0.1:{port}/"),
        format!("\\\\127.0.0.1:{port}/"),
        format!("http:127.0.0.1:{port}"),
        "file:///etc/passwd".to_owned(),
        "data:,".to_owned(),
    ] {
        let server = ScriptedServer::start([
            page(&link),
            Script::from("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n[]"),
        ]);
        let outcome = listed(&server).await;
        assert!(outcome.0 == 1, "{link}: {outcome:?}");
        assert_eq!(elsewhere.connections(), 0, "{link}");
        assert!(outcome.1.is_some() || server.connections() == 2, "{link}: either it is an error, or a path of the same server");
    }
    let server = ScriptedServer::start([page("http://user@SELF/")]);
    assert!(listed(&server).await.1.is_some());
}

#[tokio::test]
async fn a_list_that_leads_back_is_an_error() {
    for links in [vec!["/numbers"], vec!["?a", "?b", "?a"], vec!["?a", "?a"], vec!["/a", "b", "/numbers"], vec!["#top"]] {
        let server = ScriptedServer::start(links.iter().map(|link| page(link)).collect::<Vec<_>>());
        let (count, error) = listed(&server).await;
        assert_eq!((count, server.connections()), (links.len(), links.len()), "{links:?}: {error:?}");
        assert!(error.is_some_and(|error| error.contains("names itself or an earlier one")), "{links:?}");
    }
}

#[tokio::test]
async fn an_address_may_have_apostrophes() {
    let last = "HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\n[2]";
    let server = ScriptedServer::start([page("?filter=name%20eq%20'a'"), Script::from(last)]);
    assert_eq!(listed(&server).await, (2, None));
    let (_, sent) = (server.request(), server.request());
    assert!(sent.starts_with("GET /numbers?filter=name%20eq%20%27a%27 HTTP/1.1"), "{sent}");
}

#[tokio::test]
async fn a_page_that_climbs_is_an_error() {
    for link in ["/../admin", "../../admin", "/a/%2e%2e/admin", "./x", "a/./b", "?a\u{7f}", "/a b"] {
        let server = ScriptedServer::start([page(link)]);
        let (count, error) = listed(&server).await;
        assert!(count <= 1 && error.is_some() && server.connections() == 1, "{link}: {error:?}");
    }
}
