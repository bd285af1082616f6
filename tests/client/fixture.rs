//! A client and the server it talks to.

use minapp_client::operations::cloud_functions::CloudFunctions;
use minapp_client::{AnyError, Client, ClientBuilder};
use tests::minapp_server::MinappServer;

/// What a test gives: `?` takes any call's error.
pub(crate) type Outcome = Result<(), AnyError>;

/// Code that returns what it is given.
pub(crate) const ECHO: &str = "exports.main = (event, callback) => { callback(null, event.data) }";

/// A server without functions and the calls of a client with default settings.
pub(crate) fn connected() -> (MinappServer, CloudFunctions) {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder);
    (server, functions)
}

/// The same, but a failed attempt is the last.
pub(crate) fn connected_once() -> (MinappServer, CloudFunctions) {
    let server = MinappServer::start();
    let functions = client(&server, |builder| builder.retries(0));
    (server, functions)
}

/// The calls of a client with further settings.
pub(crate) fn client(server: &MinappServer, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> CloudFunctions {
    let builder = set(Client::builder().base_url(server.url()));
    builder.build().expect("the server's URL and the settings are valid").cloud_functions()
}

/// Asserts which kind of error it is, and shows the error when it is another.
macro_rules! assert_kind {
    ($error:expr, $kind:ident $(, $($context:tt)+)?) => {{
        let error = $error;
        let context = String::new() $(+ &format!($($context)+))?;
        assert!(matches!(error.kind(), minapp_client::ErrorKind::$kind(_)), "{context}: {error}");
    }};
}

pub(crate) use assert_kind;
