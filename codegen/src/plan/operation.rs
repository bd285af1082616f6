//! `Group` and `Operation`: a folder of calls, and one call with its request value.

use std::time::Duration;

use super::{Argument, Docs, Name, Ty};

/// The calls of one tag: `operations/<module>/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// `cloud_functions`: the module, the folder, and the client's method that gives the handle.
    pub module: Name,
    /// Docs of the module, the handle and the client's method.
    pub docs: Docs,
    /// The type whose methods make the requests.
    pub handle: GroupHandle,
    /// The calls, one file each, in the order of their modules.
    pub operations: Vec<Operation>,
}

/// The type whose methods make a group's requests.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupHandle {
    /// `pub struct CloudFunctions { client: runtime::Client }`, reached by `client.cloud_functions()`.
    Tag(Name),
    /// The client itself, for operations without a tag.
    Client,
}

/// One call: `operations/<group>/<module>.rs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// Docs of the request type and of the method that makes it.
    pub docs: Docs,
    /// `list`: the module and the file's stem.
    pub module: Name,
    /// `list`: the handle's method.
    pub name: Name,
    /// `ListRequest`.
    pub request: Name,
    /// `ListError`.
    pub error: Name,
    /// Docs of the error enum.
    pub error_docs: Docs,
    /// The type whose method makes the request.
    pub handle: GroupHandle,
    /// Whether the call is marked as deprecated.
    pub deprecated: bool,
    /// Whether the file mentions `models::...`.
    pub uses_models: bool,
    /// Whether one of those models is deprecated.
    pub mentions_deprecated: bool,
    /// How the request is sent.
    pub method: Method,
    /// `/cloud-function/{name}/`, as the description writes it.
    pub path: String,
    /// The time one attempt may take, if the description says so.
    pub timeout: Option<Duration>,
    /// What the path is made of, in order.
    pub segments: Vec<Segment>,
    /// The request's required values, in the order of the method's arguments.
    pub arguments: Vec<Member>,
    /// The request's optional values, with a setter each.
    pub setters: Vec<Member>,
    /// Query, header and cookie parameters, in the description's order.
    pub parameters: Vec<Parameter>,
    /// The request's body.
    pub body: Option<RequestBody>,
    /// The `Accept` header's value; empty when no response has a body.
    pub accept: String,
    /// The type of the body of a success.
    pub output: Ty,
    /// One arm per documented status, exact statuses before ranges.
    pub arms: Vec<Arm>,
    /// What any other status gives.
    pub fallback: Fallback,
    /// The documented errors: the variants of the error enum.
    pub errors: Vec<ErrorVariant>,
    /// How further pages are asked for.
    pub pagination: Option<Pagination>,
}

/// A method of HTTP that OpenAPI knows: `runtime::Method::GET`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `POST`.
    Post,
    /// `DELETE`.
    Delete,
    /// `OPTIONS`.
    Options,
    /// `HEAD`.
    Head,
    /// `PATCH`.
    Patch,
    /// `TRACE`.
    Trace,
}

/// A value that a request holds: a field of the request type, set by an argument or a setter.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Docs of the setter; for an argument, the paragraph that the method's docs give it.
    pub docs: Docs,
    /// The field, argument or setter.
    pub name: Name,
    /// The type of a value. A setter's field is `Option<ty>`.
    pub ty: Ty,
    /// How the caller hands it in.
    pub argument: Argument,
    /// Name of the setter that sends `null`, for an optional and nullable body property; the field is then `Option<Option<ty>>`.
    pub null_setter: Option<Name>,
    /// Whether the setter bears `#[deprecated]`.
    pub deprecated: bool,
}

/// A piece of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Text between parameters, sent as it stands.
    Literal(String),
    /// A parameter's value.
    Parameter {
        /// The field that holds the value.
        name: Name,
        /// The parameter's name, for matrix style and error messages.
        wire_name: String,
        /// How the value is written.
        style: PathStyle,
    },
}

/// A parameter outside the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The field that holds the value.
    pub name: Name,
    /// The parameter's name on the network.
    pub wire_name: String,
    /// Where and how it is sent.
    pub place: ParameterPlace,
}

/// Where and how a parameter is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterPlace {
    /// In the query.
    Query(QueryStyle),
    /// In a header, in simple style.
    Header,
    /// In a cookie, in form style.
    Cookie,
}

/// Styles of path parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStyle {
    /// `blue,black,brown`.
    Simple {
        /// Whether an object's entries are written `a=1,b=2` (true) or `a,1,b,2`.
        explode: bool,
    },
    /// `.blue.black.brown`.
    Label {
        /// Whether items are separated by `.` (true) or `,`.
        explode: bool,
    },
    /// `;color=blue,black,brown`.
    Matrix {
        /// Whether each item repeats the name.
        explode: bool,
    },
}

/// Styles of query parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryStyle {
    /// `color=blue&color=black` (exploded) or `color=blue,black`.
    Form {
        /// Whether each item repeats the name.
        explode: bool,
    },
    /// `color=blue%20black`.
    SpaceDelimited,
    /// `color=blue|black`.
    PipeDelimited,
    /// `color[R]=100&color[G]=200`.
    DeepObject,
}

/// The request's body.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestBody {
    /// A JSON value held by one field of the request.
    Json {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The field; `Option<..>` when the body is optional.
        name: Name,
    },
    /// A JSON object whose properties are fields of the request: the body of a variant.
    JsonObject {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The properties in the description's order.
        fields: Vec<BodyField>,
    },
}

/// A property of a [`RequestBody::JsonObject`].
#[derive(Clone, Debug, PartialEq)]
pub enum BodyField {
    /// The value that decides the variant.
    Fixed {
        /// Name of the property.
        wire_name: String,
        /// Its value.
        value: FixedValue,
    },
    /// `fields.required("data", &self.data)`.
    Required {
        /// Name of the property.
        wire_name: String,
        /// The field that holds the value.
        name: Name,
    },
    /// `fields.optional("note", &self.note)`.
    Optional {
        /// Name of the property.
        wire_name: String,
        /// The field that holds the value.
        name: Name,
    },
}

/// A value that is the same in every request of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixedValue {
    /// `&true`.
    Bool(bool),
    /// `&1i64`.
    Integer(i64),
    /// `&"a"`.
    String(String),
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `json`.
    Json,
    /// `empty`.
    Empty,
}

/// A documented status and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The status.
    pub status: Status,
    /// What it gives.
    pub outcome: Outcome,
}

/// What a status gives that has no arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Fallback {
    /// `response.undocumented(runtime::Received::json)`: a success is read as the documented one is, anything else is an error.
    Undocumented(Reading),
    /// What the description says of `default`.
    Default(Outcome),
}

/// What a documented status gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// `response.json()` or `response.empty()`.
    Success(Reading),
    /// `response.error(ListError::BadRequest)`: a documented error without a schema.
    Error(VariantPath),
    /// `response.error_json(ListError::BadRequest)`: a documented error with one.
    ErrorJson(VariantPath),
}

/// `ListError::BadRequest`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VariantPath {
    /// The enum.
    pub item: Name,
    /// Its variant.
    pub variant: Name,
}

/// A status or range of the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `404`.
    Code(u16),
    /// `4XX`, as its first status and its last: `400..=499`.
    Range(u16, u16),
}

/// A variant of an operation's error enum.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// `NotFound`.
    pub name: Name,
    /// The typed body, if the description has one.
    pub ty: Option<Ty>,
}

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// The request's field that holds the offset (a setter of integer type).
    pub offset: Name,
    /// `page.objects`: the fields that lead from the page to its items.
    pub items: Vec<Name>,
    /// The type of an item.
    pub item: Ty,
    /// How a page says that there are more.
    pub more: More,
}

/// How a page says that there are more; the fields lead from the page to the value.
#[derive(Clone, Debug, PartialEq)]
pub enum More {
    /// `page.meta.next.is_some()`: a link that is null or absent on the last page.
    Next(Vec<Name>),
    /// Until a page has no items.
    UntilEmpty,
}
