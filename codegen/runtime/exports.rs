//! What those who use a client name beside its calls and models: the crate's root hands all of it on.

pub use super::body::{Body, ByteStream};
pub use super::byte::Base64;
pub use super::call::{Call, Sending};
pub use super::client::{BuildError, Client, ClientBuilder};
pub use super::deep::Deep;
pub use super::download::Download;
pub use super::error::{AnyError, ApiError, Error, ErrorKind};
pub use super::event_stream::{Event, EventStream};
pub use super::format::exports::*;
pub use super::http_date::HttpDate;
pub use super::int_or_string::IntOrString;
pub use super::json::{Deviation, Deviations, JsonObject, Reading, UnknownValue, Unrecognized};
pub use super::json_lines::JsonLines;
pub use super::line_stream::LineStream;
pub use super::multipart::{FilePart, MultipartForm};
pub use super::number_text::{Numeric, Quoted};
pub use super::operation::{Endpoint, Operation};
pub use super::paging::{Items, Pages};
pub use super::request::RequestError;
pub use super::response::Response;
pub use super::response_header::Header;
pub use super::retry::RetryPolicy;
pub use super::security::exports::*;
pub use super::sending_as::SendingAs;
pub use super::server_url::ServerUrl;
#[cfg(feature = "reqwest-without-tls")]
pub use super::transport::ReqwestTransport;
pub use super::tuple::Tuple;
pub use http::{HeaderMap, Method, StatusCode};
pub use serde_json::{Value, json};
// The crates whose types are in signatures, for those who name further ones of them in the versions that fit.
#[cfg(feature = "reqwest-without-tls")]
pub use reqwest;
pub use {bytes, futures_core, http, serde_json};
