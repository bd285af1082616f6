//! `Arm` and `Outcome`: what a status gives.

use super::docs::Docs;
use super::status::Status;
use super::ty::Ty;
pub use crate::api::Reading;
use crate::names::Name;
use crate::record::Key;

/// A documented status and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The status.
    pub status: Status,
    /// The media types that it is about, where the same status has others: `if response.is("text/csv")`.
    pub media_types: Vec<String>,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a status gives that has no arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Fallback {
    /// `response.undocumented(runtime::Received::json)`: a success is read as the documented one is, anything else is an error.
    Undocumented(Success),
    /// What the description says of `default`.
    Default(Outcome),
}

/// What a documented status gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A success.
    Success(Success),
    /// `response.error_json(ListError::BadRequest)`: a documented error, and how its body is read.
    Error(Reading, VariantPath),
}

/// How a success is read: `response.json()`, or `response.json().map(GetOutput::Ok)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// How the body is read.
    pub reading: Reading,
    /// What holds it, if not the output itself.
    pub holder: Option<Holder>,
}

/// What holds the body of a success.
#[derive(Clone, Debug, PartialEq)]
pub enum Holder {
    /// The variant of the output, where successes differ.
    Variant(VariantPath),
    /// `Some`, or `None` for a success without a body.
    Option,
}

/// `ListError::BadRequest`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariantPath {
    /// The enum.
    pub item: Name,
    /// Its variant.
    pub variant: Name,
}

/// A variant of an operation's error or output enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `NotFound`.
    pub name: Name,
    /// Where it comes from.
    pub key: Key,
    /// The body, if the description has one.
    pub ty: Option<Ty>,
    /// Whether the variant bears `#[deprecated]`: the description no longer documents the response.
    pub deprecated: bool,
}

/// The enum of successes that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// `GetOutput`.
    pub name: Name,
    /// Docs of the enum.
    pub docs: Docs,
    /// One variant per status, or per body where a status has several.
    pub variants: Vec<StatusVariant>,
}

/// A way to take the body of a success as it comes: `.stream()`.
#[derive(Clone, Debug, PartialEq)]
pub struct Streaming {
    /// What the stream is made of.
    pub kind: StreamKind,
    /// The `Accept` header's value.
    pub accept: String,
    /// Whether `.await` gives the stream, too: no success has a body that ends for sure.
    pub is_awaited: bool,
}

/// What a stream is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamKind {
    /// `runtime::EventStream<T>`, with JSON in the events.
    Events(Ty),
    /// `runtime::EventStream<String>`.
    TextEvents,
    /// `runtime::EventStream<WatchEvent>`, whose data has a type by the name of each event.
    NamedEvents(EventEnum),
    /// `runtime::LineStream<T>`.
    Lines(Ty),
    /// `runtime::Download`.
    Bytes,
}

/// The enum of events that their names distinguish, with a variant `Unknown` for all others.
#[derive(Clone, Debug, PartialEq)]
pub struct EventEnum {
    /// `WatchEvent`.
    pub name: Name,
    /// Docs of the enum.
    pub docs: Docs,
    /// Where it comes from.
    pub key: Key,
    /// One variant per event.
    pub variants: Vec<EventVariant>,
}

/// A variant of an [`EventEnum`].
#[derive(Clone, Debug, PartialEq)]
pub struct EventVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `Added`.
    pub name: Name,
    /// Where it comes from.
    pub key: Key,
    /// `added`, the event's name.
    pub event: String,
    /// The data.
    pub ty: Ty,
}
