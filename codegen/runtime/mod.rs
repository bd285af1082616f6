//! The support code of the client: everything that does not depend on the description.
//!
//! Generated code and the crate's root take what they need from here; the files behind it are private.

mod base64_files;
mod body;
mod bounds;
mod byte;
mod call;
mod client;
mod constraint;
mod deep;
mod download;
mod error;
mod event_parser;
mod event_stream;
mod exchange;
pub mod exports;
mod file_name;
mod format;
mod http_date;
mod int_or_string;
mod json;
mod json_lines;
mod line_buffer;
mod line_stream;
mod list_items;
mod model_traits;
mod multipart;
mod named_event;
mod number_text;
mod opening;
mod operation;
mod outgoing;
mod paging;
mod reading;
mod reading_policy;
mod received;
mod received_events;
mod received_text;
mod request;
mod request_debug;
mod response;
mod response_header;
mod retry;
mod secret;
mod security;
mod sending_as;
mod server_url;
mod stream;
mod text_enum;
mod transport;
mod tuple;

pub use bytes::Bytes;
pub use http::{HeaderMap, Method, StatusCode};
pub use serde_json::Value;

pub use body::{Body, ByteStream};
pub use bounds::{BoxError, BoxFuture, BoxStream, MaybeSend, MaybeSync};
pub use byte::Base64;
pub use call::{Call, Sending};
pub use client::{BuildError, Client, ClientBuilder};
pub use constraint::{Constrained, Constraint};
pub use deep::Deep;
pub use download::Download;
pub use error::{AnyError, ApiError, CredentialError, ErasedError, Error, ErrorKind, TimeoutError, UndecodableError};
pub use event_stream::{Event, EventStream};
pub use http_date::HttpDate;
pub use int_or_string::IntOrString;
pub use json::{
    ArrayWriter, Decode, DecodeError, Deviation, Deviations, Elements, Encode, EncodeError, Entries, Fields, Form, Json,
    JsonObject, JsonWriter, ObjectWriter, Reading, Scalar, SyntaxError, Tape, UnknownInteger, UnknownValue, Unrecognized, debug,
    deserialize, from_json, no_alternative, read_or, read_union, serialize, to_json, variant,
};
pub use json_lines::JsonLines;
pub use line_stream::LineStream;
pub(crate) use model_traits::{model_traits, serde_traits};
pub use multipart::{FilePart, MultipartForm};
pub use named_event::{EventData, NamedEvent};
pub use number_text::{Numeric, Quoted};
pub use opening::Opening;
pub use operation::{Endpoint, Operation, Request};
pub use paging::{Items, NextPage, Pages, Paginated, next_link, next_number, next_offset, next_text};
pub use received::{Failure, Received};
pub use request::{PathStyle, QueryStyle, RequestBuilder, RequestError};
pub(crate) use request_debug::request_debug;
pub use response::Response;
pub use response_header::Header;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use security::*;
pub use sending_as::SendingAs;
pub use server_url::ServerUrl;
pub use text_enum::decode_text;
pub(crate) use text_enum::text_enum_traits;
#[cfg(feature = "reqwest-without-tls")]
pub use transport::ReqwestTransport;
pub use transport::{MemoryTransport, RecordedRequest, Reply, Transport, TransportError};
pub use tuple::{Tuple, TupleItems};
