//! `Builder`: a request as it is put together.

use std::collections::BTreeMap;

use super::docs::Docs;
use super::inputs::PlanInputs;
use super::media_type::RequestBody;
use super::member::{Member, Sent};
use super::parameter::{Parameter, Segment};
use crate::diagnostic::Diagnostics;
use crate::names::Name;

/// What a request holds, and where each part goes.
#[derive(Default)]
pub(super) struct Request {
    /// What the path is made of.
    pub(super) segments: Vec<Segment>,
    /// The required values.
    pub(super) arguments: Vec<Member>,
    /// What a record calls them.
    pub(super) argument_keys: Vec<String>,
    /// The optional values.
    pub(super) setters: Vec<Member>,
    /// Query, header and cookie parameters.
    pub(super) parameters: Vec<Parameter>,
    /// Docs of the parameters that are sent by themselves.
    pub(super) sent_by_itself: Docs,
    /// The body.
    pub(super) body: Option<RequestBody>,
    /// The field that holds the server that the caller wants, where there is a choice.
    pub(super) server: Option<Name>,
    /// The field that holds the media types that the caller wants, where there is a choice.
    pub(super) accept: Option<Name>,
}

/// The values of a request that are written, by their names.
pub(super) type Values = BTreeMap<Name, Sent>;

/// A request as it is put together.
pub(super) struct Builder<'a, 'd> {
    pub(super) request: Request,
    pub(super) sent: Values,
    pub(super) inputs: &'a PlanInputs<'a>,
    pub(super) diagnostics: &'d mut Diagnostics,
}

impl Builder<'_, '_> {
    /// Adds an argument, or a setter where the value is not required.
    pub(super) fn member(&mut self, member: Member, key: String, required: bool) {
        if required {
            self.request.arguments.push(member);
            self.request.argument_keys.push(key);
        } else {
            self.request.setters.push(member);
        }
    }

    /// Adds a setter.
    pub(super) fn setter(&mut self, member: Member) {
        self.request.setters.push(member);
    }

    /// Notes a value that is written.
    pub(super) fn send(&mut self, value: Sent) {
        self.sent.insert(value.name.clone(), value);
    }
}

/// The media type to send, in place of one that names no type in particular.
pub(super) fn sendable(media_type: &str, plain: &str) -> String {
    if media_type.contains('*') { plain.to_owned() } else { media_type.to_owned() }
}
