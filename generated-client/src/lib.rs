//! A typed client for MinApp's cloud functions.
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! use minapp_client::models::{JobStatus, NewCloudFunction};
//! use minapp_client::{Client, json};
//!
//! let client = Client::builder().header("cookie", "sessionid=...").build()?;
//! let functions = client.cloud_functions();
//!
//! functions.create(NewCloudFunction::new("hello", "exports.main = (event, callback) => callback(null, event)")).await?;
//! let invocation = functions.invoke("hello", json!({"who": "world"})).await?;
//! let greeting: minapp_client::Value = invocation.into_result()?;
//!
//! let mut jobs = functions.jobs("hello").status(JobStatus::Fulfilled).items();
//! while let Some(job) = jobs.next().await {
//!     println!("{}", job?.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`operations`] has one module per tag of the description, and in it one request type per call. A request is a value:
//! required parameters are arguments of the method that makes it, optional ones are its setters, `.await` sends it and
//! gives the body, [`send`](operations::cloud_functions::ListRequest::send) keeps status and headers as well.
//! [`models`] has the types of the bodies.
//!
//! Every call fails with an [`Error`] whose parameter is the call's own enum of documented statuses; [`AnyError`] takes
//! any of them, so that `?` crosses calls. Secrets handed to the builder are shown by no `Debug`, error or log.

#![forbid(unsafe_code)]

#[rustfmt::skip]
mod generated;
mod invocation_ext;
#[doc(hidden)]
#[rustfmt::skip]
pub mod runtime;

pub use generated::{models, operations, servers};
pub use invocation_ext::InvocationError;
#[cfg(feature = "reqwest-without-tls")]
pub use runtime::ReqwestTransport;
pub use runtime::{
    AnyError, ApiError, BuildError, Call, Client, ClientBuilder, Error, ErrorKind, Items, JsonObject, Operation, Pages,
    RequestError, Response, RetryPolicy, Sending, UnknownValue,
};
/// What a transport of one's own is made of, and one for tests that needs no server.
pub mod transport {
    pub use crate::runtime::{
        Body, BoxFuture, BoxStream, ByteStream, Bytes, MemoryTransport, RecordedRequest, Reply, Request, Transport,
        TransportError,
    };
}
pub use transport::{MemoryTransport, Transport};

pub use http::{HeaderMap, Method, StatusCode};
pub use serde_json::{Value, json};
/// The crates whose types appear in signatures.
pub use {bytes, futures_core, http, serde_json};
